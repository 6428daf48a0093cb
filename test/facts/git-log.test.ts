/** The one log, in whatever pieces its output comes. */
import { expect, it } from 'vitest';
import { type Touch, touchReader } from '../../src/facts/git-log.ts';
import { fc } from '../tooling/fast-check.ts';

const [none, a, b, c] = ['0', 'a', 'b', 'c'].map((digit) => digit.repeat(40)) as [string, string, string, string];
const commit = (digit: string): string[] => [
  digit.repeat(40),
  '1767607200',
  '1767607200',
  'Alice',
  'a@example.org',
  'Bob',
  'b@example.org',
];

const output = [
  ...[...commit('3'), '', `::100644 100644 100644 ${a} ${b} ${c} MM`, 'x.md', 'y.md', 'y.md'],
  ...[...commit('2'), `\n:100644 100644 ${a} ${b} R090`, 'x.md', 'y.md', `:100644 000000 ${a} ${none} D`, 'gone.md'],
  ...[...commit('1'), ...commit('0'), `\n:000000 100644 ${none} ${a} A`, ':odd\n.md'],
];

const read = (pieces: readonly (readonly string[])[]): Touch[] => {
  const touches: Touch[] = [];
  const take = touchReader((touch) => touches.push(touch));
  for (const piece of pieces) take(piece);
  return touches;
};

it('reads additions, renames, deletions and merges', () => {
  const told = read([output]).map(({ path, blob, commit: { id, order }, from }) => [
    id[0],
    order,
    path,
    blob[0],
    ...from.map((one) => one.path),
  ]);
  expect(told).toEqual([
    ['3', 0, 'y.md', 'c', 'x.md', 'y.md'],
    ['2', 1, 'y.md', 'b', 'x.md'],
    ['2', 1, 'gone.md', '0', 'gone.md'],
    ['0', 3, ':odd\n.md', 'a'],
  ]);
});

it('reads the same however the output is cut', () => {
  const whole = read([output]);
  fc.assert(
    fc.property(fc.array(fc.nat(output.length)), (cuts) => {
      const ends = [...cuts.sort((x, y) => x - y), output.length];
      expect(read(ends.map((end, index) => output.slice(ends[index - 1] ?? 0, end)))).toEqual(whole);
    }),
  );
});
