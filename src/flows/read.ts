/** Targets → documents, with the facts that the documents cannot know themselves. */
import { contentDigest } from '../facts/digest.ts';
import { withLinkFacts } from '../facts/links.ts';
import { templateOf, withAbsentTemplate, withTemplate } from '../facts/template.ts';
import { readDocument } from '../kinds/index.ts';
import type { Document } from '../model/document.ts';
import { type Source, sourceOfBytes } from '../model/source.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Tree } from '../tree/tree.ts';
import { linkOracle } from './link-oracle.ts';
import { readSource } from './source.ts';
import type { Target } from './targets.ts';

export interface ReadTarget {
  readonly target: Target;
  readonly document: Document;
}

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
