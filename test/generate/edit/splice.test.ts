import { describe, expect, it } from 'vitest';
import { applySplices, lineEndingAt } from '../../../src/generate/edit/splice.ts';
import { fc } from '../../tooling/fast-check.ts';
import { source } from './editing.ts';

describe('applySplices', () => {
  it('keeps the byte order mark and every character outside', () => {
    expect(
      applySplices(source('\uFEFFab\r\ncd'), [
        { start: 4, end: 5, text: 'X' },
        { start: 1, end: 1, text: '-' },
      ]),
    ).toBe('\uFEFFa-b\r\nXd');
  });

  it.each([
    [
      [
        { start: 0, end: 2, text: '' },
        { start: 1, end: 3, text: '' },
      ],
    ],
    [[{ start: 2, end: 1, text: '' }]],
    [[{ start: 0, end: 9, text: '' }]],
  ])('throws for %j', (splices) => {
    expect(() => applySplices(source('abc'), splices)).toThrow(/splice/i);
  });

  it('is undone by the opposite splices', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.tuple(fc.nat(), fc.nat(), fc.string()), { maxLength: 5 }), (text, raw) => {
        const body = source(text);
        const cuts = raw
          .map(([a, b, put]) => ({ a: a % (body.text.length + 1), b: b % (body.text.length + 1), put }))
          .sort((x, y) => Math.min(x.a, x.b) - Math.min(y.a, y.b));
        let from = 0;
        let shift = 0;
        const splices = cuts.flatMap(({ a, b, put }) => {
          const [start, end] = [Math.min(a, b), Math.max(a, b)];
          if (start < from) return [];
          from = end + 1;
          return [{ start, end, text: put }];
        });
        const back = splices.map(({ start, end, text: put }) => {
          const undo = { start: start + shift, end: start + shift + put.length, text: body.text.slice(start, end) };
          shift += put.length - (end - start);
          return undo;
        });
        const after = applySplices(body, splices);
        const plain = { ...body, text: body.bom ? after.slice(1) : after };
        expect(applySplices(plain, back)).toBe(text);
      }),
    );
  });
});

describe('lineEndingAt', () => {
  it.each([
    ['a\r\nb\nc', 0, '\r\n'],
    ['a\r\nb\nc', 3, '\n'],
    ['a\r\nb\nc', 5, '\n'],
    ['a\rb', 2, '\r'],
    ['a', 0, '\n'],
  ])('of %j at %i is %j', (text, offset, ending) => {
    expect(lineEndingAt(source(text), offset)).toBe(ending);
  });
});
