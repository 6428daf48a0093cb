/** Numbering: the next number of a folder, the way its files are named, and what is wrong with the numbers so far. */
import { type NumberedName, numberedName } from './numbered-names.ts';
import { slugOf } from './slug.ts';

/** A file that has a number already. */
export interface Taken {
  /** The file name. */
  readonly name: string;
  /** The identifier that its document states, such as `INCIDENT-0007`. */
  readonly id?: string;
  /** Where it is, when not in the folder: the name of a branch. */
  readonly branch?: string;
}

export interface Numbered {
  /** `INCIDENT-0008`. */
  readonly id: string;
  readonly fileName: string;
  /** What the reader has to know, one sentence each. */
  readonly notes: readonly string[];
}

export interface NextNumber {
  readonly title: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly taken: readonly Taken[];
}

type Style = Omit<NumberedName, 'number' | 'year'>;

const usual: Style = { form: 'number', prefix: 'INCIDENT-', width: 4, separator: '-' };

const mostFrequent = <Value>(values: readonly Value[]): Value | undefined => {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
};

// The way most files are named; where two ways are as frequent, the first by name.
const styleOf = (names: readonly NumberedName[]): Style => {
  const wayOf = ({ form, prefix }: NumberedName): string => `${form} ${prefix}`;
  const way = mostFrequent(names.map(wayOf));
  const alike = names.filter((name) => wayOf(name) === way);
  const [first] = alike;
  if (first === undefined) return usual;
  const separator = mostFrequent(alike.flatMap((name) => (name.separator === '' ? [] : [name.separator])));
  return { form: first.form, prefix: first.prefix, width: Math.max(...alike.map(({ width }) => width)), separator: separator ?? '-' };
};

interface Used {
  readonly number: number;
  readonly taken: Taken;
}

interface Counted {
  readonly style: Style;
  readonly year: string;
}

const isOf = ({ style, year }: Counted, name: NumberedName): boolean =>
  name.form === style.form && name.prefix.toLowerCase() === style.prefix.toLowerCase() && (style.form !== 'year' || name.year === year);

const idNumber = ({ style, year }: Counted, id: string): number | undefined => {
  const name = numberedName(`${id}.md`);
  if (name?.number === undefined || name.form !== style.form) return undefined;
  return style.form === 'year' && name.year !== year ? undefined : name.number;
};

// A number is used when a file name or a document says so.
const usedNumbers = (counted: Counted, taken: readonly Taken[]): Used[] =>
  taken.flatMap((one) => {
    const name = numberedName(one.name);
    const own = name?.number !== undefined && isOf(counted, name) ? [name.number] : [];
    const stated = one.id === undefined ? undefined : idNumber(counted, one.id);
    return [...new Set([...own, ...(stated === undefined ? [] : [stated])])].map((number) => ({ number, taken: one }));
  });

const padded = ({ width }: Style, number: number): string => String(number).padStart(width, '0');

const mostTold = 5;

const listed = (words: readonly string[]): string =>
  words.length > mostTold ? `${words.slice(0, mostTold).join(', ')} and ${words.length - mostTold} more` : words.join(', ');

const missingNumbers = (numbers: readonly number[]): number[] => {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const missing: number[] = [];
  for (const [index, number] of sorted.entries())
    for (let absent = (sorted[index - 1] ?? number) + 1; absent < number && missing.length < 1000; absent += 1) missing.push(absent);
  return missing;
};

const namesOf = (used: readonly Used[]): string[] => [
  ...new Set(used.map(({ taken }) => (taken.branch === undefined ? taken.name : `${taken.name} (on ${taken.branch})`))),
];

const gapNotes = (style: Style, used: readonly Used[]): string[] => {
  const missing = missingNumbers(used.map(({ number }) => number));
  return missing.length === 0
    ? []
    : [`Numbers are missing: ${listed(missing.map((number) => padded(style, number)))}. They are not given again.`];
};

const duplicateNotes = (style: Style, used: readonly Used[]): string[] => {
  const byNumber = grouped(used);
  return [...byNumber]
    .filter(([, same]) => new Set(same.map(({ taken }) => taken.name)).size > 1)
    .map(([number, same]) => `Number ${padded(style, number)} is there more than once: ${listed(namesOf(same))}.`);
};

const grouped = (used: readonly Used[]): Map<number, Used[]> => {
  const groups = new Map<number, Used[]>();
  for (const one of used) groups.set(one.number, [...(groups.get(one.number) ?? []), one]);
  return groups;
};

// What only another branch has, and would have been given here too.
const branchNotes = (style: Style, used: readonly Used[]): string[] => {
  const here = Math.max(0, ...used.filter(({ taken }) => taken.branch === undefined).map(({ number }) => number));
  return used
    .filter(({ number, taken }) => taken.branch !== undefined && number > here)
    .sort((a, b) => a.number - b.number)
    .slice(0, mostTold)
    .map(({ number, taken }) => `Number ${padded(style, number)} is taken on the branch ${taken.branch}: ${taken.name}.`);
};

// `007-title.md` says no identifier: then it is the one that the documents state.
const idPrefix = ({ style }: Counted, taken: readonly Taken[]): string => {
  if (style.prefix !== '') return style.prefix;
  const stated = taken.flatMap(({ id }) => (id === undefined ? [] : [numberedName(`${id}.md`)])).filter((name) => name !== undefined);
  return mostFrequent(stated.filter(({ prefix }) => prefix !== '').map(({ prefix }) => prefix)) ?? usual.prefix;
};

const fileNameOf = (style: Style, stem: string, title: string): string => {
  const slug = slugOf(title);
  return `${stem}${slug === '' ? '' : `${style.separator}${slug}`}.md`;
};

// By date: an eight-digit number counts nothing, and a second one of the day is told apart.
const dated = (style: Style, { title, day, taken }: NextNumber): Numbered => {
  const ids = new Set(taken.map(({ id }) => id));
  const base = `INC-${day.replaceAll('-', '')}`;
  let id = base;
  for (let count = 2; ids.has(id); count += 1) id = `${base}-${count}`;
  const names = new Set(taken.map(({ name }) => name));
  let fileName = fileNameOf(style, day, title);
  for (let count = 2; names.has(fileName); count += 1) fileName = fileNameOf(style, day, `${title} ${count}`);
  return { id, fileName, notes: [] };
};

/** The number, identifier and file name of the next incident in a folder. */
export const nextNumber = (next: NextNumber): Numbered => {
  const { title, day, taken } = next;
  const here = taken.filter(({ branch }) => branch === undefined);
  const names = (all: readonly Taken[]): NumberedName[] => all.flatMap(({ name }) => numberedName(name) ?? []);
  const style = styleOf(names(names(here).length > 0 ? here : taken));
  if (style.form === 'date') return dated(style, next);
  const counted = { style, year: day.slice(0, 4) };
  const used = usedNumbers(counted, taken);
  const number = Math.max(0, ...used.map((one) => one.number)) + 1;
  const digits = `${style.form === 'year' ? `${counted.year}-` : ''}${padded(style, number)}`;
  const id = `${idPrefix(counted, taken).toUpperCase()}${digits}`;
  return {
    id,
    fileName: fileNameOf(style, `${style.prefix}${digits}`, title),
    notes: [...gapNotes(style, used), ...duplicateNotes(style, used), ...branchNotes(style, used)],
  };
};
