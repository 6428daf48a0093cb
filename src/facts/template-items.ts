/** Pairing the items of a template with those of a record: by id, else by text below the same headings, else by text anywhere. */
import type { Document } from '../model/document.ts';
import { childPointer } from '../model/located.ts';
import type { Task } from '../model/parts/task.ts';
import type { Range } from '../model/source.ts';
import { closest } from '../model/usage-error.ts';
import { type Find, finderOf, fixedLength, fold, matches, patternOf, readingsOf } from './template-text.ts';

/** An item that a record has to have. */
export interface TemplateItem {
  readonly task: Task;
  readonly text: string;
  readonly pattern: readonly string[];
  readonly section: readonly string[];
}

/** An item of a record. */
export interface RecordItem {
  readonly task: Task;
  readonly index: number;
  readonly readings: readonly string[];
  readonly section: string;
}

/** The titles above something as one text, without the document's own: that one names the release. */
export const pathText = ({ data }: Document): ((path: readonly string[]) => string) => {
  const titles = data.sections.filter(({ depth }) => depth === 1);
  return (path) => (titles.length === 1 && path[0] === titles[0]?.title ? path.slice(1) : path).join(' / ');
};

// `<team>` reads as HTML, so that the label lacks it: then the source tells what the item says.
const textOf = ({ source, ranges }: Document, task: Task, index: number): string => {
  const range: Range | undefined = ranges.get(childPointer('/tasks', index));
  const raw = range === undefined ? '' : source.text.slice(range.start, range.end).replace(/<!--[\s\S]*?-->/g, ' ');
  if (!/<[A-Za-z][\w .-]*>/.test(raw.replace(/`[^`]*`/g, ''))) return task.text;
  return raw.replace(/^\S+\s+\[[^\]]*\]\s*/, '').replace(/\]\([^()\s]*\)/g, ']');
};

/** The items of a template; a record may leave out the optional ones. */
export const templateItems = (template: Document): TemplateItem[] => {
  const textBelow = pathText(template);
  return template.data.tasks.map((task, index) => {
    const text = textOf(template, task, index);
    return { task, text, pattern: patternOf(text), section: patternOf(textBelow(task.section)) };
  });
};

/** The items of a record. */
export const recordItems = (document: Document): RecordItem[] => {
  const textBelow = pathText(document);
  return document.data.tasks.map((task, index) => {
    const written = textOf(document, task, index);
    // A mark that nobody replaced still stands for itself.
    const marked = written === task.text ? [] : readingsOf(written, task.reason);
    return { task, index, readings: [...readingsOf(task.text, task.reason), ...marked], section: fold(textBelow(task.section)) };
  });
};

type Pass = (wanted: TemplateItem, isFree: (item: RecordItem) => boolean) => RecordItem | undefined;

const inSection = ({ section }: TemplateItem, item: RecordItem): boolean => matches(section, item.section);

// What says most is looked for first; what is nothing but a placeholder takes what is left.
const passesOver = (items: readonly RecordItem[]): Pass[] => {
  const byId = finderOf(items.flatMap((item) => (item.task.id === undefined ? [] : [[item.task.id, item] as const])));
  const byText = finderOf(items.map((item) => [item.readings[0] ?? '', item] as const));
  const byWords = finderOf(items.flatMap((item) => item.readings.map((reading) => [reading, item] as const)));
  const below =
    (find: Find<RecordItem>): Pass =>
    (wanted, isFree) =>
      find(wanted.pattern, (item) => isFree(item) && inSection(wanted, item));
  const anywhere =
    (find: Find<RecordItem>): Pass =>
    (wanted, isFree) =>
      find(wanted.pattern, isFree);
  const telling =
    (pass: Pass): Pass =>
    (wanted, isFree) =>
      fixedLength(wanted.pattern) > 0 ? pass(wanted, isFree) : undefined;
  const sameId: Pass = ({ task }, isFree) => (task.id === undefined ? undefined : byId([task.id], isFree));
  return [sameId, ...[below(byText), below(byWords), anywhere(byText), anywhere(byWords)].map(telling), below(byWords), anywhere(byWords)];
};

export interface Pairs {
  readonly paired: ReadonlyMap<TemplateItem, RecordItem>;
  /** The closest text, where none is the same. */
  readonly renamed: ReadonlyMap<TemplateItem, RecordItem>;
  readonly missing: readonly TemplateItem[];
  readonly unknown: readonly RecordItem[];
}

/** Beyond so many comparisons nothing was renamed: the documents have little in common. */
const mostComparisons = 10_000;

const closestItem = (wanted: TemplateItem, items: readonly RecordItem[]): RecordItem | undefined => {
  const near = (among: readonly RecordItem[]): RecordItem | undefined => {
    const texts = new Map(among.map((item) => [item.task.text.slice(0, 200), item]));
    return texts.get(closest(wanted.text.slice(0, 200), texts.keys()) ?? '');
  };
  return near(items.filter((item) => inSection(wanted, item))) ?? near(items);
};

/** Whether a text differs from an item's no more than a typing error does. */
export const isClose = ({ text }: TemplateItem, item: RecordItem): boolean =>
  closest(text.slice(0, 200), [item.task.text.slice(0, 200)]) !== undefined;

/** Pairs every item at most once. */
export const pairItems = (wanted: readonly TemplateItem[], items: readonly RecordItem[]): Pairs => {
  const paired = new Map<TemplateItem, RecordItem>();
  const free = new Set(items);
  const pair = (into: Map<TemplateItem, RecordItem>, one: TemplateItem, item: RecordItem | undefined): void => {
    if (item === undefined) return;
    into.set(one, item);
    free.delete(item);
  };
  const specific = wanted.toSorted((a, b) => fixedLength(b.pattern) - fixedLength(a.pattern));
  for (const pass of passesOver(items))
    for (const one of specific)
      if (!paired.has(one))
        pair(
          paired,
          one,
          pass(one, (item) => free.has(item)),
        );
  const left = wanted.filter((one) => !paired.has(one) && one.task.optional !== true);
  const renamed = new Map<TemplateItem, RecordItem>();
  if (left.length * free.size <= mostComparisons) for (const one of left) pair(renamed, one, closestItem(one, [...free]));
  return { paired, renamed, missing: left.filter((one) => !renamed.has(one)), unknown: [...free] };
};
