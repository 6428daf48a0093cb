/** Governed paths → the narrowest globs that also fit the documents to come. */
import type { KindName } from '../../model/document.ts';
import { globOf } from './glob-text.ts';
import { fileName, isDated, isRecordFolder, isTypicalFolder } from './names.ts';

export interface Governed {
  readonly path: string;
  readonly kind: KindName;
}

/** Files that one entry of the configuration names. */
export interface Group {
  readonly glob: string;
  readonly kind: KindName;
  /** Sorted. */
  readonly paths: readonly string[];
}

export interface Grouping {
  /** In the order of the configuration, where the last entry that matches decides. */
  readonly groups: readonly Group[];
  /** Paths that a glob matches and that are not meant. */
  readonly swept: readonly string[];
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** A way to write several paths as one glob: paths with the same key are one group. */
interface Pattern {
  readonly keyOf: (path: string) => string | undefined;
  readonly globOf: (path: string) => string;
  /** Whether the files of one kind may be written so, among all files with that key. */
  readonly fits: (own: readonly Governed[], all: number) => boolean;
}

const folderPattern: Pattern = {
  keyOf: (path) => folderOf(path) || undefined,
  globOf: (path) => `${globOf(folderOf(path))}/*.md`,
  fits: (own, all) => {
    const [{ path, kind }] = own as [Governed];
    const folder = folderOf(path);
    return own.length * 2 > all && (isTypicalFolder(folder, kind) || (own.length >= 3 && isRecordFolder(folder, kind)));
  },
};

// `releases/1.2.0/checklist.md` → `releases/*/checklist.md`
const siblingPattern: Pattern = {
  keyOf: (path) => {
    const steps = path.split('/');
    return steps.length < 3 ? undefined : [...steps.slice(0, -2), '*', steps.at(-1)].join('/');
  },
  globOf: (path) => `${globOf(folderOf(folderOf(path)))}/*/${globOf(fileName(path))}`,
  fits: (own, all) => own.length === all && (all >= 2 || isDated(`${fileName(folderOf((own[0] as Governed).path))}/`)),
};

const stemOf = (path: string): string | undefined => /^(\D*[^\d\W_]\D*)\d.*\.md$/.exec(fileName(path))?.[1];

const stemPathOf = (path: string): string | undefined => {
  const stem = stemOf(path);
  return stem === undefined ? undefined : path.slice(0, path.length - fileName(path).length) + stem;
};

// `docs/INCIDENT-0001.md` → `docs/INCIDENT-[0-9]*.md`
const stemPattern: Pattern = {
  keyOf: stemPathOf,
  globOf: (path) => `${globOf(stemPathOf(path) ?? '')}[0-9]*.md`,
  fits: (own, all) => own.length === all && all >= 2,
};

const singlePattern: Pattern = { keyOf: (path) => path, globOf, fits: () => true };

const groupBy = <T>(items: readonly T[], keyOf: (item: T) => string | undefined): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
};

const groupOf = (pattern: Pattern, own: readonly Governed[]): Group => {
  const [{ path, kind }] = own as [Governed];
  return { glob: pattern.globOf(path), kind, paths: own.map((one) => one.path).sort() };
};

const groupsIn = (pattern: Pattern, left: readonly Governed[], every: readonly string[]): Group[] => {
  const counts = new Map([...groupBy(every, pattern.keyOf)].map(([key, paths]) => [key, paths.length]));
  return [...groupBy(left, ({ path }) => pattern.keyOf(path))].flatMap(([key, own]) =>
    [...groupBy(own, ({ kind }) => kind).values()]
      .filter((ofKind) => pattern.fits(ofKind, counts.get(key) ?? 0))
      .map((ofKind) => groupOf(pattern, ofKind)),
  );
};

const byGlob = (a: Group, b: Group): number => (a.glob < b.glob ? -1 : a.glob > b.glob ? 1 : 0);

/** Groups governed paths; `others` are the Markdown files that are not meant. */
export const groupPaths = (governed: readonly Governed[], others: readonly string[]): Grouping => {
  const every = [...governed.map(({ path }) => path), ...others];
  let left = governed;
  const groups: Group[] = [];
  for (const pattern of [folderPattern, siblingPattern, stemPattern, singlePattern]) {
    const found = groupsIn(pattern, left, every).sort(byGlob);
    const taken = new Set(found.flatMap(({ paths }) => paths));
    left = left.filter(({ path }) => !taken.has(path));
    groups.push(...found);
  }
  const folders = new Set(groups.filter(({ glob }) => glob.endsWith('/*.md')).map(({ paths }) => folderOf(paths[0] as string)));
  return { groups, swept: others.filter((path) => folders.has(folderOf(path))).sort() };
};
