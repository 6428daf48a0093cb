/** Paths → sources. */
import { type Source, sourceOfBytes } from '../model/source.ts';
import type { Tree } from '../tree/tree.ts';

/** The source of a file; a file that vanished reads as empty, which no kind passes. */
export const readSource = async (tree: Tree, path: string): Promise<Source> =>
  sourceOfBytes(path, (await tree.read(path)) ?? new Uint8Array());
