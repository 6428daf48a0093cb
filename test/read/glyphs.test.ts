/** Every sign that draws a box or a state means the same wherever it stands: no reader knows fewer of them than another. */
import { describe, expect, test } from 'vitest';
import { blanks } from '../../src/read/blanks.ts';
import { readDecision } from '../../src/read/decision.ts';
import { crosses, openBoxes, tickedBoxes, ticks, waits } from '../../src/read/glyphs.ts';
import { lookalikes } from '../../src/read/lookalikes.ts';
import { stateOfMark } from '../../src/read/mark-state.ts';
import { marked } from '../../src/read/marked.ts';
import { signOffs } from '../../src/read/sign-offs.ts';
import { tasks } from '../../src/read/tasks.ts';
import { read } from './reading.ts';

const table = (cell: string): string => `| Role | Decision |\n|---|---|\n| QA | ${cell} |\n`;

describe.each([...openBoxes])('%s', (box) => {
  test.each([
    ['a line', `${box} Migration tried`],
    ['an item', `- ${box} Migration tried`],
    ['a line of HTML', `<p>\n${box} Migration tried\n</p>`],
    ['a heading', `## ${box} Migration`],
    ['the end of an item', `- Migration tried ${box}`],
  ])('is a box in %s', (_, text) => expect(read(lookalikes, text)).toHaveLength(1));

  test.each([
    ['a line', `${box} Go ${box} No-Go`],
    ['a field', `**Decision:** ${box} Go ${box} No-Go`],
    ['a cell', `| Check | Outcome |\n|---|---|\n| Load | ${box} Pass ${box} Fail |\n`],
  ])('asks for a choice in %s', (_, text) => expect(read(blanks, text)).toHaveLength(1));

  test('decides nothing, and leaves open', () => {
    expect(read(signOffs, table(`${box} Approved ${box} Rejected`)).map(({ decision }) => decision)).toEqual(['pending']);
    expect(readDecision(`${box} Approved`)).toBe('pending');
    expect(stateOfMark(box)).toBe('open');
    expect(stateOfMark(`${box} Done`)).toBe('open');
  });
});

describe.each([...tickedBoxes, ...ticks])('%s', (mark) => {
  test('chooses among alternatives', () => {
    expect(readDecision(`${mark} Approved ☐ Rejected`)).toBe('approved');
    expect(readDecision(`☐ Approved ${mark} Rejected`)).toBe('rejected');
    expect(read(blanks, `**Decision:** ${mark} Go ☐ No-Go`)).toEqual([]);
  });
});

describe.each([...crosses, ...waits])('%s', (mark) => {
  test.each([
    ['a list', `- ✅ Search\n- ${mark} Export\n`],
    ['a list, behind the words', `- Search ✅\n- Export ${mark}\n`],
    ['a table', `| Check | Status |\n|---|---|\n| Search | ✅ |\n| Export | ${mark} |\n`],
    ['a table, behind a tick', `| Check | Status |\n|---|---|\n| Search | ✅ |\n| Export | ✅ Linux ${mark} Windows |\n`],
  ])('leaves open in %s', (_, text) => {
    expect(read(marked, text).map(({ state, text: what }) => `${state} ${what}`)).toEqual(['done Search', 'open Export']);
  });

  test('takes approvals and ticks back', () => {
    expect(readDecision(`${mark} Approved`)).not.toBe('approved');
    expect(stateOfMark(`✅ ${mark}`)).toBe('open');
    const signed = `| Role | Name | Signature |\n|---|---|---|\n| QA | @qa-lead | ${mark} |\n`;
    expect(read(signOffs, signed).map(({ decision }) => decision)).not.toContain('approved');
  });
});

test.each([...crosses])('a ticked item that ends in %s is open', (mark) =>
  expect(read(tasks, `- [x] Load test ${mark}\n`).map(({ state }) => state)).toEqual(['open']),
);
