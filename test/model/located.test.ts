import { describe, expect, test } from 'vitest';
import { at, bare, childPointer, nearestRange, parentPointer, pointerSteps, rangeOf, unzip, valueAt } from '../../src/model/located.ts';
import { fc } from '../tooling/fast-check.ts';

const r = (start: number, end = start + 1) => ({ start, end });

describe('a tree is separated into data and ranges', () => {
  test.each([
    ['a plain value', 7, 7, {}],
    ['a located value', at(r(1), 'x'), 'x', { '': r(1) }],
    ['a located value in a located value: the inner range counts', at(r(1), at(r(2), 'x')), 'x', { '': r(2) }],
    ['parts of an object', { a: at(r(1), 1), b: 2 }, { a: 1, b: 2 }, { '/a': r(1) }],
    ['parts of a list', [at(r(1), 'x'), { y: at(r(2), null) }], ['x', { y: null }], { '/0': r(1), '/1/y': r(2) }],
    ['keys that a pointer escapes', { 'a/b~c': at(r(1), true) }, { 'a/b~c': true }, { '/a~1b~0c': r(1) }],
    ['absent parts are left out', { a: undefined, b: at(r(1), undefined) }, { b: undefined }, { '/b': r(1) }],
    ['null stays', { a: null }, { a: null }, {}],
  ])('%s', (_, tree, data, ranges) => {
    const unzipped = unzip<unknown>(tree);
    expect(unzipped.data).toEqual(data);
    expect(Object.fromEntries(unzipped.ranges)).toEqual(ranges);
  });

  test('a part that is located but absent leaves no key', () => {
    expect(Object.keys(unzip({ a: undefined }).data as object)).toEqual([]);
  });

  test('a key named __proto__ stays a key', () => {
    const tree = JSON.parse('{"__proto__": {"a": 1}}') as object;
    expect(JSON.stringify(unzip(tree).data)).toBe('{"__proto__":{"a":1}}');
  });

  test('plain JSON comes out as it went in', () => {
    const json = fc.jsonValue({ maxDepth: 4 });
    fc.assert(fc.property(json, (value) => JSON.stringify(unzip<unknown>(value).data) === JSON.stringify(value)));
  });
});

test('a located value knows its range and its bare value', () => {
  const located = at(r(3), { a: 1 });
  expect(rangeOf(located)).toEqual(r(3));
  expect(bare(located)).toEqual({ a: 1 });
  expect(bare({ a: 1 })).toEqual({ a: 1 });
  expect(bare<string | undefined>(undefined)).toBeUndefined();
});

describe('pointers', () => {
  test.each([
    ['/a/b', 'c', '/a/b/c'],
    ['', 0, '/0'],
    ['', 'x/y', '/x~1y'],
    ['', 'x~1y', '/x~01y'],
    ['', '', '/'],
  ])('%j with %j is %j, and back', (parent, key, pointer) => {
    expect(childPointer(parent, key)).toBe(pointer);
    expect(parentPointer(pointer)).toBe(parent);
    expect(pointerSteps(pointer).at(-1)).toBe(String(key));
  });

  test('the parent of the root is the root', () => expect(parentPointer('')).toBe(''));

  test('any keys survive', () => {
    const pointerOf = (keys: readonly string[]): string => keys.reduce((pointer, key) => childPointer(pointer, key), '');
    fc.assert(fc.property(fc.array(fc.string()), (keys) => JSON.stringify(pointerSteps(pointerOf(keys))) === JSON.stringify(keys)));
  });
});

describe('the value at a pointer', () => {
  const data = { a: [{ 'b/c': 1 }], n: null, s: 'text' };
  test.each([
    ['', data],
    ['/a/0/b~1c', 1],
    ['/n', null],
    ['/n/x', undefined],
    ['/a/7', undefined],
    ['/s/length', undefined],
    ['/toString', undefined],
    ['/a/length/x', undefined],
  ])('%j', (pointer, value) => expect(valueAt(data, pointer)).toEqual(value));
});

describe('the nearest range', () => {
  const ranges = new Map([
    ['/a', r(1)],
    ['/a/b', r(2)],
  ]);
  test.each([
    ['/a/b', r(2)],
    ['/a/b/c/0', r(2)],
    ['/a/x', r(1)],
    ['/ab', undefined],
    ['', undefined],
  ])('of %j', (pointer, range) => expect(nearestRange(ranges, pointer)).toEqual(range));

  test('of the root is the root’s', () => expect(nearestRange(new Map([['', r(9)]]), '/x/y')).toEqual(r(9)));
});
