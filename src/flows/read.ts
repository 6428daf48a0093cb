/** Targets → documents, with the facts that the documents cannot know themselves. */
import { posix } from 'node:path';
import { contentDigest } from '../facts/digest.ts';
import { type AskLink, withLinkFacts } from '../facts/links.ts';
import { templateOf, withAbsentTemplate, withTemplate } from '../facts/template.ts';
import { readDocument } from '../kinds/index.ts';
import { outlineOf } from '../markdown/outline.ts';
import type { Document } from '../model/document.ts';
import { type Source, sourceOfBytes } from '../model/source.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Tree } from '../tree/tree.ts';
import type { Target } from './targets.ts';

export interface ReadTarget {
  readonly target: Target;
  readonly document: Document;
}

/** The source of a file; a file that vanished reads as empty, which no kind passes. */
export const readSource = async (tree: Tree, path: string): Promise<Source> =>
  sourceOfBytes(path, (await tree.read(path)) ?? new Uint8Array());

const anchorsIn = async (tree: Tree, path: string): Promise<readonly string[] | undefined> => {
  if (!/\.(?:md|mdx|markdown)$/i.test(path)) return undefined;
  return outlineOf(await readSource(tree, path)).anchors;
};

const hasAnchor = (anchors: readonly string[], anchor: string): boolean =>
  anchor === '' || anchor === 'top' || /^L\d+/.test(anchor) || anchors.some((known) => known === anchor || known === anchor.toLowerCase());

// Sites leave endings out, or name the page that is made of a source.
const sources = ['', '.md', '.mdx', '.html.md', '.html.md.erb', '/index.md', '/README.md'] as const;

const hasPage = async (tree: Tree, path: string): Promise<boolean | undefined> => {
  const bare = path.replace(/\.html$/, '');
  const found = await Promise.all([tree.has(path), ...sources.map((ending) => tree.has(`${bare}${ending}`))]);
  if (found.includes(true)) return true;
  return found[0];
};

/** Asks a tree about links. Anchors of each file are read once per run. */
const linkOracle = (tree: Tree): AskLink => {
  const cache = new Map<string, Promise<readonly string[] | undefined>>();
  const anchorsOf = (path: string): Promise<readonly string[] | undefined> => {
    const known = cache.get(path) ?? anchorsIn(tree, path);
    cache.set(path, known);
    return known;
  };
  return async (document, { path, anchor }) => {
    const file = path ?? document.source.path;
    const exists = path === undefined || path === '' || path === '.' ? true : await hasPage(tree, posix.normalize(path));
    if (exists !== true || anchor === undefined) return exists;
    const anchors = path === undefined ? outlineOf(document.source).anchors : await anchorsOf(file);
    return anchors === undefined ? undefined : hasAnchor(anchors, anchor);
  };
};

const withTemplateFact = async (tree: Tree, target: Target, document: Document): Promise<Document> => {
  const named = templateOf(document, target.template);
  if (named === undefined || named.path === target.path) return document;
  const bytes = await tree.read(named.path);
  if (bytes !== undefined)
    return withTemplate(document, readDocument(sourceOfBytes(named.path, bytes), document.kind), contentDigest(bytes));
  if (named.by === 'configuration')
    throw new UsageError(`${named.path}: There is no such template in the ${tree.name}. Correct "template" in the configuration.`);
  return withAbsentTemplate(document, named.path);
};

/** Reads all targets. `progress` is told how many are read. */
export const readTargets = async (
  tree: Tree,
  targets: readonly Target[],
  progress: (done: number, total: number) => void = () => undefined,
): Promise<ReadTarget[]> => {
  const ask = linkOracle(tree);
  const sources = await Promise.all(targets.map((target) => readSource(tree, target.path)));
  const read: ReadTarget[] = [];
  for (const [index, target] of targets.entries()) {
    const document = readDocument(sources[index] as Source, target.kind);
    read.push({ target, document: await withTemplateFact(tree, target, await withLinkFacts(document, ask)) });
    progress(index + 1, targets.length);
  }
  return read;
};
