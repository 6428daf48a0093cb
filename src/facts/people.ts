/** People: how their names compare, and the files that list who may sign off under which names and addresses. */
import peopleSchema from '../../schemas/people.schema.json' with { type: 'json' };
import { checkData } from '../data/check-data.ts';
import { parseData } from '../data/data-file.ts';
import { schemaValidator } from '../data/validator.ts';
import type { Person } from '../model/people.ts';
import { UsageError } from '../model/usage-error.ts';

export interface PeopleList {
  readonly people: readonly Person[];
  /** `path:line:column` of a pointer into the list. */
  readonly locate: (pointer: string) => string;
}

/** Where people are listed unless the configuration says otherwise. */
export const peoplePath = 'docs/people.yaml';

/** A people file: a list, or the key `people` with a list. What is wrong is a UsageError with line and column. */
export const readPeople = (path: string, text: string): PeopleList => {
  const file = parseData(path, text);
  checkData(file, schemaValidator(peopleSchema));
  const value = file.value as readonly Person[] | { readonly people: readonly Person[] };
  if (Array.isArray(value)) return { people: value as readonly Person[], locate: file.locate };
  return { people: (value as { readonly people: readonly Person[] }).people, locate: (pointer) => file.locate(`/people${pointer}`) };
};

/** One line of a mailmap (gitmailmap(5)): a commit's name and address, and whose they are. */
export interface MailmapEntry {
  readonly line: number;
  readonly name?: string;
  readonly email?: string;
  readonly commitName?: string;
  readonly commitEmail: string;
}

const entryPattern = /^([^<>]*)<([^<>]*)>(?:([^<>]*)<([^<>]*)>)?\s*(?:#.*)?$/;

const part = <K extends string>(key: K, text: string | undefined): Partial<Record<K, string>> => {
  const value = text?.trim() ?? '';
  return value === '' ? {} : ({ [key]: value } as Record<K, string>);
};

const entryOf = (text: string, line: number): MailmapEntry => {
  const match = entryPattern.exec(text);
  const [, name, first, commitName, second] = match ?? [];
  const commitEmail = (second ?? first ?? '').trim();
  if (match === null || commitEmail === '')
    throw new UsageError(
      `.mailmap:${line}:1: "${text.trim()}" is not a mailmap entry; expected "Proper Name <proper@address> Commit Name <commit@address>".`,
    );
  return { line, ...part('name', name), ...(second !== undefined && part('email', first)), ...part('commitName', commitName), commitEmail };
};

/** The entries of a mailmap, in its four forms; comments and empty lines are left out. */
export const readMailmap = (text: string): MailmapEntry[] =>
  text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .flatMap((line, index) => (/^\s*(?:#|$)/.test(line) ? [] : [entryOf(line, index + 1)]));

// Cyrillic and Greek letters that look like Latin ones (Unicode TR 39, the common ones), after lower-casing.
const lookalikes =
  '\u0430a \u0435e \u043eo \u0440p \u0441c \u0443y \u0445x \u0456i \u0458j \u0455s \u0501d \u04bbh \u04cfl \u051bq \u051dw \u043ak \u043cm \u0442t \u0432b \u043dh \u03bfo \u03b1a \u03bdv \u03c1p \u03b9i \u03bak \u03c4t \u03c5u \u03c7x \u03b5e \u03b7n';

const latin: ReadonlyMap<string, string> = new Map(lookalikes.split(' ').map(([letter = '', twin = '']) => [letter, twin]));

/** Characters that nobody sees. */
export const invisible = /\p{Default_Ignorable_Code_Point}|\p{Cf}/gu;

/** One spelling for every variant of a name: width, case, white space, invisible characters, look-alike letters, `@`. */
export const foldName = (text: string): string =>
  [...text.normalize('NFKC').replace(invisible, '').replace(/\s/gu, '').toLowerCase()]
    .map((letter) => latin.get(letter) ?? letter)
    .join('')
    .replace(/^@+|[.,;:]+$/g, '');

/** Roles compare without case, punctuation, white space, bracketed hints and the word sign-off. */
export const foldRole = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(invisible, '')
    .toLowerCase()
    .replace(/\(.*?\)|\b(?:sign[\s\p{Pd}]?off|approval)\b/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
