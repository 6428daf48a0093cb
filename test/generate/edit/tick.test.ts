import { describe, expect, it } from 'vitest';
import { tickItem } from '../../../src/generate/edit/tick.ts';
import type { TickRequest } from '../../../src/generate/edit/tick-request.ts';
import { UsageError } from '../../../src/model/usage-error.ts';
import { edited, source, tasksOf } from './editing.ts';

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

const notApplicable = (reason: string): TickRequest => ({ state: 'not-applicable', reason });

describe('tickItem', () => {
  it.each([
    ['- [ ] a\n- [ ] b', 2, '- [ ] a\n- [x] b'],
    ['1. [ ] **a** b\r\n', 1, '1. [x] **a** b\r\n'],
    ['> - [ ] a\r> - [x] b', 1, '> - [x] a\r> - [x] b'],
    ['\uFEFF* [\t] a', 1, '\uFEFF* [x] a'],
    ['- [x] a\n  - [ ] b', 2, '- [x] a\n  - [x] b'],
    ['- [x] a (N/A: no database)', 1, '- [x] a'],
    ['- [~] a (no database)', 1, '- [x] a (no database)'],
  ])('ticks %j in line %i', (text, line, after) => {
    expect(tick(text, line)).toBe(after);
  });

  it.each([
    ['- [x] a', '- [ ] a'],
    ['- [X] a', '- [ ] a'],
    ['- [x] a — N/A: none', '- [ ] a'],
  ])('opens %j', (text, after) => {
    expect(tick(text, 1, { state: 'open' })).toBe(after);
  });

  it.each([
    ['- [ ] a', 'no database', '- [x] a (N/A: no database)'],
    ['- [x] a <!-- id: a -->', 'no database', '- [x] a (N/A: no database) <!-- id: a -->'],
    ['- [ ] a', 'no database (yet)', '- [x] a — N/A: no database (yet)'],
    ['- [ ] a\n  b\n- [ ] c', 'x | *y*', '- [x] a\n  b (N/A: x \\| \\*y\\*)\n- [ ] c'],
    ['- [ ] a\n  Evidence: log\n', 'none here', '- [x] a (N/A: none here)\n  Evidence: log\n'],
    ['- [ ] a (N/A)', 'none here', '- [x] a (N/A: none here)'],
  ])('says that %j does not apply because of %j', (text, reason, after) => {
    const result = tick(text, 1, notApplicable(reason));
    expect(result).toBe(after);
    expect(tasksOf(result)[0]).toMatchObject({ state: 'not-applicable', reason });
    expect(tick(result, 1, notApplicable(reason))).toBe(result);
  });

  it.each([
    ['- [x] a', { state: 'done' }],
    ['- [ ] a', { state: 'open' }],
    ['- [~] a (none here)', { state: 'not-applicable' }],
  ] as const)('changes nothing in %j that is %j', (text, request) => {
    expect(tickItem(source(text), 1, request).splices).toEqual([]);
    expect(tickItem(source(text), 1, request).summary).toMatch(/^already /);
  });

  it.each([
    ['# R\n\n- [ ] a\n- [ ] b', 1, { state: 'done' }, /line 3 "a" and line 4 "b"/],
    ['text', 1, { state: 'done' }, /has no item/],
    ['- [ ] a', 9, { state: 'done' }, /has 1 lines/],
    ['- [x ] a', 1, { state: 'done' }, /"\[x \]" is not a box.*"- \[ \] text"/],
    ['```\n- [ ] a\n```', 2, { state: 'done' }, /no item in "- \[ \] a"/],
    ['- [ ] a\n  - [ ] b\n    - [x] c\n  - [ ] d', 1, { state: 'done' }, /lines 2, 4/],
    ['- [ ] [x] a', 1, { state: 'done' }, /second box/],
    ['- [ ] a', 1, { state: 'not-applicable' }, /--reason/],
    ['- [x] a (N/A: one)', 1, notApplicable('two'), /already: "one"/],
    ['- [ ] ~~a~~', 1, { state: 'done' }, /by hand/],
  ] as const)('refuses %j line %i %j', (text, line, request, message) => {
    expect(refusal(text, line, request)).toMatch(message);
  });

  it('refuses bytes that are not UTF-8', () => {
    expect(() => tickItem({ ...source('- [ ] \uFFFD'), undecodableAt: 6 }, 1, { state: 'done' })).toThrow(UsageError);
  });
});
