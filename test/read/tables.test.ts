import { describe, expect, test } from 'vitest';
import { cellAt, headerName, tables } from '../../src/read/tables.ts';
import { pieceAt, read } from './reading.ts';

describe('tables', () => {
  test.each([
    ['padding and alignment', '| A   | B |\n|:-:|--:|\n|  1  | 2 | ', ['A', 'B'], [['1', '2']]],
    ['no outer pipes', 'A | B\n--|--\n1 | 2', ['A', 'B'], [['1', '2']]],
    ['an empty header', '| | |\n|-|-|\n| 1 | 2 |', ['', ''], [['1', '2']]],
    ['missing and extra cells', '| A | B |\n|-|-|\n| 1 |\n| 1 | 2 | 3 |', ['A', 'B'], [['1'], ['1', '2', '3']]],
    ['pipes in code', '| A |\n|-|\n| `x\\|y` |', ['A'], [['x|y']]],
    ['formatting', '| **A** |\n|-|\n| [b](u) `c` |', ['A'], [['b c']]],
    ['in a quote', '> | A |\n> |-|\n> | 1 |', ['A'], [['1']]],
    ['in an item', '- x\n\n  | A |\n  |-|\n  | 1 |', ['A'], [['1']]],
    ['no rows', '| A |\n|-|', ['A'], []],
  ])('%s', (_, text, header, rows) => expect(read(tables, text)).toEqual([{ section: [], header, rows }]));

  // mdast-util-from-markdown leaves surplus cells in; a missing one must not shift the others.
  test('have exact places for table, row and cell', () => {
    const text = 'x\r\n\r\n| A | B |\r\n|---|---|\r\n| **1** |  2  |\r\n';
    expect(pieceAt(tables, text, '/0/header/1')).toBe('B');
    expect(pieceAt(tables, text, '/0/rows/0')).toBe('| **1** |  2  |');
    expect(pieceAt(tables, text, '/0/rows/0/0')).toBe('**1**');
    expect(pieceAt(tables, text, '/0/rows/0/1')).toBe('2');
    expect(pieceAt(tables, text, '/0')).toBe(text.slice(5).trimEnd());
  });

  test('know their section', () => expect(read(tables, '# X\n| A |\n|-|\n')[0]?.section).toEqual(['X']));
});

describe('header names compare without marks, hints and case', () => {
  test.each([
    ['Decision (`approve`/`reject`)', 'decision'],
    ['**Approver**', 'approver'],
    ['Time（JST）', 'time'],
    ['  Action   Item: ', 'action item'],
    ['#', ''],
  ])('%j is %j', (text, name) => expect(headerName(text)).toBe(name));
});

test('column -1 has no cell', () => expect([cellAt([], -1), cellAt([], 0)]).toEqual([undefined, undefined]));
