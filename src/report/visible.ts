/** Visible text: characters that a terminal or a reader would obey or miss are replaced by a sign for them. */

// Controls, lone surrogates, line separators, bidirectional overrides, characters without width, noncharacters.
const hidden = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF]/gu;

const signOf = (character: string): string => {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  if (code >= 0xd800 && code <= 0xdfff) return '\uFFFD';
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
};

/** The text with every hidden character shown, except those in `kept`. A CRLF counts as one line feed. */
export const makeVisible = (text: string, kept = ''): string =>
  text.replaceAll('\r\n', '\n').replace(hidden, (character) => (kept.includes(character) ? character : signOf(character)));
