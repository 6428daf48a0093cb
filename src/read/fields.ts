/** Fields: metadata in all the forms people write it, under one normaliser. */
import type { ListItem, Nodes, Paragraph, Yaml } from 'mdast';
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { childrenOf, type Leaf, leavesOf, plainWithin, rangeOfNode } from '../markdown/nodes.ts';
import { bodyNodes, type Outline, type Section } from '../markdown/outline.ts';
import { at, type Tree } from '../model/located.ts';
import { boolean, map, object, type Static, string } from '../model/shape.ts';
import type { Range, Source } from '../model/source.ts';
import { isBlank, isUntickedChoice } from './blank.ts';
import { type Line, linesOf } from './lines.ts';
import { reader } from './reading.ts';
import { headerName, tablesOf } from './tables.ts';

/** How a field is written. */
export type FieldForm = 'front-matter' | 'bold' | 'plain' | 'list' | 'table' | 'blank';

export interface Field {
  /** The label in lower case, words joined by hyphens. */
  readonly key: string;
  readonly label: string;
  /** The value as rendered. */
  readonly text: string;
  /** The value as written. */
  readonly raw: string;
  readonly empty: boolean;
  readonly form: FieldForm;
  readonly range: Range;
  readonly valueRange: Range;
  readonly section: Section;
  /** Fields of one block (paragraph, list, table) belong together. */
  readonly block: number;
  /** A list, code block or table follows the field's line: the label introduces it. */
  readonly introduces: boolean;
  /** The list item that holds the field, with what is nested in it. */
  readonly item?: ListItem;
}

/** `Release manager:` → `release-manager`; hints in brackets do not count. */
export const fieldKey = (label: string): string =>
  headerName(label)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');

interface Match {
  readonly label: string;
  readonly labelAt: number;
  readonly value: string;
  readonly valueAt: number;
  readonly form: 'bold' | 'plain';
}

const marker = '(?:(?:[-*+•]|\\d{1,3}[.)])[ \\t]+(?:\\[[ xX]\\][ \\t]+)?)?';
const boldKey = new RegExp(`^(${marker})(\\*\\*|__)(?!\\s)([^*\\n]{1,60}?)(?:[:：]\\2|\\2[ \\t]*(?:\\([^()\\n]{1,40}\\))?[ \\t]*[:：])[ \\t]*(.*)$`);
const plainKey = new RegExp(`^(${marker})([\\p{Lu}\\p{Lo}][^:：.!?|*_]{0,59}?)(?:[:：](?:[ \\t]+|$|(?=[^\\x00-\\x7F]))|：)(.*)$`, 'u');

const matchLine = (raw: string): Match | undefined => {
  const bold = boldKey.exec(raw);
  if (bold !== null) {
    const [whole, lead = '', , label = '', value = ''] = bold;
    return { label, labelAt: lead.length, value, valueAt: whole.length - value.length, form: 'bold' };
  }
  const simple = plainKey.exec(raw);
  if (simple === null) return undefined;
  const [whole, lead = '', label = '', value = ''] = simple;
  if (label.split(/\s+/).length > 6 || value.startsWith('//')) return undefined;
  return { label, labelAt: lead.length, value, valueAt: whole.length - value.length, form: 'plain' };
};

// `Name: ____ Date: ____` holds two fields in one line; so does `mw Date: 2025-12-22`.
const secondKey = /(?:^|[ \t])((?:\*\*)?(?:Date|Time|Name|Signature|Signed|Role)(?: \([A-Z]+\))?:(?:\*\*)?|\*\*(?:Date|Time|Name|Signature|Signed|Role)\*\*[ \t]*[:：])[ \t]*/g;

interface Piece {
  readonly match: Match;
  readonly offset: number;
}

// Behind a bold key, any further bold key in the line opens a field of its own.
const secondBoldKey = /(?:^|[ \t])(\*\*[^*\n]{1,40}?(?::\*\*|\*\*[ \t]*[:：]))[ \t]*/g;

const splitPieces = (match: Match): Piece[] => {
  const bold = match.form === 'bold' ? [...match.value.matchAll(secondBoldKey)] : [];
  const cuts = (bold.length > 0 ? bold : [...match.value.matchAll(secondKey)]).filter((cut) => cut.index > 0);
  const first = cuts[0];
  if (first === undefined) return [{ match, offset: 0 }];
  const rest = cuts.map((cut, index) => {
    const label = cut[1] ?? '';
    const labelAt = cut.index + cut[0].indexOf(label);
    const valueAt = cut.index + cut[0].length;
    const end = cuts[index + 1]?.index ?? match.value.length;
    return { match: { label: label.replace(/\*/g, '').replace(/\s*[:：]$/, ''), labelAt, value: match.value.slice(valueAt, end), valueAt, form: match.form }, offset: match.valueAt };
  });
  return [{ match: { ...match, value: match.value.slice(0, first.index) }, offset: 0 }, ...rest];
};

interface Spot {
  readonly source: Source;
  readonly section: Section;
  readonly leaves: readonly Leaf[];
  readonly block: number;
  readonly introduces: boolean;
  readonly item?: ListItem;
}

const isEmpty = (raw: string, text: string): boolean => isBlank(raw.trim(), text) || isUntickedChoice(text);

const fieldOf = ({ source, leaves, ...spot }: Spot, line: Line, { match, offset }: Piece): Field => {
  const start = line.range.start + offset + match.labelAt;
  const value = match.value.replace(/(?:\\|[ \t]+)$/, '');
  const valueStart = line.range.start + offset + match.valueAt;
  const valueRange = { start: valueStart, end: valueStart + value.length };
  const text = plainWithin(source, leaves, valueRange);
  const label = match.label.replace(/[*`]/g, '').trim();
  return {
    key: fieldKey(label),
    label,
    text,
    raw: value,
    empty: isEmpty(value, text),
    form: spot.item === undefined ? match.form : 'list',
    range: { start, end: Math.max(valueRange.end, start + match.label.length) },
    valueRange,
    ...spot,
  };
};

const lineFields = (spot: Spot, line: Line): Field[] => {
  const match = matchLine(line.raw);
  return match === undefined ? [] : splitPieces(match).map((piece) => fieldOf(spot, line, piece));
};

const isMaterial = (node: Nodes | undefined): boolean =>
  node !== undefined && ['list', 'code', 'table', 'blockquote'].includes(node.type);

// A label introduces the block below it, or the plain lines below it in its own paragraph.
const introduces = (lines: readonly Line[], index: number, followed: boolean): boolean =>
  index === lines.length - 1 ? followed : matchLine(lines[index + 1]?.raw ?? '') === undefined;

const paragraphFields = (source: Source, section: Section, node: Paragraph, ancestors: readonly Nodes[]): Field[] => {
  const parent = ancestors.at(-1);
  const item = parent?.type === 'listItem' && parent.children[0] === node ? parent : undefined;
  if (item?.checked != null) return [];
  const siblings = parent === undefined ? section.body : childrenOf(parent);
  const followed = isMaterial(siblings[siblings.indexOf(node) + 1]);
  const block = rangeOfNode(item === undefined ? node : (ancestors.at(-2) ?? node)).start;
  const lines = linesOf(source, node);
  const leaves = leavesOf(node);
  return lines.flatMap((line, index) =>
    lineFields({ source, section, leaves, block, introduces: introduces(lines, index, followed), ...(item && { item }) }, line),
  );
};

const frontMatterFields = (source: Source, section: Section, node: Yaml): Field[] => {
  const base = rangeOfNode(node).start + (/^---[ \t]*(?:\r\n|\n|\r)/.exec(source.text.slice(rangeOfNode(node).start))?.[0].length ?? 4);
  const parsed = parseDocument(node.value, { lineCounter: new LineCounter(), schema: 'failsafe' });
  if (parsed.errors.length > 0 || !isMap(parsed.contents)) return [];
  return parsed.contents.items.flatMap((pair) => {
    if (!isScalar(pair.key)) return [];
    const label = String(pair.key.value);
    const [start = 0, end = start] = pair.key.range ?? [];
    const value = pair.value;
    const [from = end, to = from] = (isScalar(value) || isMap(value) || isSeq(value) ? value.range : undefined) ?? [];
    const text = isScalar(value) ? String(value.value ?? '') : node.value.slice(from, to);
    return [{ key: fieldKey(label.replaceAll('_', ' ')), label, text, raw: text, empty: isScalar(value) ? isBlank(text) : text.trim() === '', form: 'front-matter' as const, range: { start: base + start, end: base + Math.max(end, to) }, valueRange: { start: base + from, end: base + to }, block: base, introduces: false, section }];
  });
};

const fieldHeader = /^(?:|field|key|property|attribute|item|metadata|項目|内容|value|detail|details|information)$/;

const tableFields = (source: Source, section: Section): Field[] =>
  tablesOf(source, section)
    .filter((table) => table.header.length === 2 && table.header.every((cell) => fieldHeader.test(headerName(cell.text))))
    .flatMap((table) =>
      table.rows.flatMap(({ cells: [key, value], range }) =>
        key === undefined || value === undefined || key.text === ''
          ? []
          : [{ key: fieldKey(key.text), label: key.text, text: value.text, raw: value.raw, empty: isEmpty(value.raw, value.text), form: 'table' as const, range, valueRange: value.range, block: table.range.start, introduces: false, section }],
      ),
    );

/** All fields of a section's own body, in document order. */
export const fieldsOf = (source: Source, section: Section): Field[] => section.memo(fieldsOf, () => readFields(source, section));

const readFields = (source: Source, section: Section): Field[] => {
  const found: Field[] = [];
  for (const { node, ancestors } of bodyNodes(section)) {
    if (node.type === 'yaml') found.push(...frontMatterFields(source, section, node));
    if (node.type === 'paragraph') found.push(...paragraphFields(source, section, node, ancestors));
  }
  return [...found, ...tableFields(source, section)].sort((a, b) => a.range.start - b.range.start);
};

/** Metadata of the whole document: front matter, and what stands before the first second-level heading. */
export const isHead = (section: Section): boolean => section.depth <= 1;

const fieldShape = object(
  'A metadata field.',
  { label: string('The label as written.'), raw: string('The value as written.') },
  { value: string('The value as rendered; absent when nothing is filled in.'), empty: boolean('Nothing is filled in.') },
);

type FieldModel = Static<typeof fieldShape>;

const located = (field: Field): Tree<FieldModel> =>
  at(field.range, {
    label: field.label,
    raw: field.raw,
    ...(field.empty ? { empty: true } : { value: at(field.valueRange, field.text) }),
  });

/** The first field of each key; the head of the document comes first. */
export const fieldMap = (all: readonly Field[]): Record<string, Tree<FieldModel>> => {
  const ordered = [...all.filter((field) => isHead(field.section)), ...all.filter((field) => !isHead(field.section))];
  const first = new Map<string, Tree<FieldModel>>();
  for (const field of ordered) if (field.key !== '' && !first.has(field.key)) first.set(field.key, located(field));
  return Object.fromEntries(first);
};

export const allFields = (outline: Outline): Field[] => outline.sections.flatMap((section) => fieldsOf(outline.source, section));

export const fields = reader(map(fieldShape, 'Metadata by key: the label in lower case, words joined by hyphens.'), (outline: Outline) =>
  fieldMap(allFields(outline)),
);

