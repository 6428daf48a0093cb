/** The tree in memory: for tests and for a document that comes from stdin. */
import { UsageError } from '../model/usage-error.ts';
import { confined } from './confined.ts';
import { type Entry, treeOfEntries } from './entries.ts';
import type { Tree } from './tree.ts';

const entryOf = (path: string, content: string | Uint8Array): Entry<Uint8Array> => {
  const clean = confined(path);
  if (clean === undefined) throw new UsageError(`${path} leads out of the tree. Name a path inside it.`);
  return { path: clean, kind: 'file', content: typeof content === 'string' ? new TextEncoder().encode(content) : content };
};

/** A tree of the given files: path -> text (written as UTF-8) or bytes. */
export const memoryTree = (files: Readonly<Record<string, string | Uint8Array>>): Tree =>
  treeOfEntries({
    name: 'memory',
    entries: Object.entries(files).map(([path, content]) => entryOf(path, content)),
    read: async (content) => content,
  });
