import type { ListItem, Nodes, RootContent } from 'mdast';
import { describe, expect, test } from 'vitest';
import {
  childrenOf,
  descend,
  labelOf,
  leavesOf,
  ownBlocks,
  plain,
  plainWithin,
  rangeOfNode,
  rangeOfNodes,
  rawOf,
} from '../../src/markdown/nodes.ts';
import { parse } from '../../src/markdown/parse.ts';
import { type Source, sourceOfText } from '../../src/model/source.ts';

const parsed = (text: string): { source: Source; first: RootContent; root: Nodes } => {
  const source = sourceOfText('a.md', text);
  const { root } = parse(source);
  return { source, first: root.children[0] as RootContent, root };
};

const itemOf = (text: string): ListItem => (parsed(text).first as { children: ListItem[] }).children[0] as ListItem;

describe('the range of a node', () => {
  test('is its position', () => {
    const { source, first } = parsed('\n**ab** c\n');
    expect(rangeOfNode(first)).toEqual({ start: 1, end: 9 });
    expect(rawOf(source, first)).toBe('**ab** c');
  });

  test('without a position is the start', () => expect(rangeOfNode({ type: 'text', value: 'x' })).toEqual({ start: 0, end: 0 }));

  test('of several nodes goes from the first to the last', () => {
    const { root } = parsed('a\n\nb\n\nc');
    expect(rangeOfNodes(childrenOf(root), { start: 9, end: 9 })).toEqual({ start: 0, end: 7 });
    expect(rangeOfNodes([], { start: 9, end: 9 })).toEqual({ start: 9, end: 9 });
  });
});

describe('the plain text of a node', () => {
  test.each([
    ['**a** _b_ `c` [d](e)', 'a b c d'],
    ['a <!-- b --> c', 'a c'],
    ['a <b>c</b>', 'a c'],
    ['a ![b](c) d', 'a d'],
    ['a\nb', 'a b'],
    ['a\t\u00a0 b', 'a b'],
    ['&amp; \\*', '& *'],
  ])('%j is %j', (text, expected) => expect(plain(parsed(text).first)).toBe(expected));

  // mdast-util-to-string drops breaks and HTML without a space.
  test.each([['a  \nb'], ['a\\\nb'], ['a<br>b']])('a break separates words: %j', (text) => {
    expect(plain(parsed(text).first)).toBe('a b');
  });
});

describe('the label of an item', () => {
  test.each([
    ['- [ ] **a** b\n  - c', 'a b'],
    ['- # a', 'a'],
    ['- a\n\n  b', 'a'],
    ['- - a', ''],
    ['- ```\n  a\n  ```', ''],
    ['-', ''],
  ])('%j is %j', (text, expected) => expect(labelOf(itemOf(text))).toBe(expected));
});

test('an item’s own blocks are all but its nested lists', () => {
  expect(ownBlocks(itemOf('- a\n\n  b\n  - c\n\n  ```\n  d\n  ```')).map(({ type }) => type)).toEqual(['paragraph', 'paragraph', 'code']);
});

test('descending yields each node once, in document order', () => {
  expect([...descend(parsed('a **b**').root)].map(({ node, ancestors }) => [node.type, ancestors.length])).toEqual([
    ['root', 0],
    ['paragraph', 1],
    ['text', 2],
    ['strong', 2],
    ['text', 3],
  ]);
});

describe('the plain text within a range', () => {
  const within = (text: string, piece: string): string => {
    const { source, first } = parsed(text);
    const start = text.indexOf(piece);
    return plainWithin(source, leavesOf(first), { start, end: start + piece.length });
  };
  test.each([
    ['a whole formatted piece', '**Key:** **a** `b`', '**a** `b`', 'a b'],
    ['part of a text', 'Key: value here', 'value', 'value'],
    ['part of a text with escapes', 'Key: a\\_b c', 'a\\_b', 'a_b'],
    ['a whole text with escapes and entities', 'a\\_b &amp; c', 'a\\_b &amp; c', 'a_b & c'],
    ['a piece across a hard break', 'Key: a  \nb', 'a  \nb', 'a b'],
    ['nothing of what surrounds it', '**a** b **c**', 'b', 'b'],
  ])('%s', (_, text, piece, expected) => expect(within(text, piece)).toBe(expected));

  // Only backslashes are undone in a part of a text.
  test('part of a text with entities', () => expect(within('Key: a &amp; b', 'a &amp; b')).toBe('a & b'));
});
