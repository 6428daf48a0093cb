/** Groups of a release: those with a heading, and lists below a line that is their title, such as `BUG FIXES:` or `**Fixed bugs:**`. */
import type { Heading, Paragraph, RootContent } from 'mdast';
import { plain, rangeOfNode, rawOf } from '../../../markdown/nodes.ts';
import { flatten, type Section } from '../../../markdown/outline.ts';
import type { Range, Source } from '../../../model/source.ts';
import type { ReleaseRun } from '../../../read/releases.ts';
import { rankOf } from './group-names.ts';

export interface Group {
  readonly title: string;
  /** What opens it. */
  readonly head: Heading | Paragraph;
  /** What stands below it, up to the next group. */
  readonly body: readonly RootContent[];
  /** The rank of its heading; below all headings for a line. */
  readonly depth: number;
  readonly range: Range;
  readonly isEmpty: boolean;
}

/** The depth of groups without a heading. */
export const lineDepth = 7;

const groupOfSection = ({ title, heading, body, depth, range, sections }: Section): Group[] =>
  heading === undefined ? [] : [{ title, head: heading, body, depth, range, isEmpty: body.length + sections.length === 0 }];

interface Line {
  readonly node: Paragraph;
  readonly title: string;
  /** It is bold or in capitals; plain words with a colon may be a sentence. */
  readonly isSure: boolean;
}

const other = /\d|\b(?:released|unreleased|yanked)\b/i;

// One short line without links, that is bold, in capitals or a few words, and ends as a title does.
const lineOf = (source: Source, node: RootContent | undefined): Line | undefined => {
  if (node?.type !== 'paragraph' || node.children.some(({ type }) => type !== 'text' && type !== 'strong' && type !== 'emphasis'))
    return undefined;
  const words = plain(node).trim();
  const title = words.replace(/\s*[:：]$/, '');
  if (words.length > 60 || /[\r\n]/.test(rawOf(source, node)) || other.test(words)) return undefined;
  const isBold = node.children[0]?.type === 'strong' && /^[:：]?$/.test(plain(node.children.slice(1)).trim());
  const hasColon = title !== words;
  const isSure = isBold || (hasColon && /^\P{Ll}*\p{Lu}{3}\P{Ll}*$/u.test(title));
  return isSure || (hasColon && title.split(/\s+/).length <= 4) ? { node, title, isSure } : undefined;
};

// A title has its list below it; one that is known may wait for its list.
const isTitle = (source: Source, line: Line, next: RootContent | undefined): boolean =>
  next?.type === 'list' || (rankOf(line.title) !== undefined && (next === undefined || lineOf(source, next) !== undefined));

const titledGroups = (source: Source, body: readonly RootContent[]): Group[] => {
  const nodes = body.filter(({ type }) => type !== 'definition' && type !== 'thematicBreak');
  const lines = nodes.flatMap((node, index) => {
    const line = lineOf(source, node);
    return line !== undefined && isTitle(source, line, nodes[index + 1]) ? [line] : [];
  });
  const isKnown = lines.some(({ title }) => rankOf(title) !== undefined);
  const titles = lines.filter(({ isSure }) => isSure || isKnown);
  return titles.map(({ node, title }, index) => {
    const from = nodes.indexOf(node);
    const until = titles[index + 1]?.node;
    const own = nodes.slice(from + 1, until === undefined ? undefined : nodes.indexOf(until));
    const { start, end } = rangeOfNode(node);
    const range = { start, end: own.reduce((last, each) => Math.max(last, rangeOfNode(each).end), end) };
    return { title, head: node, body: own, depth: lineDepth, range, isEmpty: own.length === 0 };
  });
};

/** The groups of a release, nested ones among them, in document order; lines count where there are no headings. */
export const groupsOf = (source: Source, { section, groups }: ReleaseRun, nodes: readonly RootContent[]): Group[] => {
  const headed = groups.flatMap(flatten).flatMap(groupOfSection);
  return (
    headed.length > 0
      ? headed
      : titledGroups(
          source,
          section.body.filter((node) => nodes.includes(node)),
        )
  ).filter(({ head }) => nodes.includes(head));
};

/** Whether a group says nothing of the kind of its changes: a line such as `**Contributors**`. */
export const isAside = ({ title, depth }: Group): boolean => depth === lineDepth && rankOf(title) === undefined;
