/** Fresh entries: those of a section that the file does not tell yet, each once. */
import type { Nodes } from 'mdast';
import type { NewEntry, NewGroup, NewSection } from '../changelog-section.ts';
import { rankOf } from './group-names.ts';
import { type Known, keyIn, knownIn, tellsWords, wordsOf } from './known.ts';
import type { Block, Log } from './log.ts';

/** A section without what is told, and what is to be said about that. */
export interface Fresh {
  readonly groups: readonly NewGroup[];
  readonly notes: readonly string[];
}

/** What is asked, of which file. */
export interface Ground {
  readonly log: Log;
  /** `owner/repo` of the repository itself. */
  readonly repository?: string;
  /** The versions that are tagged: what stands under any other one was told, though the history does not know of that release yet. */
  readonly released?: ReadonlySet<string>;
}

/** The blocks of releases that are not tagged yet. */
export const untaggedIn = ({ log, released }: Ground): Block[] =>
  released === undefined ? [] : log.blocks.filter(({ release: { version } }) => version !== undefined && !released.has(version));

const contextOf = ({ log, repository }: Ground): Parameters<typeof knownIn>[1] => ({
  definitions: log.definitions,
  ...(repository !== undefined && { repository }),
});

const reference = (by: string): string =>
  by
    .replace(/^pr:/, '#')
    .replace(/^(sha:.{7}).*$/, '$1')
    .replace(/^sha:/, '');

const quoted = (entry: NewEntry): string => {
  const words = wordsOf(entry);
  return `"${words.length > 60 ? `${words.slice(0, 57)}...` : words}"`;
};

const alreadyNote = (entry: NewEntry, by: string): string =>
  by === 'words' ? `${quoted(entry)} is there already` : `${quoted(entry)} is there already, as ${reference(by)}`;

const elsewhereNotes = (ground: Ground, entries: readonly NewEntry[], others: readonly Block[]): string[] => {
  if (entries.length === 0) return [];
  const context = contextOf(ground);
  const known = others.map((block) => ({ block, known: knownIn(block.nodes, context) }));
  return entries.flatMap((entry) => {
    const found = known.flatMap(({ block, known: told }) => {
      const by = keyIn(entry, told, ground.repository);
      return by === undefined ? [] : [`${quoted(entry)} stands in ${block.release.title} too (line ${block.line}), as ${reference(by)}`];
    });
    return found.slice(0, 1);
  });
};

const inOrder = (groups: readonly NewGroup[]): NewGroup[] =>
  [...groups].sort((a, b) => (rankOf(a.title) ?? Infinity) - (rankOf(b.title) ?? Infinity) || 0);

// Titles that occur twice are one group.
const joined = (groups: readonly NewGroup[]): NewGroup[] => {
  const byTitle = new Map<string, NewEntry[]>();
  for (const { title, entries } of groups) byTitle.set(title, [...(byTitle.get(title) ?? []), ...entries]);
  return [...byTitle].map(([title, entries]) => ({ title, entries }));
};

const once = (known: Known, ground: Ground): ((entry: NewEntry) => string | undefined) => {
  const keys = new Set<string>();
  const words = new Set<string>();
  return (entry) => {
    if (entry.text.trim() === '') throw new Error('An entry of a changelog has no text.');
    const own = wordsOf(entry);
    const key = entry.keys.find((each) => keys.has(each)) ?? keyIn(entry, known, ground.repository);
    const by = key ?? (words.has(own) || tellsWords(known, own) ? 'words' : undefined);
    for (const key of entry.keys) keys.add(key);
    words.add(own);
    return by;
  };
};

/** What of a section the blocks named first do not tell; the others are only looked into. */
export const freshOf = (ground: Ground, section: NewSection, told: readonly Block[]): Fresh => {
  const nodes: Nodes[] = told.flatMap((block) => [...block.nodes]);
  const check = once(knownIn(nodes, contextOf(ground)), ground);
  const notes: string[] = [];
  const groups = joined(section.groups).map(({ title, entries }) => ({
    title,
    entries: entries.filter((entry) => {
      const by = check(entry);
      if (by !== undefined) notes.push(alreadyNote(entry, by));
      return by === undefined;
    }),
  }));
  const left = inOrder(groups.filter(({ entries }) => entries.length > 0));
  const others = ground.log.blocks.filter((block) => !told.includes(block));
  return {
    groups: left,
    notes: [
      ...notes,
      ...elsewhereNotes(
        ground,
        left.flatMap(({ entries }) => entries),
        others,
      ),
    ],
  };
};

/** How many entries there are. */
export const countOf = ({ groups }: Fresh): number => groups.reduce((sum, { entries }) => sum + entries.length, 0);
