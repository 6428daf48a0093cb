/** Links of headings: which definitions a release's and the unreleased heading need, and the address in a heading itself. */
import type { Link } from 'mdast';
import { rangeOfNode, rawOf } from '../../../markdown/nodes.ts';
import { versionIn } from '../../../read/version.ts';
import type { NewLink, NewSection } from '../changelog-section.ts';
import type { Splice } from '../splice.ts';
import { headingWords } from './heading-mark.ts';
import { labelIn } from './heading-style.ts';
import { labelKey, linkSplices, releaseDefinitions, type WantedLink } from './links.ts';
import { type Block, blockOfVersion, type Log, releasedOf, unreleasedOf } from './log.ts';

/** The link of a version among those given. */
export const linkFor = (links: readonly NewLink[], label: string): NewLink | undefined =>
  links.find((link) => labelKey(link.label) === labelKey(label));

const wordsOf = (log: Log, block: Block | undefined): string | undefined => block && headingWords(log.source, block.heading);

interface Heads {
  /** Words of the headings as they will be. */
  readonly release?: string | undefined;
  readonly unreleased?: string | undefined;
  /** The section is the newest release, or knows of a newer one: then its comparison is the current one. */
  readonly isNewest: boolean;
}

const wanted = (link: NewLink, words: string | undefined, isCurrent: boolean): WantedLink[] => {
  const label = words === undefined ? undefined : labelIn(words);
  return label === undefined ? [] : [{ label, url: link.url, isCurrent }];
};

// Brackets that all stand alone, as some write them, are to stay so.
const standsAlone = (log: Log): boolean => {
  const released = releasedOf(log);
  return released.length > 0 && released.every(({ release }) => release.link === 'missing') && releaseDefinitions(log).length === 0;
};

const wantedLinks = (log: Log, section: NewSection, { release, unreleased, isNewest }: Heads): WantedLink[] => {
  if (standsAlone(log)) return [];
  return section.links.flatMap((link) => {
    const key = labelKey(link.label);
    if (key === 'unreleased') return wanted(link, unreleased ?? wordsOf(log, unreleasedOf(log)), isNewest);
    const version = versionIn(link.label);
    if (version === undefined) return [{ ...link, isCurrent: false }];
    const own = version === section.version ? release : undefined;
    return wanted(link, own ?? wordsOf(log, blockOfVersion(log, version)), false);
  });
};

const addressSplice = (log: Log, node: Link, url: string): Splice[] => {
  const raw = rawOf(log.source, node);
  const at = raw.lastIndexOf(`](${node.url}`);
  const start = rangeOfNode(node).start + at + 2;
  return at < 0 || node.url === url ? [] : [{ start, end: start + node.url.length, text: url }];
};

// `## [Unreleased](https://…/compare/v1.1.0...HEAD)`
const unreleasedAddress = (log: Log, { links }: NewSection): Splice[] => {
  const url = linkFor(links, 'unreleased')?.url;
  const node = unreleasedOf(log)?.heading.children.find((child) => child.type === 'link');
  return url === undefined || node === undefined ? [] : addressSplice(log, node, url);
};

/** The splices that make the links of a section hold. */
export const headLinkSplices = (log: Log, section: NewSection, heads: Heads): Splice[] => [
  ...(heads.isNewest ? unreleasedAddress(log, section) : []),
  ...linkSplices(log, wantedLinks(log, section, heads)),
];
