/** Structure: whether a changelog can be edited safely; if not, the reason and the place. */
import { rangeOfNode } from '../../../markdown/nodes.ts';
import { childPointer, nearestRange, unzip } from '../../../model/located.ts';
import type { Problem } from '../../../model/parts/problem.ts';
import type { Source } from '../../../model/source.ts';
import { changelogStyle } from '../../../read/changelog-style.ts';
import { problems } from '../../../read/problems.ts';
import { isPackageName, nameAbove } from '../../../read/release-packages.ts';
import { readReleases } from '../../../read/releases.ts';
import { type Block, type Log, logOf, releasedOf } from './log.ts';
import { refuse } from './refusal.ts';
import { compareVersions } from './version-order.ts';

const anywhere: Readonly<Record<string, string>> = {
  'too-large': 'The file is too large to be read. Move old releases to a file of their own.',
  'too-deep': 'The file is nested too deep to be read. Take some nesting out.',
  'invalid-utf-8': 'The file is not UTF-8, so an edit would change other bytes too. Convert it to UTF-8 first.',
  nul: 'A NUL character stands here: the file is no text. Restore it from git.',
  'conflict-marker': 'A merge conflict is not resolved here. Resolve it first.',
  'unclosed-front-matter': 'The front matter is not closed, so it cannot be told where the text starts. Close it with ---.',
};

// Within an item or a quotation they end with it; at the top they swallow the rest of the file.
const atTop: Readonly<Record<string, string>> = {
  'unclosed-fence': 'The code fence is not closed: everything below it is code. Close it first.',
  'unclosed-comment': 'The comment is not closed: everything below it is hidden. Close it with --> first.',
  'unclosed-html': 'The HTML element is not closed: everything below it belongs to it. Close it first.',
  'whole-file-fence': 'The whole file is one block of code. Take the fence away first.',
};

const refuseProblems = ({ source, outline }: Log): void => {
  const { data, ranges } = unzip<readonly Problem[]>(problems.read(outline));
  const top = new Set(outline.root.children.map((node) => rangeOfNode(node).start));
  for (const [index, { type }] of data.entries()) {
    const start = nearestRange(ranges, childPointer('', index))?.start ?? 0;
    const reason = anywhere[type] ?? (top.has(start) ? atTop[type] : undefined);
    if (reason !== undefined) refuse(source, start, reason);
  }
};

const startOf = ({ heading }: Block): number => rangeOfNode(heading).start;

const refuseTwice = ({ source, blocks }: Log): void => {
  // Announced versions are told apart.
  const unreleased = blocks.filter(({ release }) => release.unreleased && release.version === undefined);
  const [first, second] = unreleased;
  if (first !== undefined && second !== undefined)
    refuse(
      source,
      startOf(second),
      `"${second.release.title}" is a second section of what is not released (the first is "${first.release.title}" in line ${first.line}; there are ${unreleased.length}). Join them first.`,
    );
  const seen = new Map<string, Block>();
  for (const block of blocks) {
    const { version } = block.release;
    const before = version === undefined ? undefined : seen.get(version);
    if (before !== undefined)
      refuse(source, startOf(block), `${version} has two sections (the first in line ${before.line}). Join them first.`);
    if (version !== undefined) seen.set(version, block);
  }
};

const refuseOrder = (log: Log): void => {
  const versions = releasedOf(log).flatMap(({ release }) => release.version ?? []);
  const steps = versions.slice(1).map((version, index) => compareVersions(versions[index] ?? '', version));
  const last = releasedOf(log).at(-1);
  if (last !== undefined && steps.length > 0 && steps.filter((step) => step < 0).length * 2 > steps.length)
    refuse(
      log.source,
      startOf(last),
      'The releases stand oldest first; new ones are only added on top. Turn the file round, or add the release by hand.',
    );
};

// Below another name versions start anew, or the names are those of packages.
const refusePackages = (log: Log): void => {
  const named = releasedOf(log).flatMap((block) => {
    const name = nameAbove(block.section);
    return name === undefined ? [] : [{ block, name, version: block.release.version ?? '' }];
  });
  const at = named.findIndex(({ name, version }, index) => {
    const before = named[index - 1];
    return before !== undefined && before.name !== name && (isPackageName(name) || compareVersions(before.version, version) < 0);
  });
  const [before, next] = [named[at - 1], named[at]];
  if (before !== undefined && next !== undefined)
    refuse(
      log.source,
      startOf(next.block),
      `The releases stand below several names ("${before.name}", "${next.name}"), so it cannot be told where one belongs. Keep a changelog for each, and name it with changelog.file.`,
    );
};

const unrecognised =
  'No release can be read in this file, so there is no place to add one. Give it a heading such as "## [Unreleased]", and run again.';

// A title alone, or the preamble of a Keep a Changelog, is a changelog without releases yet.
const refuseNoReleases = ({ source, outline, blocks }: Log): void => {
  if (blocks.length > 0) return;
  if (readReleases(outline).length > 0)
    refuse(source, 0, 'The file only lists where its releases are written down. Name the file of the release instead.');
  const said = outline.root.children.filter(({ type }) => type !== 'definition' && type !== 'html' && type !== 'yaml');
  const headings = said.filter(({ type }) => type === 'heading').length;
  const isPreamble = said.every(({ type }) => type === 'heading' || type === 'paragraph') && changelogStyle(outline) === 'keep-a-changelog';
  const other = said.find(({ type }) => type !== 'heading');
  if (headings > 1 || (other !== undefined && !isPreamble))
    refuse(source, rangeOfNode(said[0] as (typeof said)[number]).start, unrecognised);
};

/** The log of a source that can be edited. Throws a UsageError for one that cannot. */
export const soundLogOf = (source: Source): Log => {
  const log = logOf(source);
  refuseProblems(log);
  refuseNoReleases(log);
  refusePackages(log);
  refuseTwice(log);
  refuseOrder(log);
  return log;
};
