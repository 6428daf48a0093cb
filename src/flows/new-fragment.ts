/** A new fragment: its name, its text, and that its type is one that the changelog knows. */
import { fragmentName, isFragmentType } from '../changes/fragments.ts';
import { groupOrder } from '../changes/mapping.ts';
import type { Config } from '../config/types.ts';
import type { Artifact } from '../model/artifact.ts';
import { didYouMean, UsageError } from '../model/usage-error.ts';
import type { Tree } from '../tree/tree.ts';
import { settingsOf } from './changelog.ts';
import { defaultFragments } from './changelog-sources.ts';

export interface FragmentOrder {
  /** A group such as `fixed`, or a commit type. */
  readonly type: string;
  /** Markdown, without a bullet. */
  readonly text: string;
  readonly pull?: number;
  readonly breaking: boolean;
}

/** Plans the file. Throws a UsageError for a type that the changelog does not know, and for an empty text. */
export const planFragment = async (tree: Tree, { changelog }: Config, order: FragmentOrder): Promise<Artifact> => {
  const { types } = settingsOf(changelog);
  if (!isFragmentType(types, order.type)) {
    const titles = groupOrder(types).map((title) => title.toLowerCase());
    throw new UsageError(`"${order.type}" is not a type of change; expected one of ${titles.join(', ')}.${didYouMean(order.type, titles)}`);
  }
  if (order.text.trim() === '') throw new UsageError('A fragment needs a text: what changed for those who use it.');
  const folder = changelog.fragments ?? defaultFragments;
  const taken = (await tree.has(folder)) === true ? await tree.list([`${folder}/*.md`]) : [];
  const name = fragmentName(order, new Set(taken.map((path) => path.slice(folder.length + 1))));
  return { path: `${folder}/${name}`, text: `${order.text.trim()}\n`, before: undefined };
};
