/** Ticking rows and items that carry a mark instead of a box: what check calls open is done afterwards. */
import { describe, expect, it } from 'vitest';
import { tickItem } from '../../../src/generate/edit/tick.ts';
import type { TickRequest } from '../../../src/generate/edit/tick-request.ts';
import { outlineOf } from '../../../src/markdown/outline.ts';
import type { Marked } from '../../../src/model/parts/marked.ts';
import { UsageError } from '../../../src/model/usage-error.ts';
import { marked } from '../../../src/read/marked.ts';
import { dataOf } from '../../../src/read/reading.ts';
import { fc } from '../../tooling/fast-check.ts';
import { edited, source as sourceAt } from './editing.ts';

// Below a name that speaks of approvals such tables are sign-offs.
const source = (text: string) => sourceAt(text, 'docs/list.md');

const tick = (text: string, line: number, request: TickRequest = { state: 'done' }): string =>
  edited(source(text), tickItem(source(text), line, request));

const refusal = (text: string, line: number, request: TickRequest = { state: 'done' }): string => {
  try {
    tick(text, line, request);
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    return (error as UsageError).message;
  }
  return '';
};

const marksOf = (text: string): readonly Marked[] => dataOf(marked, outlineOf(source(text)));

const table = (row: string, head = '| Item | Status |'): string => `# R\n\n${head}\n${head.replace(/[^|]+/g, '---')}\n${row}\n| z | ✅ |\n`;

const notApplicable = (reason: string): TickRequest => ({ state: 'not-applicable', reason });

describe('tickItem on a row of a table', () => {
  it.each([
    ['| x | [ ] |', '| x | [x] |'],
    ['| y | ❌ |', '| y | ✅ |'],
    ['| y | ⬜ |', '| y | ✅ |'],
    ['| y | ⏳ |', '| y | ✅ |'],
    ['| y | ⚠️ |', '| y | ✅ |'],
    ['| y | ☐ |', '| y | ☑ |'],
    ['| y | :x: |', '| y | :white_check_mark: |'],
    ['| y | ❌ flaky on `CI` |', '| y | ✅ flaky on `CI` |'],
    ['| [ ] y |  |', '| [x] y |  |'],
    ['| y |   |', '| y | ✅ |'],
    ['| y |', '| y | ✅ |'],
    ['| y | Pending |', '| y | ✅ |'],
    ['| y | ❌ Not started |', '| y | ✅ |'],
    ['| y | N/A |', '| y | ✅ |'],
  ])('ticks %j', (row, after) => {
    const done = tick(table(row), 5);
    expect(done.replace(/ +\|/g, ' |')).toBe(table(after).replace(/ +\|/g, ' |'));
    expect(marksOf(done).map(({ state }) => state)).toEqual(['done', 'done']);
    expect(tick(done, 5)).toBe(done);
  });

  it.each([
    ['| y | ✅ |', '| y | ⬜ |'],
    ['| y | [x] |', '| y | [ ] |'],
    ['| y | ☑ |', '| y | ☐ |'],
  ])('opens %j', (row, after) => {
    expect(tick(table(row), 5, { state: 'open' })).toBe(table(after));
  });

  it('says that a row does not apply, and why', () => {
    const after = tick(table('| y | ❌ |'), 5, notApplicable('no *database*'));
    expect(after).toContain('| y | N/A: no \\*database\\* |');
    expect(marksOf(after)[0]).toMatchObject({ state: 'not-applicable', reason: 'no *database*', text: 'y' });
    expect(tick(after, 5, notApplicable('no *database*'))).toBe(after);
  });

  it.each([
    ['| y | Blocked by Bob |', { state: 'done' }, /its cell "Blocked by Bob" says more than a state\. Write ✅ there by hand/],
    ['| y | ❌ pending, see #3 |', { state: 'done' }, /Write ✅ there by hand/],
    ['| y | ❌ |', { state: 'not-applicable' }, /--reason/],
    ['| y | ❌ |', notApplicable('not yet'), /The reason "not yet" would be read otherwise/],
    ['| y | ❌ see #3 |', notApplicable('none'), /Write "N\/A: reason" there by hand/],
  ] as const)('refuses %j %j', (row, request, message) => {
    expect(refusal(table(row), 5, request)).toMatch(message);
  });

  it('tells what to do with a box in a table that is no check list', () => {
    expect(refusal(table('| y | [ ] |', '| Where | When |'), 5)).toMatch(/table that is not read as a check list/);
  });
});

it('sends to docgate sign where a row is a sign-off', () => {
  const text = '# Approvals\n\n| Role | Name | Decision |\n|---|---|---|\n| QA | | [ ] |\n';
  expect(() => tickItem(sourceAt(text), 5, { state: 'done' })).toThrow(/docgate sign docs\/approvals\.md --role "QA"/);
});

describe('tickItem on an item with a mark', () => {
  it('turns the mark', () => {
    expect(tick('# R\n\n- ✅ a\n- ❌ b\n- ❌ c\n', 4)).toBe('# R\n\n- ✅ a\n- ✅ b\n- ❌ c\n');
    expect(tick('# R\n\n- ✅ a\n- b ❌\n', 4)).toBe('# R\n\n- ✅ a\n- b ✅\n');
    expect(tick('# R\n\n- ✅ a\n- ✅ b\n- ❌ c\n', 4, { state: 'open' })).toBe('# R\n\n- ✅ a\n- ⬜ b\n- ❌ c\n');
  });
});

it('changes the state of one row or nothing, and is done once', () => {
  const cell = fc.constantFrom(
    '❌',
    '✅',
    '[ ]',
    '[x]',
    '⬜',
    '⏳ soon',
    'Pending',
    'done',
    '',
    'N/A: none',
    '❌ no | yes'.replace('|', '\\|'),
    'x',
    '**❌**',
  );
  const request = fc.constantFrom<TickRequest>({ state: 'done' }, { state: 'open' }, notApplicable('not here'));
  let ticked = 0;
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 4 }), fc.nat(), request, (cells, pick, asked) => {
      const text = `# R\r\n\r\n| Item | Status | Notes |\r\n|---|---|---|\r\n${cells.map((one, index) => `| t${index} | ${one} | |\r\n`).join('')}`;
      const at = pick % cells.length;
      let after: string;
      try {
        after = tick(text, 5 + at, asked);
      } catch (error) {
        expect(error).toBeInstanceOf(UsageError);
        return;
      }
      ticked += 1;
      const [was, is] = [text.split('\n'), after.split('\n')];
      expect(is.filter((line, index) => index !== 4 + at && line !== was[index])).toEqual([]);
      expect(marksOf(after).find((one) => one.text === `t${at}`)?.state).toBe(asked.state);
      expect(tick(after, 5 + at, asked)).toBe(after);
    }),
  );
  expect(ticked).toBeGreaterThan(20);
});
