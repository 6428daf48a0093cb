/** Places of new releases: above a block, below one, or at the end of a file that has none. */
import type { ListItem } from 'mdast';
import { rangeOfNode, rawOf } from '../../../markdown/nodes.ts';
import { pointAt } from '../../../model/source.ts';
import { lineEndAt, lineEndingAt, type Splice } from '../splice.ts';
import type { Habits } from './habits.ts';
import { type Block, detailsAt, type Log } from './log.ts';
import { refuse } from './refusal.ts';

/** Lines of a new release, and what separates it from others. */
export interface Written {
  readonly version?: string;
  /** The heading. */
  readonly head: readonly string[];
  readonly body: readonly string[];
  readonly habits: Habits;
}

const refuseHidden = (log: Log, offset: number): void => {
  if (detailsAt(log, offset) > 0)
    refuse(log.source, offset, 'The place of the release is within <details>. Open it up, or add the release by hand.');
};

// `## v1.2.x`, `## Version 2`: a heading above releases of one series; `## 2026` is a year.
const seriesOf = (title: string): string | undefined =>
  /^(?!\d{4}$)(?:version\s*|release\s*)?v?(\d+(?:\.\d+)?)(?:\.[x*])?$/i.exec(title.trim())?.[1];

const refuseOtherSeries = (log: Log, { section, start }: Block, version: string | undefined): void => {
  const title = section.path.slice(0, -1).find((above) => seriesOf(above) !== undefined);
  if (title === undefined || version?.replace(/^v/i, '').startsWith(`${seriesOf(title)}.`) === true) return;
  const what = version === undefined ? 'what is not released' : version;
  refuse(
    log.source,
    start,
    `The place of ${what} would be below "${title}", where it does not belong. Write its heading where it belongs first.`,
  );
};

const aside = (type: string): boolean => type === 'html' || type === 'definition' || type === 'thematicBreak';

const isOnlyLink = ({ children }: ListItem): boolean => {
  const [only, ...rest] = children.flatMap((node) => (node.type === 'paragraph' ? node.children : []));
  return rest.length === 0 && (only?.type === 'link' || only?.type === 'linkReference');
};

// Changes without a heading above the first release would stand above the new one as well. A list with its introduction is a legend.
const refuseLoose = ({ source, outline: { root }, blocks }: Log, block: Block): void => {
  if (block !== blocks[0]) return;
  const above = root.children.filter((node) => rangeOfNode(node).end <= block.start && node.type !== 'yaml');
  const at = above.findLastIndex(({ type }) => !aside(type));
  const [before, list] = [above[at - 1], above[at]];
  const isIntroduced = before !== undefined && before.type !== 'html' && !(before.type === 'heading' && before.depth === 1);
  if (list?.type !== 'list' || isIntroduced || list.children.every(isOnlyLink)) return;
  refuse(
    source,
    rangeOfNode(list).start,
    `This list stands above "${block.release.title}", outside of any release: whether it belongs to what is added cannot be told. Give it a heading such as "## Unreleased", and run again.`,
  );
};

// An underlined heading takes the line above into it unless that is blank.
const needsBlank = ({ source }: Log, { head }: Written, offset: number): boolean => {
  const { line } = pointAt(source, offset);
  const above = line < 2 ? '' : source.text.slice(source.lines[line - 2], source.lines[line - 1]);
  return head.length > 1 && above.trim() !== '';
};

// `<a id="1.1.0"></a>` above one release becomes `<a id="1.2.0"></a>` above the other.
const leadLike = (log: Log, { lead, release }: Block, version: string | undefined): string[] => {
  const raw = lead === undefined ? '' : rawOf(log.source, lead);
  return version !== undefined && release.version !== undefined && raw.includes(release.version)
    ? [raw.replaceAll(release.version, version)]
    : [];
};

const inEnding = (lines: string, ending: string): string => lines.replaceAll('\n', ending);

/** Above a block. */
export const placeAbove = (log: Log, block: Block, written: Written): Splice => {
  const offset = block.start;
  refuseHidden(log, offset);
  refuseLoose(log, block);
  refuseOtherSeries(log, block, written.version);
  const ending = lineEndingAt(log.source, offset);
  const lines = [...leadLike(log, block, written.version), ...written.head, ...written.body];
  const text = lines.join(ending) + ending + inEnding(written.habits.betweenReleases, ending);
  return { start: offset, end: offset, text: (needsBlank(log, written, offset) ? ending : '') + text };
};

/** Below a block. */
export const placeBelow = (log: Log, block: Block, written: Written): Splice => {
  refuseHidden(log, block.end);
  refuseOtherSeries(log, block, written.version);
  const ending = lineEndingAt(log.source, block.end);
  const between = inEnding(written.habits.betweenReleases, ending);
  const lines = [...leadLike(log, block, written.version), ...written.head, ...written.body];
  return { start: block.end, end: block.end, text: ending + (between || ending) + lines.join(ending) };
};

/** In a file without releases: below its title and preamble, above link definitions. */
export const placeAtEnd = (log: Log, { head, body }: Written): Splice => {
  const { source, outline } = log;
  const last = outline.root.children.findLast(({ type }) => type !== 'definition');
  const lines = [...head, ...body];
  if (last === undefined) return { start: 0, end: 0, text: `${lines.join('\n')}\n` };
  const offset = lineEndAt(source, rangeOfNode(last).end);
  const ending = lineEndingAt(source, offset);
  const hasMore = source.text.slice(offset).trim() !== '';
  const isTight = hasMore && !/^(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)/.test(source.text.slice(offset));
  return { start: offset, end: offset, text: ending.repeat(2) + lines.join(ending) + (isTight ? ending : '') };
};
