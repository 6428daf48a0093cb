/** The style of release headings: a template with slots for version, date and address, taken from the file's own. */
import { descend, rangeOfNode } from '../../../markdown/nodes.ts';
import { findTime } from '../../../read/time.ts';
import { dateLike } from './date-style.ts';
import { type HeadingMark, headingWords, markLike, plainMark } from './heading-mark.ts';
import { type Block, type Log, releasedOf, unreleasedOf } from './log.ts';
import { refuse } from './refusal.ts';

/** What goes into the slots. */
export interface ReleaseHead {
  readonly version: string;
  readonly date?: string;
  readonly url?: string;
}

export interface HeadingStyle {
  readonly mark: HeadingMark;
  /** Words with the slots below. */
  readonly template: string;
  /** A date of the file. */
  readonly sampleDate?: string;
  /** The line below the heading that holds the date, with a slot. */
  readonly dateLine?: string;
  readonly depth: number;
}

// Characters for private use: no heading holds them.
const slot = { version: '\uE000', date: '\uE001', url: '\uE002' } as const;

/** How many of the newest releases show the habits of a file. */
export const recent = 5;

const withoutUrls = ({ heading }: Block, words: string): string =>
  [...descend(heading)].reduce((text, { node }) => (node.type === 'link' ? text.replace(`](${node.url}`, `](${slot.url}`) : text), words);

interface Template {
  readonly template: string;
  readonly sampleDate?: string;
}

const templateOf = (log: Log, block: Block): Template => {
  const version = block.release.version ?? '';
  const words = withoutUrls(block, headingWords(log.source, block.heading))
    .replaceAll(version, slot.version)
    .replace(/\s*\[?\byanked\b\]?/i, '');
  const found = findTime(words.replaceAll(slot.version, ' '));
  if (found?.time.date === undefined) return { template: words };
  const raw = found.time.raw.trim();
  return { template: words.replace(raw, slot.date), sampleDate: raw };
};

// Letters and digits that are neither version nor date, but for the v of a version.
const ownWords = ({ template }: Template): string =>
  template
    .replaceAll(/\bv?\uE000/g, ' ')
    .replace(/[^\p{L}\p{N}@]+/gu, ' ')
    .trim();

const isLead = ({ template }: Template): boolean => ownWords({ template: template.slice(template.indexOf(slot.version)) }) === '';

const refuseOtherWords = (log: Log, block: Block, template: Template): void => {
  const words = ownWords(template);
  const other = releasedOf(log).find((each) => each !== block && each.start > block.start);
  if (words === '' || (other === undefined ? isLead(template) : ownWords(templateOf(log, other)) === words)) return;
  const range = rangeOfNode(block.heading);
  refuse(
    log.source,
    range.start,
    `The heading says more than version and date ("${words}"), so the heading of another release cannot be derived from it. Write the heading of the release by hand; its entries are then added below it.`,
  );
};

const isMost = (blocks: readonly Block[], holds: (block: Block) => boolean): boolean => blocks.filter(holds).length * 2 > blocks.length;

const isDated = ({ release }: Block): boolean => release.dated === 'heading' && release.date?.date !== undefined;

const hasDateLine = ({ release }: Block): boolean => release.dated === 'line' && release.date?.date !== undefined;

const dateLineOf = (log: Log, blocks: readonly Block[]): Pick<HeadingStyle, 'dateLine' | 'sampleDate'> => {
  const block = isMost(blocks, hasDateLine) ? blocks.find(hasDateLine) : undefined;
  const node = block?.section.body[0];
  if (block === undefined || node === undefined) return {};
  const { start, end } = rangeOfNode(node);
  const line = log.source.text.slice(start, end);
  const raw = findTime(line)?.time.raw.trim();
  return raw === undefined || /[\r\n]/.test(line) ? {} : { dateLine: line.replace(raw, slot.date), sampleDate: raw };
};

const isPatch = (version: string): boolean => /^\d+\.\d+\.(?!0(?!\d))\d/.test(version);

// Some files head patches one rank below other releases; then the newest of the same sort shows the rank.
const modelOf = (released: readonly Block[], version: string): Block | undefined => {
  const newest = released.slice(0, recent);
  const depths = new Set(newest.map(({ heading }) => heading.depth));
  const dated = isMost(newest, isDated);
  const alike = newest.filter((block) => isDated(block) === dated);
  const same = alike.find(({ release }) => isPatch(release.version ?? '') === isPatch(version));
  return (depths.size > 1 ? same : undefined) ?? alike.find(({ release }) => release.yanked !== true) ?? alike[0] ?? newest[0];
};

// A file without versions: brackets as its days have them; where it has no releases at all, also where a definition is at hand, as Keep a Changelog writes it.
const firstStyle = (log: Log, hasUrl: boolean): HeadingStyle => {
  const like = releasedOf(log)[0] ?? unreleasedOf(log);
  const isAlike = like !== undefined && /^\[/.test(headingWords(log.source, like.heading));
  const isBracketed = isAlike || (hasUrl && releasedOf(log).length === 0);
  const depth = like?.heading.depth ?? 2;
  return {
    mark: like === undefined ? plainMark(depth) : markLike(log.source, like.heading),
    template: `${isBracketed ? `[${slot.version}]` : slot.version} - ${slot.date}`,
    depth,
  };
};

/** How the file would head a release. Throws a UsageError where that cannot be told. */
export const headingStyleOf = (log: Log, { version, url }: ReleaseHead): HeadingStyle => {
  const released = releasedOf(log).filter((block) => block.release.version !== undefined && block.release.version !== version);
  const model = modelOf(released, version);
  if (model === undefined) return firstStyle(log, url !== undefined);
  const template = templateOf(log, model);
  refuseOtherWords(log, model, template);
  const below = dateLineOf(log, released.slice(0, recent));
  return { mark: markLike(log.source, model.heading), depth: model.heading.depth, ...template, ...below };
};

const withoutDate = (template: string): string => template.replace(/^\uE001[\s,:–—-]*/, '').replace(/[\s]*[-–—/|,:(]*\s*\uE001\)?/, '');

const withoutUrl = (template: string): string => template.replace(/\[([^\]]*)\]\(\uE002[^)]*\)/, '$1');

/** The words of a release's heading. */
export const releaseWords = ({ template, sampleDate }: HeadingStyle, { version, date, url }: ReleaseHead): string => {
  const dated = date === undefined ? withoutDate(template) : template.replace(slot.date, dateLike(sampleDate ?? '', date));
  return (url === undefined ? withoutUrl(dated) : dated.replace(slot.url, url)).replaceAll(slot.version, version);
};

/** The date line below a release's heading, where the file has such lines. */
export const dateLineLike = ({ dateLine, sampleDate }: HeadingStyle, { date }: ReleaseHead): string | undefined =>
  dateLine === undefined || date === undefined ? undefined : dateLine.replace(slot.date, dateLike(sampleDate ?? '', date));

/** A date as the headings of the newest releases write it. */
export const dateInHeading = (log: Log, date: string): string => {
  const block = releasedOf(log).slice(0, recent).find(isDated);
  return dateLike((block && templateOf(log, block).sampleDate) ?? '', date);
};

/** The date line of the newest releases with another date, where they have such lines. */
export const dateLineFor = (log: Log, date: string): string | undefined => {
  const { dateLine, sampleDate } = dateLineOf(log, releasedOf(log).slice(0, recent));
  return dateLine?.replace(slot.date, dateLike(sampleDate ?? '', date));
};

/** The label that a heading's brackets refer to, if it has brackets without an address. */
export const labelIn = (words: string): string | undefined => {
  const found = /^\[([^\]]+)\](?:\[([^\]]*)\]|(\())?/.exec(words);
  return found === null || found[3] !== undefined ? undefined : found[2] || found[1];
};

/** Whether headings of the style hold the address of the release. */
export const hasAddress = ({ template }: HeadingStyle): boolean => template.includes(slot.url);

/** Whether headings of the style refer to a link definition. */
export const isBracketed = ({ template }: HeadingStyle): boolean => labelIn(template) !== undefined;
