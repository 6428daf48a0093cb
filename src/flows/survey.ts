/** What a repository holds that could be governed, told from names first and from content where the names promise something. */
import { defaultIgnore } from '../config/defaults.ts';
import { detectKind } from '../kinds/detect.ts';
import { kinds } from '../kinds/index.ts';
import { readAs } from '../kinds/kind.ts';
import { outlineOf } from '../markdown/outline.ts';
import { sourceOfBytes } from '../model/source.ts';
import { type Candidate, candidateOf, changelogCandidate } from '../setup/init/candidate.ts';
import { isForeign, isNamedChangelog, isPromising, isRelevant } from '../setup/init/names.ts';
import type { Tree } from '../tree/tree.ts';

export interface Survey {
  readonly candidates: readonly Candidate[];
  /** The Markdown files that are no candidates. */
  readonly others: readonly string[];
  /** How many promising files were not looked into, since there are so many. */
  readonly skipped: number;
}

/** How many files are looked into, by what was found to take a second or two. */
const limits = { heads: 1000, documents: 600, bytes: 1_000_000, head: 600 } as const;

const depthOf = (path: string): number => path.split('/').length;

const headPromises = async (tree: Tree, path: string): Promise<boolean> =>
  isPromising(new TextDecoder().decode((await tree.read(path))?.subarray(0, limits.head)));

// Names first; what is left is asked for its first lines, the topmost folders before the others.
const promisingPaths = async (tree: Tree, paths: readonly string[]): Promise<string[]> => {
  const named = paths.filter(isPromising);
  const rest = paths.filter((path) => !isPromising(path)).sort((a, b) => depthOf(a) - depthOf(b));
  const asked = rest.slice(0, limits.heads);
  const promises = await Promise.all(asked.map((path) => headPromises(tree, path)));
  return [...named, ...asked.filter((_, index) => promises[index])];
};

const lookInto = async (tree: Tree, path: string): Promise<Candidate | undefined> => {
  const bytes = await tree.read(path);
  if (bytes === undefined) return undefined;
  const source = sourceOfBytes(path, bytes);
  if (isNamedChangelog(path)) return changelogCandidate(path, source.text);
  if (bytes.length > limits.bytes) return undefined;
  const outline = outlineOf(source);
  const kind = detectKind(outline);
  const title = outline.sections.find(({ heading }) => heading !== undefined)?.title ?? '';
  return isRelevant(kind, path, title) ? candidateOf(readAs(kinds[kind], outline)) : undefined;
};

/** Looks over the Markdown files of a tree. */
export const surveyTree = async (tree: Tree): Promise<Survey> => {
  const paths = await tree.list(['**/*.md'], defaultIgnore);
  const promising = await promisingPaths(
    tree,
    paths.filter((path) => !isForeign(path)),
  );
  const candidates: Candidate[] = [];
  for (const path of promising.slice(0, limits.documents)) {
    const candidate = await lookInto(tree, path);
    if (candidate !== undefined) candidates.push(candidate);
  }
  const skipped = promising.slice(limits.documents);
  const settled = new Set([...candidates.map(({ path }) => path), ...skipped]);
  return { candidates, others: paths.filter((path) => !settled.has(path)), skipped: skipped.length };
};
