/** Sections of a template and where they are in a record. */
import type { Document } from '../model/document.ts';
import { at, childPointer, type Tree } from '../model/located.ts';
import type { SectionModel } from '../model/parts/section.ts';
import type { Range } from '../model/source.ts';
import { closest } from '../model/usage-error.ts';
import { pathText, templateItems } from './template-items.ts';
import { type Find, finderOf, fold, patternOf } from './template-text.ts';

/** A value at a range, if it has one. */
export const where = (range: Range | undefined, value: unknown): Tree<unknown> => (range === undefined ? value : at(range, value));

/** The range of a member of a list or map. */
export const rangeAt = ({ ranges }: Document, list: string, key: number | string): Range | undefined => ranges.get(childPointer(list, key));

/** A record's headings, to be found by name. */
export interface Homes {
  readonly free: Set<SectionModel>;
  readonly byPath: Find<SectionModel>;
  readonly byTitle: Find<SectionModel>;
  readonly indexOf: ReadonlyMap<SectionModel, number>;
}

// The document's only first-level heading is its title, which names the release.
const ownSections = (document: Document): SectionModel[] => {
  const textOf = pathText(document);
  return document.data.sections.filter(({ path }) => textOf(path) !== '');
};

export const homesOf = (document: Document): Homes => {
  const own = ownSections(document);
  const textOf = pathText(document);
  return {
    free: new Set(own),
    byPath: finderOf(own.map((section) => [fold(textOf(section.path)), section] as const)),
    byTitle: finderOf(own.map((section) => [fold(section.title), section] as const)),
    indexOf: new Map(document.data.sections.map((section, index) => [section, index])),
  };
};

/** The record's section of that name, else the nearest above it; without one, the start of the document. */
export const rangeOfHome = (document: Document, homes: Homes, path: readonly string[]): Range | undefined => {
  for (let length = path.length; length > 0; length -= 1) {
    const found = homes.byPath(patternOf(path.slice(0, length).join(' / ')), () => true);
    if (found !== undefined) return rangeAt(document, '/sections', homes.indexOf.get(found) ?? 0);
  }
  return undefined;
};

/** A record, its template and the record's headings. */
export interface Pair {
  readonly document: Document;
  readonly template: Document;
  readonly homes: Homes;
}

/** A template's path without the title of the document. */
export const belowTitle = (template: Document): ((path: readonly string[]) => readonly string[]) => {
  const textOf = pathText(template);
  return (path) => (textOf(path.slice(0, 1)) === '' ? path.slice(1) : path);
};

// Only a title that says so: "Usage metrics check" is work.
const isInstructions = ({ path }: SectionModel): boolean =>
  path.some((title) =>
    /^\P{L}*(?:(?:\p{L}+ ){0,2}instructions?|how to use(?: (?:this|the|it)\b.*)?|(?:template )?usage|(?:using|about) this (?:template|document|checklist)|(?:\p{L}+ ){0,2}legend)\P{L}*$/iu.test(
      title,
    ),
  );

/** The template's sections that the record lacks. */
export const missingSections = ({ document, template, homes }: Pair): Tree<unknown>[] => {
  const { free, byPath, byTitle } = homes;
  const textOf = pathText(template);
  const below = belowTitle(template);
  const hasItems = new Set(templateItems(template).flatMap(({ task }) => task.section));
  const isFree = (section: SectionModel): boolean => free.has(section);
  const take = (found: SectionModel | undefined): boolean => found !== undefined && free.delete(found);
  return ownSections(template)
    .filter((section) => !isInstructions(section) || hasItems.has(section.title))
    .filter(({ path }) => !take(byPath(patternOf(textOf(path)), isFree)))
    .filter(({ title }) => !take(byTitle(patternOf(title), isFree)))
    .map(({ title, path }) => where(rangeOfHome(document, homes, below(path)), { title, section: path, hint: closestTitle(title, free) }));
};

/** Among more headings than this the closest is not looked for. */
const mostTitles = 200;

const closestTitle = (title: string, free: ReadonlySet<SectionModel>): string | undefined => {
  const near =
    free.size > mostTitles
      ? undefined
      : closest(
          title.slice(0, 200),
          [...free].map((other) => other.title.slice(0, 200)),
        );
  return near === undefined ? undefined : `The closest heading here is "${near}".`;
};
