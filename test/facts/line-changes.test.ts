/** Lines that differ: nothing that changed is outside the places. */
import { describe, expect, it } from 'vitest';
import { changedPlaces } from '../../src/facts/line-changes.ts';
import { fc } from '../tooling/fast-check.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const placesOf = (before: string, after: string) => changedPlaces('a.md', bytes(before), bytes(after));

const short = (before: string, after: string): string[] =>
  placesOf(before, after).map(
    ({ message, place: { start, end } }) => `${start.line}:${start.column}-${end.line}:${end.column} ${message.split(' since')[0]}`,
  );

describe('changedPlaces', () => {
  it.each([
    ['a changed line', 'a\nb\nc\n', 'a\nx\nc\n', ['2:1-2:2 Changed']],
    ['added lines', 'a\nd\n', 'a\nb\nc\nd\n', ['2:1-3:2 Added']],
    ['a removed line', 'a\nb\nc\n', 'a\nc\n', ['2:1-2:1 1 line was removed here']],
    ['removed lines at the end', 'a\nb\nc\n', 'a\n', ['2:1-2:1 2 lines were removed here']],
    ['the newline at the end', 'a\nb\n', 'a\nb', ['2:1-2:2 Changed']],
    ['line endings', 'a\nb\n', 'a\r\nb\r\n', []],
    ['a lone CR', 'a\nb\n', 'a\rb\n', ['1:1-1:2 Changed']],
    ['binary content', 'a\0\n', 'b\0\n', []],
    ['everything', '', 'a\n', ['1:1-1:2 Added']],
  ])('%s', (_, before, after, places) => expect(short(before, after)).toEqual(places));

  it('tells many places as ten, and none is outside of them', () => {
    const many = (mark: string): string => Array.from({ length: 40 }, (_, line) => `${line} ${line % 2 === 0 ? mark : ''}\n`).join('');
    const places = placesOf(many('a'), many('b'));
    expect(places).toHaveLength(10);
    expect([places.at(-1)?.place.start.line, places.at(-1)?.place.end.line]).toEqual([19, 39]);
  });

  it('gives up on contents without much in common, not on telling', () => {
    const lines = (mark: string): string => `same\n${Array.from({ length: 5000 }, (_, line) => `${mark}${line}\n`).join('')}same\n`;
    expect(short(lines('a'), lines('b'))).toEqual(['2:1-5001:6 Changed']);
  });

  it('leaves only lines of the older content, in their order', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 }).map((lines) => lines.map((line) => `${line}\n`).join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const places = placesOf(before, after);
        expect(places.length === 0).toBe(before === after);
        const changed = (line: number): boolean =>
          places.some(({ message, place: { start, end } }) => !message.includes('removed here') && start.line <= line && line <= end.line);
        const kept = after
          .split('\n')
          .slice(0, -1)
          .filter((_, index) => !changed(index + 1));
        const older = before.split('\n').slice(0, -1);
        let from = 0;
        for (const line of kept) {
          const found = older.indexOf(line, from);
          expect(found).toBeGreaterThanOrEqual(0);
          from = found + 1;
        }
      }),
    );
  });
});
