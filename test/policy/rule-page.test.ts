import { describe, expect, it } from 'vitest';
import type { Rule } from '../../src/policy/policy.ts';
import { rulePage } from '../../src/policy/rule-page.ts';

const rule = (more: Partial<Rule>): Rule => ({
  id: 'ours/a',
  name: 'a',
  shipped: false,
  description: 'Wants a.',
  severity: 'error',
  message: 'X.',
  schema: {},
  ...more,
});

describe('the page of a rule', () => {
  it.each<[string, Partial<Rule>, RegExp]>([
    ['opens with its id and what it wants', {}, /^# ours\/a\n\nWants a\.\n/],
    ['says why', { why: 'Because.' }, /\n\nBecause\.\n/],
    ['says what is expected and what to do', { expected: 'b', fix: 'Do c.' }, /- Expected: b\n- Fix: Do c\./],
    ['says when it is pending', { when: 'complete' }, /- Severity: error; pending while/],
    ['lists its options with their defaults', { options: { within: 'PT1H' } }, /## Options\n\n- `within`: `"PT1H"` by default/],
    [
      'shows its examples',
      { examples: { fails: ['- [ ] a'], passes: ['- [x] a'] } },
      /## Fails\n\n```markdown\n- \[ \] a\n```\n\n## Passes\n\n```markdown\n- \[x\] a\n```/,
    ],
    ['names the file of an example', { examples: { path: 'a.md', fails: [], passes: [] } }, /## Fails \(as `a\.md`\)/],
    ['fences examples that hold fences', { examples: { fails: ['````', 'x', '````'], passes: [] } }, /`````markdown\n````\nx\n````\n`````/],
    ['says that it compares a folder', { scope: 'folder', examples: { fails: [], passes: [] } }, /compares all documents of a folder/],
    ['shows how to change it', { severity: 'warning' }, /rules:\n {2}ours\/a: error/],
  ])('%s', (_, more, expected) => expect(rulePage(rule(more))).toMatch(expected));
});
