/** Link definitions of a changelog that name releases. */
import type { Definition } from 'mdast';
import { descend, rangeOfNode } from '../markdown/nodes.ts';
import type { Outline } from '../markdown/outline.ts';
import { at, type Tree } from '../model/located.ts';
import type { ReleaseLink } from '../model/parts/release.ts';
import { unreleasedTitle } from './releases.ts';
import { versionIn } from './version.ts';

const definitionsOf = ({ root }: Outline): Definition[] =>
  [...descend(root)].flatMap(({ node }) => (node.type === 'definition' ? [node] : []));

export const releaseLinks = (outline: Outline): Tree<ReleaseLink>[] => {
  const used = new Set(
    [...descend(outline.root)].flatMap(({ node }) =>
      node.type === 'linkReference' || node.type === 'imageReference' ? [node.identifier] : [],
    ),
  );
  return definitionsOf(outline)
    .filter((node) => unreleasedTitle.test(`${node.label ?? node.identifier} `) || versionIn(node.label ?? node.identifier) !== undefined)
    .map((node) =>
      at(rangeOfNode(node), { label: node.label ?? node.identifier, url: node.url, unused: !used.has(node.identifier) || undefined }),
    );
};
