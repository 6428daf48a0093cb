/** Helpers: what templates may call. Each says which arguments it takes; those that are optional may be missing in the context. */
import { changeHelpers } from './change-helpers.ts';
import { oneLine, wellFormed } from './escape.ts';
import type { Helper, Named } from './helper.ts';
import { withoutMentions } from './mentions.ts';
import { code, link, type Piece, Pieces, raw, text } from './piece.ts';
import { textMarkdown, visible } from './views/plain-markdown.ts';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : value === undefined || value === null ? '' : String(value));

const isMissing = (value: unknown): boolean => value === undefined || value === null || value === '';

/** The first ten letters of an instant, or its day in words. */
const dayOf = (value: unknown): string => /^\d{4}-\d{2}-\d{2}/.exec(textOf(value))?.[0] ?? textOf(value);

/** `2026-01-05T10:00:00Z` → `2026-01-05 10:00 UTC`; with an offset: `2026-01-05 10:00 +01:00`. */
const timeOf = (value: unknown): string => {
  const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/.exec(textOf(value));
  if (match === null) return textOf(value);
  const [, day, time, zone] = match;
  return [day, time, zone === 'Z' ? 'UTC' : zone].filter((part) => part !== undefined).join(' ');
};

const isoDuration = /^P(?=.)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** ISO 8601 or minutes → `1 hour 30 minutes`; what is neither stays as it is. */
const durationOf = (value: unknown): string => {
  const match = isoDuration.exec(textOf(value));
  const minutes = typeof value === 'number' ? Math.round(value) : undefined;
  const parts =
    minutes === undefined ? match?.slice(1) : [undefined, Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  if (parts === undefined) return textOf(value);
  const units = ['week', 'day', 'hour', 'minute', 'second'];
  const words = parts.flatMap((part, index) => (Number(part ?? 0) === 0 ? [] : [counted(Number(part), units[index] ?? '')]));
  return words.length === 0 ? '0 minutes' : words.join(' ');
};

/** `1234567` → `1,234,567`. */
const grouped = (value: unknown): string => textOf(value).replace(/\B(?=(?:\d{3})+(?!\d))(?<!\.\d*)/g, ',');

const joined = (values: unknown, { by = ', ', code: asCode }: Named): Pieces =>
  new Pieces(
    (Array.isArray(values) ? values : []).flatMap((value: unknown, index) => [
      ...(index === 0 ? [] : [textOf(by)]),
      { form: asCode === true ? ('code' as const) : ('text' as const), text: textOf(value) },
    ]),
  );

// Lines stay lines, paragraphs stay paragraphs; each line is escaped by itself.
const lineByLine = (value: string, pieceOf: (line: string) => Piece): Pieces =>
  new Pieces(
    wellFormed(value)
      .trim()
      .replace(/\n(?:[ \t]*\n)+/g, '\n\n')
      .split(/(\n+)/)
      .map((part, index) => (index % 2 === 1 ? part : pieceOf(part))),
  );

const paragraphs = (value: string): Pieces => lineByLine(value, (line) => ({ form: 'text', text: line }));

const seen = (value: string): string => value.replace(/^.+$/gm, (line) => (visible(line) === '' ? '' : line));

// What a commit says at length: as in the changelog, its lists stay lists.
const quietParagraphs = (value: string): Pieces =>
  lineByLine(seen(value), (line) => ({ form: 'prose', text: withoutMentions(line), markdown: textMarkdown(line) }));

// A fence longer than any run of backticks in the text.
const fenced = (value: unknown, language: unknown): Pieces => {
  const body = wellFormed(textOf(value)).replace(/\n$/, '');
  const fence = '`'.repeat(Math.max(3, ...(body.match(/`+/g) ?? []).map(({ length }) => length + 1)));
  return new Pieces([
    `${fence}${oneLine(textOf(language)).replaceAll('`', '')}\n`,
    ...body.split(/(\n)/).map((line) => (line === '\n' ? line : ({ form: 'text', text: line } as const))),
    `\n${fence}`,
  ]);
};

const referenceOf = ({ repository = '', number, url }: { repository?: string; number: number; url?: string }): Pieces =>
  url === undefined ? text(`${repository}#${number}`) : link(`${repository}#${number}`, url);

const both = (values: readonly unknown[]): unknown => values.find((value) => !isTruthy(value)) ?? values.at(-1);

/** What `{{#if}}` takes for true. */
export const isTruthy = (value: unknown): boolean => Boolean(value) && !(Array.isArray(value) && value.length === 0);

export const helpers: Readonly<Record<string, Helper>> = {
  code: { what: 'a code span, as wide as its text needs', takes: [1, 1], call: ([value]) => code(textOf(value)) },
  link: {
    what: 'a link: its text, then its address; only the text where there is no address',
    takes: [2, 2],
    optional: [1],
    call: ([label, url]) => (isMissing(url) ? text(textOf(label)) : link(textOf(label), textOf(url))),
  },
  cell: {
    what: 'a value for a table cell; nothing where it is missing',
    takes: [1, 1],
    optional: [0],
    call: ([value]) => text(textOf(value)),
  },
  fill: {
    what: 'the value, or where it is missing a blank to be filled in: `____`, or what `blank` gives',
    takes: [1, 1],
    optional: [0],
    named: ['blank'],
    call: ([value], { blank = '_______________' }) => (isMissing(value) ? raw(textOf(blank)) : text(textOf(value))),
  },
  date: { what: 'the day of an instant: `2026-01-05`', takes: [1, 1], call: ([value]) => dayOf(value) },
  time: { what: 'day and time of an instant: `2026-01-05 10:00 UTC`', takes: [1, 1], call: ([value]) => timeOf(value) },
  duration: {
    what: 'an ISO 8601 duration or a number of minutes in words: `1 hour 30 minutes`',
    takes: [1, 1],
    call: ([value]) => durationOf(value),
  },
  number: { what: 'a number with its thousands apart: `1,234`', takes: [1, 1], call: ([value]) => grouped(value) },
  plural: {
    what: 'a number and its noun: `{{plural 2 "fix" "fixes"}}`',
    takes: [2, 3],
    call: ([count, one, many]) => counted(Number(count), textOf(one), many === undefined ? undefined : textOf(many)),
  },
  join: {
    what: 'the texts of a list in one line, separated by `by` (", "); as code spans with `code=true`',
    takes: [1, 1],
    named: ['by', 'code'],
    list: true,
    call: ([values], named) => joined(values, named),
  },
  short: { what: 'the first seven letters of an object id', takes: [1, 1], call: ([value]) => code(textOf(value).slice(0, 7)) },
  reference: {
    what: 'an issue or pull request: `#12` or `owner/name#12`, linked where it has an address',
    takes: [1, 1],
    list: true,
    call: ([value]) => referenceOf(value as { repository?: string; number: number; url?: string }),
  },
  quiet: {
    what: 'a text whose `@names` notify nobody: they become code spans',
    takes: [1, 1],
    call: ([value]) => text(withoutMentions(textOf(value))),
  },
  paragraphs: {
    what: 'a text of several lines and paragraphs, each escaped; with `quiet=true` its `@names` notify nobody, and its lists stay lists',
    takes: [1, 1],
    named: ['quiet'],
    call: ([value], { quiet = false }) => (quiet === true ? quietParagraphs(textOf(value)) : paragraphs(textOf(value))),
  },
  fence: {
    what: 'a fenced code block, as long as its text needs; then its language',
    takes: [1, 2],
    call: ([value, language]) => fenced(value, language),
  },
  ...changeHelpers,
  eq: { what: 'whether two values are the same', takes: [2, 2], optional: [0, 1], call: ([a, b]) => a === b },
  and: { what: 'whether all values are there and true', takes: [2, 9], optional: [0, 1, 2, 3, 4, 5, 6, 7, 8], list: true, call: both },
  or: {
    what: 'the first value that is there and true',
    takes: [2, 9],
    optional: [0, 1, 2, 3, 4, 5, 6, 7, 8],
    list: true,
    call: (values) => values.find(isTruthy) ?? values.at(-1),
  },
  not: { what: 'whether a value is missing or false', takes: [1, 1], optional: [0], list: true, call: ([value]) => !isTruthy(value) },
};

/** Block helpers: Handlebars' own, and `indent`. */
export const blockHelpers = ['if', 'unless', 'each', 'with', 'indent'] as const;

/** The lines of a block, each with so many spaces before it; empty lines stay empty. */
export const indented = (block: string, spaces: number): string => block.replace(/^(?=[^\n])/gm, ' '.repeat(spaces));
