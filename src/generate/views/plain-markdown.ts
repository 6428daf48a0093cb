/** Plain text as Markdown: what a commit says must read the same, and mark up nothing but code spans and links. */
import { mention, quieted } from '../mentions.ts';

/** Finds the Markdown that stands for a reference such as `#12` in a text; undefined: it stays as it is. */
export type LinkReference = (mark: string) => string | undefined;

const reference = String.raw`(?<![\w./&-])(?:[\w.-]+(?:/[\w.-]+)+)?[#!]\d+\b|\bGH-\d+\b`;
// A code span, an address, a reference, a name that would be notified, or one character that could mark something up.
const token = new RegExp(
  String.raw`(?<code>(?<!${'`'})(?<run>${'`'}+)(?!${'`'})[^\n]*?[^${'`'}\n]\k<run>(?!${'`'}))|(?<url>https?://[^\s<>${'`'}"]+[^\s<>${'`'}"'.,;:!?)\]*_~])|(?<reference>${reference})|(?<mention>${mention})|(?<mark>[\\${'`'}*_<&[\]~|])`,
  'g',
);

const isWord = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}]/u.test(character);
const isSpace = (character: string | undefined): boolean => character === undefined || /\s/.test(character);

/** Whether a character at a place could mark something up. */
const dangers: Readonly<Record<string, (text: string, at: number) => boolean>> = {
  // Before punctuation a backslash escapes; at the end of a line it breaks it.
  '\\': (text, at) => !isWord(text[at + 1]) && text[at + 1] !== ' ',
  '*': (text, at) => !(isSpace(text[at - 1]) && isSpace(text[at + 1])),
  _: (text, at) => !(isWord(text[at - 1]) && isWord(text[at + 1])) && !(isSpace(text[at - 1]) && isSpace(text[at + 1])),
  '<': (text, at) => /[A-Za-z/!?]/.test(text[at + 1] ?? ''),
  '&': (text, at) => /^&(?:#\d+|#[xX][\da-fA-F]+|\w+);/.test(text.slice(at, at + 40)),
};

const escaped = (text: string, mark: string, at: number): string => (dangers[mark]?.(text, at) === false ? mark : `\\${mark}`);

// Most texts hold nothing of the kind.
const suspicious = /[\\`*_<&[\]~|@]|[#!-]\d|https?:/;

const inline = (text: string, link: LinkReference): string =>
  !suspicious.test(text)
    ? text
    : text.replace(token, (...found: readonly unknown[]) => {
        const groups = found.at(-1) as Readonly<Record<string, string | undefined>>;
        const at = found.at(-3) as number;
        const [all] = found as readonly [string];
        if (groups['code'] !== undefined) return all;
        if (groups['url'] !== undefined) return `<${all}>`;
        if (groups['reference'] !== undefined) return link(all) ?? all;
        if (groups['mention'] !== undefined) return quieted(all, text[at + all.length]);
        return escaped(text, all, at);
      });

// What would open a heading, a list, a quotation, a rule or code at the start of a line.
const opening = /^(?=(?:#{1,6}|[-+*_])(?:\s|$)|>|[-=+]{2,}\s*$|=+\s*$|:?-+:?$)/;
const numbered = /^(\d{1,9})(?=[.)](?:\s|$))/;

const mayOpen = /^[#\-+*_>=:\d]/;

const startSafely = (line: string): string => (mayOpen.test(line) ? line.replace(opening, '\\').replace(numbered, '$1\\') : line);

// Control and formatting characters would be invisible, or turn the text around.
const unseen = /[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g;

/** One line without letters that nobody sees. */
export const visible = (text: string): string => text.replace(unseen, ' ').trim();

const leaveAlone: LinkReference = () => undefined;

/** One line of plain text as inline Markdown that can stand at the start of a block. */
export const lineMarkdown = (text: string, link: LinkReference = leaveAlone): string => startSafely(inline(visible(text), link));

/** Plain text of several lines: paragraphs stay paragraphs, and lines that are list items stay list items. */
export const textMarkdown = (text: string, link: LinkReference = leaveAlone): string =>
  text
    .split('\n')
    .map((line) => {
      const [, bullet = '', rest = ''] = /^\s*([-*+]\s+(?=\S))?(.*)$/s.exec(line) ?? [];
      return `${bullet === '' ? '' : '- '}${lineMarkdown(rest, link)}`;
    })
    .join('\n')
    // A line of signs that nobody sees has become an empty one.
    .replace(/\n{3,}/g, '\n\n')
    .trim();
