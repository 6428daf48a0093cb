/** Suffixes of versions in the order that people mean. */
import { describe, expect, it } from 'vitest';
import { compareSuffixes } from '../../src/model/written-order.ts';
import { fc } from '../tooling/fast-check.ts';

const rising: readonly (readonly (string | undefined)[])[] = [
  ['alpha', 'beta.2', 'beta.10', 'rc', 'rc.1', 'rc.2', undefined],
  ['rc9', 'rc10', 'RC11', 'rc.12'],
  ['dev3', 'a1', 'alpha2', 'b1', 'rc1', undefined, 'post1', 'post.2'],
  ['Alpha1', 'M2', 'CR1', 'Final', 'SP1'],
  [undefined, 'a', 'b', 'w'],
  ['1', '2', '10', 'x'],
  ['beta 2', '(RC 1)', undefined],
];

const suffixes = fc.option(
  fc.oneof(fc.constantFrom(...rising.flat().filter((each) => each !== undefined)), fc.stringMatching(/^[A-Za-z]{1,4}[.-]?\d{0,2}$/)),
  { nil: undefined },
);

describe('suffixes of versions', () => {
  it.each(rising.map((all) => [all]))('%j', (all) => {
    for (const [index, suffix] of all.entries())
      for (const other of all.slice(index + 1)) {
        expect(compareSuffixes(suffix, other), `${suffix} < ${other}`).toBeLessThan(0);
        expect(compareSuffixes(other, suffix), `${other} > ${suffix}`).toBeGreaterThan(0);
      }
  });

  it.each([
    ['rc1', 'RC.1'],
    ['cr1', 'rc-1'],
    ['Final', undefined],
    ['b2', 'beta2'],
  ])('%s is %s', (a, b) => expect(compareSuffixes(a, b)).toBe(0));

  it('have an order', () => {
    fc.assert(
      fc.property(suffixes, suffixes, suffixes, (a, b, c) => {
        expect(Math.sign(compareSuffixes(a, b))).toBe(-Math.sign(compareSuffixes(b, a)) || 0);
        if (compareSuffixes(a, b) <= 0 && compareSuffixes(b, c) <= 0) expect(compareSuffixes(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
