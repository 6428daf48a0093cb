/** Parts: what a document says under one name, whether it stands below a heading, a bold label or a list key. */
import type { Nodes } from 'mdast';
import { plain, rangeOfNode } from '../markdown/nodes.ts';
import { flatten, headingRange, type Outline, type Section } from '../markdown/outline.ts';
import { at, type Tree } from '../model/located.ts';
import type { PartModel } from '../model/parts/part.ts';
import type { Range, Source } from '../model/source.ts';
import type { Field } from './field.ts';
import { fieldsOf } from './fields.ts';
import { linesOf } from './lines.ts';
import { type RunIn, runInsOf } from './run-in.ts';
import { bareTitle, namesPart } from './section-names.ts';
import { isEmptySection } from './sections.ts';
import { isUnsaid, saysIn } from './unsaid.ts';

export interface Part {
  readonly title: string;
  readonly range: Range;
  readonly section: Section;
  /** The blocks that belong to the part, without those of sub-sections. */
  readonly nodes: readonly Nodes[];
  /** All sections of the part: the section itself and those below it; none for a label. */
  readonly sections: readonly Section[];
  readonly empty: boolean;
}

const ofSection = (source: Source, section: Section): Part => ({
  title: section.title,
  range: headingRange(section),
  section,
  nodes: section.body,
  sections: flatten(section),
  empty: isEmptySection(section, source),
});

// A paragraph of several lines is one where its first line is.
const isLabel = (source: Source, node: Nodes): boolean =>
  node.type === 'paragraph' && /[:：]\**\s*$/.test(linesOf(source, node)[0]?.raw ?? '');

// The blocks after a label, up to the next label. A label that is not the last line of its paragraph introduces nothing below it.
const following = ({ source }: Outline, field: Field): Nodes[] => {
  const { body } = field.section;
  const from = body.findIndex((node) => rangeOfNode(node).start <= field.range.start && rangeOfNode(node).end >= field.range.end);
  const own = body[from];
  if (own?.type === 'paragraph' && source.text.slice(field.valueRange.end, rangeOfNode(own).end).replace(/\\/g, '').trim() !== '')
    return [];
  const rest = body.slice(from + 1);
  const until = rest.findIndex((node) => isLabel(source, node));
  return until < 0 ? [...rest] : rest.slice(0, until);
};

// Plain lines below a label, in its own paragraph, belong to it.
const hasMoreLines = ({ source }: Outline, field: Field): boolean => {
  const rest = source.text.slice(field.valueRange.end);
  const next = /^[ \t]*(?:\r\n|\n|\r)[ \t]*(?![ \t]*(?:[-*+#>|]|\d+[.)]|\*\*|$))(\S[^\r\n]*)/.exec(rest)?.[1];
  return next !== undefined && !/^\**[^:]{1,40}:/.test(next);
};

const ofField = (outline: Outline, field: Field): Part => {
  const nodes: Nodes[] =
    field.item === undefined ? (field.empty ? following(outline, field).slice(0, 1) : []) : field.item.children.slice(1);
  const said = nodes.some((node) => saysIn(outline.source, node)) || hasMoreLines(outline, field);
  const stated = !field.empty && !isUnsaid(field.text);
  return { title: field.label, range: field.range, section: field.section, nodes, sections: [], empty: !stated && !said };
};

// What stands below bold words in a paragraph of their own, up to the next ones.
const ofRunIn = ({ source }: Outline, section: Section, { label, node, range, rest }: RunIn): Part => {
  const below = rest === '' ? section.body.slice(section.body.indexOf(node) + 1) : [];
  const heads = new Set<Nodes>(runInsOf(source, section).map((one) => one.node));
  const until = below.findIndex((one) => heads.has(one) || isLabel(source, one));
  const nodes = until < 0 ? below : below.slice(0, until);
  const said = rest === '' ? nodes.some((one) => saysIn(source, one)) : !isUnsaid(rest);
  return { title: label, range, section, nodes, sections: [], empty: !said };
};

const runInParts = (outline: Outline, names: RegExp): Part[] =>
  outline.sections.flatMap((section) =>
    runInsOf(outline.source, section)
      .filter(({ label }) => namesPart(bareTitle(label), names))
      .map((found) => ofRunIn(outline, section, found)),
  );

// "What went wrong" below "Lessons learned" is no root cause.
const isLessons = ({ path }: Section): boolean => path.slice(0, -1).some((title) => /^lessons?\b/i.test(bareTitle(title)));

/** The first part whose heading, else whose label, else whose bold words have one of the names. */
export const findPart = (outline: Outline, names: RegExp): Part | undefined => {
  const headed = outline.sections.filter(
    (section) => section.heading !== undefined && namesPart(bareTitle(section.title), names) && !isLessons(section),
  );
  // A title that opens with the name goes before one that has it in brackets.
  const ordered = [...headed].sort((a, b) => Number(names.test(bareTitle(b.title))) - Number(names.test(bareTitle(a.title))));
  const filled = ordered.find((section) => !isEmptySection(section, outline.source)) ?? ordered[0];
  if (filled !== undefined) return ofSection(outline.source, filled);
  for (const section of outline.sections) {
    const field = fieldsOf(outline.source, section).find(({ label }) => namesPart(bareTitle(label), names));
    if (field !== undefined) return ofField(outline, field);
  }
  return runInParts(outline, names)[0];
};

const textOf = (part: Part): string =>
  part.nodes
    .filter((node) => node.type === 'paragraph')
    .map((node) => plain(node))
    .join('\n');

/** All parts with one of the names: every heading, and every label outside of these. */
export const findParts = (outline: Outline, names: RegExp): Part[] => {
  const headed = outline.sections.filter((section) => section.heading !== undefined && namesPart(bareTitle(section.title), names));
  const outermost = headed.filter(
    (section) =>
      !headed.some((other) => other !== section && other.range.start <= section.range.start && other.range.end >= section.range.end),
  );
  if (outermost.length > 0) return outermost.map((section) => ofSection(outline.source, section));
  const labelled = outline.sections.flatMap((section) =>
    fieldsOf(outline.source, section)
      .filter(({ label }) => namesPart(bareTitle(label), names))
      .map((field) => ofField(outline, field)),
  );
  return labelled.length > 0 ? labelled : runInParts(outline, names);
};

/** A part as data. */
export const locatedPart = (part: Part): Tree<PartModel> =>
  at(part.range, { title: part.title, text: textOf(part) || undefined, empty: part.empty || undefined });

/** The outermost list items among the nodes of a part. */
export const itemsOf = (nodes: readonly Nodes[]): Extract<Nodes, { type: 'listItem' }>[] =>
  nodes.flatMap((node) => (node.type === 'list' ? node.children : []));

/** All nodes of a part and of the sections below it. */
export const partNodes = (part: Part): Nodes[] =>
  part.sections.length === 0 ? [...part.nodes] : part.sections.flatMap((section) => [...section.body]);
