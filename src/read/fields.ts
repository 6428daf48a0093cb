/** Fields: metadata in all the forms people write it, under one normaliser. */
import type { ListItem, Nodes, Paragraph } from 'mdast';
import { childrenOf, type Leaf, leavesOf, plainWithin, rangeOfNode } from '../markdown/nodes.ts';
import { bodyNodes, type Outline, type Section } from '../markdown/outline.ts';
import { at, type Tree } from '../model/located.ts';
import { type FieldModel, fieldShape } from '../model/parts/field.ts';
import { map } from '../model/shape.ts';
import type { Source } from '../model/source.ts';
import { isBlank, isUntickedChoice } from './blank.ts';
import { type Field, fieldKey } from './field.ts';
import { frontMatterFields } from './front-matter.ts';
import { type KeyPiece, matchLine, splitPieces } from './key-line.ts';
import { type Line, linesOf } from './lines.ts';
import { reader } from './reading.ts';
import { headerName, tablesOf } from './tables.ts';

interface Spot {
  readonly source: Source;
  readonly section: Section;
  readonly leaves: readonly Leaf[];
  readonly block: number;
  readonly introduces: boolean;
  readonly item?: ListItem;
}

const isEmpty = (raw: string, text: string): boolean => isBlank(raw.trim(), text) || isUntickedChoice(text);

const fieldOf = ({ source, leaves, ...spot }: Spot, line: Line, { match, offset }: KeyPiece): Field => {
  const start = line.range.start + offset + match.labelAt;
  const value = match.value.replace(/(?:\\|(?<![ \t])[ \t]+)$/, '');
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

const isMaterial = (node: Nodes | undefined): boolean => node !== undefined && ['list', 'code', 'table', 'blockquote'].includes(node.type);

// A label introduces the block below it, or the plain lines below it in its own paragraph.
const introduces = (lines: readonly Line[], index: number, followed: boolean): boolean =>
  index === lines.length - 1 ? followed : matchLine(lines[index + 1]?.raw ?? '') === undefined;

const paragraphFields = (
  source: Source,
  section: Section,
  { node, ancestors }: { readonly node: Paragraph; readonly ancestors: readonly Nodes[] },
): Field[] => {
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

const fieldHeader = /^(?:|field|key|property|attribute|item|metadata|項目|内容|value|detail|details|information)$/;

const tableFields = (source: Source, section: Section): Field[] =>
  tablesOf(source, section)
    .filter((table) => table.header.length === 2 && table.header.every((cell) => fieldHeader.test(headerName(cell.text))))
    .flatMap((table) =>
      table.rows.flatMap(({ cells: [key, value], range }) =>
        key === undefined || value === undefined || key.text === ''
          ? []
          : [
              {
                key: fieldKey(key.text),
                label: key.text.replace(/[:：]\s*$/, ''),
                text: value.text,
                raw: value.raw,
                empty: isEmpty(value.raw, value.text),
                form: 'table' as const,
                range,
                valueRange: value.range,
                block: table.range.start,
                introduces: false,
                section,
              },
            ],
      ),
    );

/** All fields of a section's own body, in document order. */
export const fieldsOf = (source: Source, section: Section): Field[] => section.memo(fieldsOf, () => readFields(source, section));

const readFields = (source: Source, section: Section): Field[] => {
  const found: Field[] = [];
  for (const { node, ancestors } of bodyNodes(section)) {
    if (node.type === 'yaml') found.push(...frontMatterFields(source, section, node));
    if (node.type === 'paragraph') found.push(...paragraphFields(source, section, { node, ancestors }));
  }
  return [...found, ...tableFields(source, section)].sort((a, b) => a.range.start - b.range.start);
};

/** Metadata of the whole document: front matter, and what stands before the first second-level heading. */
export const isHead = (section: Section): boolean => section.depth <= 1;

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
