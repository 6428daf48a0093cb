/** Cells of a table in the source: the slots between pipes, filled without moving other columns where the value fits. */
import width from 'fast-string-width';
import type { TableRow } from 'mdast';
import { rangeOfNode } from '../../markdown/nodes.ts';
import type { Range, Source } from '../../model/source.ts';
import type { Splice } from './splice.ts';

const endsWithPipe = /(?<!\\)(?:\\\\)*\|[ \t]*$/;

/** The slots of a row, padding included, pipes not. */
export const slotsOf = (source: Source, row: TableRow): Range[] =>
  row.children.map((cell, index) => {
    const { start, end } = rangeOfNode(cell);
    const raw = source.text.slice(start, end);
    const lead = raw.startsWith('|') ? 1 : 0;
    const isLast = index === row.children.length - 1;
    const inner = isLast && endsWithPipe.test(raw.slice(lead)) ? raw.lastIndexOf('|') : raw.length;
    return { start: start + lead, end: start + Math.max(lead, inner) };
  });

// Whether a row ends with a pipe of its own.
const isClosed = (source: Source, row: TableRow): boolean => {
  const { start, end } = rangeOfNode(row);
  return endsWithPipe.test(source.text.slice(start, end));
};

/** A value with one space around it, padded to the width that the slot has. */
export const padded = (value: string, room: number): string => ` ${value}${' '.repeat(Math.max(1, room - 1 - width(value)))}`;

/** Writes a value into a slot. */
export const fillSlot = (source: Source, slot: Range, value: string): Splice => {
  const before = source.text.slice(slot.start, slot.end);
  return { ...slot, text: padded(value, width(before)) };
};

// The cells that a short row leaves out, up to the last one that gets a value.
const missing = (row: TableRow, values: ReadonlyMap<number, string>): string[] => {
  const last = Math.max(-1, ...values.keys());
  return Array.from({ length: Math.max(0, last + 1 - row.children.length) }, (_, index) => values.get(row.children.length + index) ?? '');
};

const appendCells = (source: Source, row: TableRow, cells: readonly string[]): Splice[] => {
  if (cells.length === 0) return [];
  const { start, end } = rangeOfNode(row);
  const closed = isClosed(source, row);
  const at = closed ? start + source.text.slice(start, end).trimEnd().length : end;
  const text = closed ? cells.map((cell) => ` ${cell} |`).join('') : ` |${cells.map((cell) => ` ${cell}`).join(' |')} |`;
  return [{ start: at, end: at, text }];
};

/** Fills the cells of a row by column; cells that the row lacks are added. */
export const fillRow = (source: Source, row: TableRow, values: ReadonlyMap<number, string>): Splice[] => [
  ...slotsOf(source, row).flatMap((slot, column) => {
    const value = values.get(column);
    return value === undefined ? [] : [fillSlot(source, slot, value)];
  }),
  ...appendCells(source, row, missing(row, values)),
];
