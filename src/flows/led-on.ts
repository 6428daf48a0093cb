/** A new document whose relative links lead to where those of the file that it is made of lead. */
import { applySplices } from '../generate/edit/splice.ts';
import { linkedPaths, type Move, relinked } from '../generate/instantiate/links.ts';
import { sourceOfText } from '../model/source.ts';
import type { Tree } from '../tree/tree.ts';
import { hasPage } from './link-oracle.ts';

export interface Way extends Omit<Move, 'exists'> {
  readonly from: string;
}

/** The text with its links led on. The file itself may be about to be written; what exists is what the check takes for existing. */
export const ledOn = async (tree: Tree, text: string, { from, ...way }: Way): Promise<string> => {
  const source = sourceOfText(way.to, text);
  const asked = linkedPaths(source, from, way.part).map(async (path) =>
    path === from || (await hasPage(tree, path)) === true ? [path] : [],
  );
  const existing = new Set((await Promise.all(asked)).flat());
  return applySplices(source, relinked(source, from, { ...way, exists: (path) => existing.has(path) }));
};
