/** A work tree that also reaches the files outside its root that were named on the command line. */
import { posix, resolve } from 'node:path';
import { diskTree } from './disk.ts';
import type { Tree } from './tree.ts';

const upwards = (path: string): string => /^(?:\.\.\/)*/.exec(path)?.[0] ?? '';

const isOutside = (path: string): boolean => path.startsWith('../');

// What precedes the first part of a glob that is a pattern.
const literalFolder = (path: string): string => posix.dirname(path.split(/[*?{[]/)[0] ?? path);

/** Paths inside the root are read below it; paths that start with `../` below the nearest folder that holds all of those named. */
export const reachingTree = (root: string, paths: readonly string[]): Tree => {
  const inside = diskTree(root);
  const outside = paths.filter(isOutside);
  if (outside.length === 0) return inside;
  const prefix =
    outside.length === 1 ? `${literalFolder(outside[0] as string)}/` : (outside.map(upwards).sort((a, b) => b.length - a.length)[0] ?? '');
  const beyond = diskTree(resolve(root, prefix));
  const strip = (path: string): string | undefined => (path.startsWith(prefix) ? path.slice(prefix.length) : undefined);
  const within = <T>(path: string, ask: (tree: Tree, path: string) => Promise<T>): Promise<T | undefined> => {
    if (!isOutside(path)) return ask(inside, path);
    const rest = strip(path);
    return rest === undefined ? Promise.resolve(undefined) : ask(beyond, rest);
  };
  return {
    name: inside.name,
    list: async (patterns, ignore) => {
      const far = patterns.filter(isOutside).flatMap((pattern) => strip(pattern) ?? []);
      const near = patterns.filter((pattern) => !isOutside(pattern));
      const found = far.length === 0 ? [] : (await beyond.list(far, ignore)).map((path) => `${prefix}${path}`);
      return [...(near.length === 0 ? [] : await inside.list(near, ignore)), ...found].sort();
    },
    read: (path) => within(path, (tree, rest) => tree.read(rest)),
    has: (path) => within(path, (tree, rest) => tree.has(rest)),
  };
};
