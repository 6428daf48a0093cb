/** Web addresses: the only ones that a report links to. */

const encodeCharacter = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;

/** The address as a URI (RFC 3986) that is also safe inside Markdown; nothing when it is not one of the web. */
export const webAddress = (text: string): string | undefined => {
  if (!/^https?:/i.test(text) || !URL.canParse(text)) return undefined;
  return new URL(text).href.replace(/[()<>{}|^`\\]/g, encodeCharacter);
};
