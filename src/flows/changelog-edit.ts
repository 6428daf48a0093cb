/** Sections brought into a changelog file, and fragments that a release uses up, as artifacts: nothing is written here. */
import { mergeChangelog } from '../generate/edit/changelog-merge.ts';
import type { NewSection } from '../generate/edit/changelog-section.ts';
import { applySplices } from '../generate/edit/splice.ts';
import { sectionsText } from '../generate/views/changelog.ts';
import type { Artifact } from '../model/artifact.ts';
import { type Source, sourceOfBytes } from '../model/source.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Tree } from '../tree/tree.ts';

const preamble = `# Changelog

All notable changes to this project are documented in this file.

The format is based on [Keep a Changelog](https://keepachangelog.com/en/1.1.0/),
and this project adheres to [Semantic Versioning](https://semver.org/spec/v2.0.0.html).
`;

const wholeText = ({ text, bom }: Source): string => (bom ? `\uFEFF${text}` : text);

/** What a changelog becomes. */
export interface PlannedChangelog {
  readonly artifact: Artifact;
  /** What was not written because it is there, and what stands elsewhere too; a sentence each, without full stop. */
  readonly notes: readonly string[];
}

export interface ChangelogTarget {
  readonly tree: Tree;
  readonly path: string;
  /** The address of the repository, so that links to others are not taken for its own. */
  readonly repository?: string;
  /** The versions that are tagged. */
  readonly released: readonly string[];
  /** What is not released is compared by this address, though nothing may have changed since the last release. */
  readonly unreleasedUrl?: string;
}

const nameOf = (url: string): string => url.replace(/^https?:\/\/[^/]+\//, '');

const opened = (sections: readonly NewSection[], { unreleasedUrl: url }: ChangelogTarget): readonly NewSection[] =>
  sections.some(({ version }) => version === undefined)
    ? sections
    : [{ groups: [], links: url === undefined ? [] : [{ label: 'unreleased', url }] }, ...sections];

// Without changes there is no section to print, but the comparison moves on all the same.
const withUnreleased = (sections: readonly NewSection[], target: ChangelogTarget): readonly NewSection[] =>
  target.unreleasedUrl === undefined ? sections : opened(sections, target);

/** The changelog with the sections merged into it; a new one where there is none. */
export const planChangelog = async (target: ChangelogTarget, sections: readonly NewSection[]): Promise<PlannedChangelog> => {
  const { tree, path, repository, released } = target;
  const bytes = await tree.read(path);
  if (bytes === undefined) {
    if ((await tree.has(path)) === true)
      throw new UsageError(`${path} is a folder, so no changelog can be written there. Remove it, or set changelog.file to another path.`);
    const text = `${preamble}\n${sectionsText(opened(sections, target))}`;
    return { artifact: { path, text, before: undefined }, notes: [] };
  }
  const source = sourceOfBytes(path, bytes);
  const { splices, notes } = mergeChangelog(source, withUnreleased(sections, target), {
    released: new Set(released),
    ...(repository !== undefined && { repository: nameOf(repository) }),
  });
  const before = wholeText(source);
  // Nothing to splice is nothing to write, byte for byte.
  return { artifact: { path, text: splices.length === 0 ? before : applySplices(source, splices), before }, notes };
};

/** The removal of fragments that stand in a release now. */
export const planRemovals = async (tree: Tree, paths: readonly string[]): Promise<Artifact[]> =>
  Promise.all(
    paths.map(async (path) => ({
      path,
      text: undefined,
      before: new TextDecoder('utf-8', { ignoreBOM: true }).decode(await tree.read(path)),
    })),
  );
