/** What a changelog is told from beside git: the overrides and the fragments of the tree. */
import type { Fragment } from '../changes/fragments.ts';
import { isFragmentFile } from '../changes/fragments.ts';
import type { ChangelogConfig } from '../config/changelog.ts';
import type { CommitOverride } from '../facts/changelog-overrides.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Tree } from '../tree/tree.ts';

/** Where the changelog stands unless the configuration says otherwise. */
export const defaultChangelog = 'CHANGELOG.md';

export const defaultFragments = 'changelog.d';
const defaultOverrides = 'docs/changelog-overrides.yaml';

const textAt = async (tree: Tree, path: string): Promise<string | undefined> => {
  const bytes = await tree.read(path);
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
};

/** The overrides of a tree. Throws a UsageError for a file that the configuration names and that is not there. */
export const loadOverrides = async (tree: Tree, { overrides }: ChangelogConfig): Promise<CommitOverride[]> => {
  const path = overrides ?? defaultOverrides;
  const text = await textAt(tree, path);
  if (text !== undefined) return (await import('../facts/changelog-overrides.ts')).readOverrides(path, text);
  if (overrides === undefined) return [];
  throw new UsageError(`changelog.overrides: There is no file ${path} in the ${tree.name}. Correct the path, or write it.`);
};

/** The fragments of a tree, in the order of their paths; none where changes are told by commits alone. */
export const loadFragments = async (tree: Tree, { source, fragments = defaultFragments }: ChangelogConfig): Promise<Fragment[]> => {
  if (source === 'commits' || (await tree.has(fragments)) !== true) return [];
  const paths = (await tree.list([`${fragments}/*.md`])).filter(isFragmentFile);
  return Promise.all(paths.map(async (path) => ({ path, text: (await textAt(tree, path)) ?? '' })));
};

/** Which of the user's templates word a changelog. */
export interface OwnTemplates {
  readonly section: boolean;
  readonly change: boolean;
}

/** Asks the tree for the two paths, and nothing else. */
export const ownChangelogTemplates = async (tree: Tree): Promise<OwnTemplates> => {
  if ((await tree.has('templates')) !== true) return { section: false, change: false };
  const paths = ['templates/changelog-section.md.hbs', 'templates/partials/change.md.hbs'];
  const [section, change] = await Promise.all(paths.map((path) => tree.has(path)));
  return { section: section === true, change: change === true };
};
