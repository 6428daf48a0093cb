/** Markdown text: a user's words as Markdown that shows them and does nothing else. */
import { makeVisible } from './visible.ts';
import { webAddress } from './web-address.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** For places where HTML is read and Markdown is not. */
export const escapeHtml = (text: string): string => makeVisible(text).replace(/[&<>]/g, (character) => entities[character] ?? character);

// A zero width joiner keeps `@name` from notifying people and `#1` from linking an issue.
const silence = (text: string): string => text.replace(/@(?=\w)|#(?=\d)/g, '$&\u200D');

const escapeMarkup = (html: string): string => html.replace(/[\\`*_[\]|~$]/g, '\\$&');

/** For one line of running text or one table cell (GFM). */
export const escapeInline = (text: string): string => escapeMarkup(silence(escapeHtml(text)));

/** As `escapeInline`, with line breaks kept. */
export const escapeCell = (text: string): string =>
  text
    .trim()
    .split(/\s*\n\s*/)
    .map(escapeInline)
    .join('<br>');

/** As code, which neither notifies nor links. An element, since in a table a code span cannot hold `\|`. */
export const writeCode = (text: string): string => `<code>${escapeMarkup(escapeHtml(text))}</code>`;

/** A link, or only its text when the address is not one for the web. */
export const writeLink = (text: string, address: string): string => {
  const url = webAddress(address);
  return url === undefined ? escapeInline(text) : `[${escapeInline(text)}](${url})`;
};
