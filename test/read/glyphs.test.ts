/** Every sign that draws a box means the same wherever it stands: no reader knows fewer of them than another. */
import { describe, expect, test } from 'vitest';
import { blanks } from '../../src/read/blanks.ts';
import { readDecision } from '../../src/read/decision.ts';
import { openBoxes, tickedBoxes, ticks } from '../../src/read/glyphs.ts';
import { lookalikes } from '../../src/read/lookalikes.ts';
import { stateOfMark } from '../../src/read/mark-state.ts';
import { signOffs } from '../../src/read/sign-offs.ts';
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
