/** Link definitions of a changelog: added in their place, in the file's order and with its labels. */
import type { Definition } from 'mdast';
import { rangeOfNode, rawOf } from '../../../markdown/nodes.ts';
import { unreleasedTitle } from '../../../read/releases.ts';
import { versionIn } from '../../../read/version.ts';
import type { NewLink } from '../changelog-section.ts';
import { lineEndAt, lineEndingAt, lineStartAt, type Splice } from '../splice.ts';
import type { Log } from './log.ts';
import { compareVersions } from './version-order.ts';

/** Labels compare without case and a leading v. */
export const labelKey = (label: string): string =>
  label
    .trim()
    .toLowerCase()
    .replace(/^v(?=\d)/, '');

const labelOf = (node: Definition): string => node.label ?? node.identifier;

const isUnreleased = (label: string): boolean => unreleasedTitle.test(`${label} `);

/** The definition of a label. Of several the first counts (CommonMark 0.31, section 4.7). */
const definitionOf = ({ definitions }: Log, label: string): Definition | undefined =>
  definitions.find((node) => labelKey(labelOf(node)) === labelKey(label));

const target = (url: string): string => (/[\s<>]|^$/.test(url) ? `<${url.replace(/[<>]/g, encodeURIComponent)}>` : url);

const line = ({ label, url }: NewLink): string => `[${label}]: ${target(url)}`;

// The address is the first word behind the label's colon.
const changed = ({ source }: Log, node: Definition, url: string): Splice[] => {
  if (node.url === url) return [];
  const raw = rawOf(source, node);
  const found = /^\[(?:\\.|[^\]\\])+\]:\s*(<[^>]*>|\S+)/.exec(raw);
  if (found?.[1] === undefined) return [];
  const end = rangeOfNode(node).start + found[0].length;
  return [{ start: end - found[1].length, end, text: target(url) }];
};

/** The definitions that name releases, or what is not released. */
export const releaseDefinitions = ({ definitions }: Log): Definition[] =>
  definitions.filter((node) => versionIn(labelOf(node)) !== undefined || isUnreleased(labelOf(node)));

const isAscending = (versions: readonly string[]): boolean =>
  versions.length > 1 && compareVersions(versions[0] ?? '', versions.at(-1) ?? '') < 0;

interface Neighbour {
  readonly node: Definition;
  readonly side: 'above' | 'below';
}

// Newest first: above the first older one. Oldest first: below the last older one. What is not released is newest.
const neighbourOf = (log: Log, label: string): Neighbour | undefined => {
  const all = releaseDefinitions(log);
  const versioned = all.flatMap((node) => {
    const version = versionIn(labelOf(node));
    return version === undefined ? [] : [{ node, version }];
  });
  const own = isUnreleased(label) ? undefined : versionIn(label);
  const isOlder = ({ version }: { version: string }): boolean => own === undefined || compareVersions(version, own) < 0;
  if (isAscending(versioned.map(({ version }) => version))) {
    const before = versioned.findLast(isOlder) ?? versioned[0];
    return before && { node: before.node, side: isOlder(before) ? 'below' : 'above' };
  }
  const unreleased = own === undefined ? undefined : all.find((node) => isUnreleased(labelOf(node)));
  const after = versioned.find(isOlder);
  if (after !== undefined) return { node: after.node, side: 'above' };
  const last = versioned.at(-1)?.node ?? unreleased;
  return last && { node: last, side: own === undefined ? 'above' : 'below' };
};

const indentOf = ({ source }: Log, node: Definition): string => {
  const { start } = rangeOfNode(node);
  return /^ *$/.test(source.text.slice(lineStartAt(source, start), start)) ? source.text.slice(lineStartAt(source, start), start) : '';
};

const beside = (log: Log, { node, side }: Neighbour, link: NewLink): Splice => {
  const { source } = log;
  const text = indentOf(log, node) + line(link);
  const { start, end } = rangeOfNode(node);
  const offset = side === 'above' ? lineStartAt(source, start) : lineEndAt(source, end);
  const ending = lineEndingAt(source, offset);
  return { start: offset, end: offset, text: side === 'above' ? text + ending : ending + text };
};

// At the end of the file, below a blank line or other definitions.
const atEnd = (log: Log, links: readonly NewLink[]): Splice => {
  const { source, outline } = log;
  const end = source.text.trimEnd().length;
  const offset = lineEndAt(source, end);
  const ending = lineEndingAt(source, offset);
  const isBelowDefinition = outline.root.children.at(-1)?.type === 'definition';
  return { start: offset, end: offset, text: ending.repeat(isBelowDefinition ? 1 : 2) + links.map(line).join(ending) };
};

/** What is to be defined; `isCurrent` when a definition that is there has to say the same. */
export interface WantedLink extends NewLink {
  readonly isCurrent: boolean;
}

/** The splices that define the links. */
export const linkSplices = (log: Log, links: readonly WantedLink[]): Splice[] => {
  const missing = links.filter(({ label }) => definitionOf(log, label) === undefined);
  const there = links.flatMap((link) => {
    const node = definitionOf(log, link.label);
    return node === undefined || !link.isCurrent ? [] : changed(log, node, link.url);
  });
  const placed = missing.map((link) => ({ link, neighbour: neighbourOf(log, link.label) }));
  const rest = placed.flatMap(({ link, neighbour }) => (neighbour === undefined ? [link] : []));
  return [
    ...there,
    ...placed.flatMap(({ link, neighbour }) => (neighbour === undefined ? [] : [beside(log, neighbour, link)])),
    ...(rest.length === 0 ? [] : [atEnd(log, rest)]),
  ];
};
