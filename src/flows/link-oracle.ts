/** Answers where local links lead: each file is asked for its anchors once. */
import { posix } from 'node:path';
import type { AskLink } from '../facts/links.ts';
import { outlineOf } from '../markdown/outline.ts';
import type { Source } from '../model/source.ts';
import type { Tree } from '../tree/tree.ts';
import { readSource } from './source.ts';

type Anchors = ReadonlySet<string>;

const hasAnchor = (anchors: Anchors, anchor: string): boolean =>
  anchor === '' || anchor === 'top' || /^L\d+/.test(anchor) || anchors.has(anchor) || anchors.has(anchor.toLowerCase());

// Sites leave endings out, or name the page that is made of a source.
const endings = ['', '.md', '.mdx', '.html.md', '.html.md.erb', '/index.md', '/README.md'] as const;

/** Whether a path, or a page that a site makes of it, is there; undefined when the path leads out of the tree. */
export const hasPage = async (tree: Tree, path: string): Promise<boolean | undefined> => {
  const bare = path.replace(/\.html$/, '');
  const found = await Promise.all([tree.has(path), ...endings.map((ending) => tree.has(`${bare}${ending}`))]);
  if (found.includes(true)) return true;
  return found[0];
};

/** What the first question about a key answers, every later one is told. */
const remembering = <Answer>(): ((key: string, ask: () => Promise<Answer>) => Promise<Answer>) => {
  const known = new Map<string, Promise<Answer>>();
  return (key, ask) => {
    const answer = known.get(key) ?? ask();
    known.set(key, answer);
    return answer;
  };
};

/** Asks a tree about links, for one run. `anchorsOf`: the anchors of a source. */
export const linkOracle = (tree: Tree, anchorsOf = (source: Source): readonly string[] => outlineOf(source).anchors): AskLink => {
  const pages = remembering<boolean | undefined>();
  const anchors = remembering<Anchors | undefined>();
  const anchorsIn = async (path: string): Promise<Anchors | undefined> =>
    /\.(?:md|mdx|markdown)$/i.test(path) ? new Set(anchorsOf(await readSource(tree, path))) : undefined;
  return async ({ source }, { path, anchor }) => {
    const clean = path === undefined ? undefined : posix.normalize(path);
    const here = clean === undefined || path === '' || clean === '.';
    const exists = here ? true : await pages(clean, () => hasPage(tree, clean));
    if (exists !== true || anchor === undefined) return exists;
    const known = await (path === undefined
      ? anchors(source.path, async () => new Set(anchorsOf(source)))
      : anchors(path, () => anchorsIn(path)));
    return known === undefined ? undefined : hasAnchor(known, anchor);
  };
};
