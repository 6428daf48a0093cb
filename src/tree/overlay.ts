/** A tree with one file laid over it: the text of an editor, or of standard input. */
import { select } from './paths.ts';
import type { Tree } from './tree.ts';

export const overlayTree = (below: Tree, path: string, bytes: Uint8Array): Tree => ({
  name: below.name,
  list: async (patterns, ignore) => {
    const found = new Set(await below.list(patterns, ignore));
    for (const one of select([path], patterns, ignore)) found.add(one);
    return [...found].sort();
  },
  read: async (asked) => (asked === path ? bytes : below.read(asked)),
  has: async (asked) => (asked === path ? true : below.has(asked)),
});
