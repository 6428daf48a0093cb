/** JSON text that is also safe to look at in a terminal. */

// JSON.stringify escapes C0 controls and lone surrogates; these it prints as they are. They occur in strings only.
const unsafe = /[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/g;

const escapeCharacter = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Indented by two, with a final newline. */
export const writeJson = (value: unknown): string => `${JSON.stringify(value, null, 2).replace(unsafe, escapeCharacter)}\n`;
