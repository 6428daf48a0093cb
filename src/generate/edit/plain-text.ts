/** Plain text as one line of Markdown that renders as that text. */

// An underscore between word characters is literal anyway; escaped it would only be ugly.
const special = /[\\`*[\]<>~|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=[#\w]+;)/gu;

/** White space folded, as rendering does. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Text for a table cell or the middle of a line. */
export const escapeText = (text: string): string => oneLine(text).replace(special, '\\$&');
