/** The list of defects is complete: no number is missing, and each has its test. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { elsewhere, tested, untestable } from './list.ts';

const here = new URL('.', import.meta.url);
const sources = readdirSync(here)
  .filter((file) => file.endsWith('.test.ts') && file !== 'list.test.ts')
  .map((file) => readFileSync(new URL(file, here), 'utf8'));

/** The numbers in the titles of tests: `test('[0.4 1.22] ...'`. */
const titled = sources.flatMap((text) => [...text.matchAll(/\btest\('\[([^\]]+)\] /g)].flatMap(([, numbers = '']) => numbers.split(' ')));

const known = [tested, elsewhere, untestable].flatMap((rows) => Object.keys(rows));

const upTo = (section: string, last: number): string[] => Array.from({ length: last }, (_, index) => `${section}.${index + 1}`);

describe('the list of defects', () => {
  it('has no gap and nothing twice', () => {
    expect(known.filter((number, index) => known.indexOf(number) !== index)).toEqual([]);
    expect(known).toEqual(
      expect.arrayContaining([...upTo('0', 12), ...upTo('1', 34), ...upTo('1b', 16), ...upTo('3', 25), ...upTo('x', 6), '3a', '3b', '3c']),
    );
  });

  it('has a test of this folder for each that is tested here, and knows each that they name', () => {
    expect([...new Set(titled)].sort()).toEqual(Object.keys(tested).sort());
  });

  it.each(Object.entries(elsewhere))('names a test that is there: %s %j', (_, [, file, title]) => {
    const text = readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');
    expect(text).toMatch(new RegExp(`\\b(?:it|test)(?:\\.each\\([^)]*\\))?\\(\\s*'${title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}'`));
  });
});
