/** Values of the head that some reports give a section of their own: `## Severity` and below it `High`. */
import type { List, ListItem, Nodes, Paragraph } from 'mdast';
import { labelOf, plain, rangeOfNode, rawOf } from '../markdown/nodes.ts';
import type { Outline, Section } from '../markdown/outline.ts';
import type { Range, Source } from '../model/source.ts';
import { isBlank } from './blank.ts';
import { type Field, fieldKey } from './field.ts';
import { allFields, isHead } from './fields.ts';
import { bareTitle } from './section-names.ts';
import { withoutStruck } from './struck.ts';
import { cellAt, tablesOf } from './tables.ts';

export interface HeadValue {
  readonly key: string;
  /** As rendered, without what is struck out; of a list, its first item. */
  readonly text: string;
  /** As written; of a list, the whole of it. */
  readonly raw: string;
  /** The items of the list; of anything else, its text. */
  readonly items: readonly string[];
  readonly empty: boolean;
  readonly valueRange: Range;
}

const textOf = (source: Source, node: ListItem | Paragraph): string =>
  withoutStruck(rawOf(source, node), node.type === 'listItem' ? labelOf(node) : plain(node));

// The first line, when it is short enough for a value.
const ofNode = (source: Source, key: string, node: List | Paragraph): HeadValue[] => {
  const items = (node.type === 'list' ? node.children : [node]).map((one) => textOf(source, one));
  const [text = ''] = items;
  const first = node.type === 'list' ? (node.children[0] ?? node) : node;
  return text.length > 80 ? [] : [{ key, text, items, raw: rawOf(source, node), empty: isBlank(text), valueRange: rangeOfNode(first) }];
};

const isValueNode = (node: Nodes | undefined): node is List | Paragraph => node?.type === 'paragraph' || node?.type === 'list';

const ofSection = (source: Source, section: Section): HeadValue[] => {
  const first = section.body.find(isValueNode);
  return section.heading === undefined || first === undefined ? [] : ofNode(source, fieldKey(bareTitle(section.title)), first);
};

// The list that a label without a value introduces: below its item, else below its paragraph.
const listBelow = ({ item, section, range }: Field): List | undefined => {
  const nodes: readonly Nodes[] = item?.children ?? section.body;
  const node = nodes.find((one) => rangeOfNode(one).start > range.end);
  return node?.type === 'list' ? node : undefined;
};

const ofField = (source: Source, field: Field): HeadValue => {
  const list = field.empty && field.introduces ? listBelow(field) : undefined;
  const [listed] = list === undefined ? [] : ofNode(source, field.key, list);
  const text = withoutStruck(field.raw, field.text);
  return listed ?? { ...field, text, items: [text], empty: field.empty || isBlank(text) };
};

// `| Incident | Date | Severity |` with one row, in the head of the document.
const ofTables = (outline: Outline, name: RegExp): HeadValue[] =>
  outline.sections
    .filter(isHead)
    .flatMap((section) => tablesOf(outline.source, section))
    .filter(({ rows }) => rows.length === 1)
    .flatMap(({ header, rows: [row] }) =>
      header.flatMap((head, column) => {
        const cell = cellAt(row?.cells ?? [], column);
        const key = fieldKey(head.text);
        if (cell === undefined || !name.test(key)) return [];
        const text = withoutStruck(cell.raw, cell.text);
        return [{ key, text, items: [text], raw: cell.raw, empty: isBlank(cell.raw, text), valueRange: cell.range }];
      }),
    );

/** The first field of a name (or column of a one-row table in the head), filled in if there is one; else the section of that name, when its text is such a value. */
export const headOrSection = (outline: Outline, name: RegExp, isValue: (text: string) => boolean): HeadValue | undefined => {
  const named = allFields(outline)
    .filter(({ key }) => name.test(key))
    .map((field) => ofField(outline.source, field));
  const stated = [...named, ...ofTables(outline, name)];
  const field = stated.find(({ empty }) => !empty) ?? stated[0];
  return (
    field ??
    outline.sections
      .flatMap((section) => ofSection(outline.source, section))
      .find(({ key, items }) => name.test(key) && items.some(isValue))
  );
};
