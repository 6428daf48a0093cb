/** Mutation of meaning: no edit other than doing the work turns a failing checklist into a passing one. */
import { describe, expect, it } from 'vitest';
import { checkFiles } from '../checking.ts';
import { fc } from '../tooling/fast-check.ts';

interface Item {
  readonly text: string;
  readonly done: boolean;
}

const item = fc.record({
  text: fc.constantFrom(
    'Tests pass',
    'Rollback tested',
    'Notes written',
    'On-call informed',
    'Migration tried',
    '**Security** scan',
    '[Runbook](#steps) read',
    '`npm test` is green',
  ),
  done: fc.boolean(),
});
const items = fc.uniqueArray(item, { minLength: 1, maxLength: 6, selector: ({ text }) => text });

const line = ({ text, done }: Item): string => `- [${done ? 'x' : ' '}] ${text}`;
const write = (lines: readonly string[], eol: string): string => ['# Release checklist', '', '## Steps', '', ...lines, ''].join(eol);
const verdict = async (text: string): Promise<string> =>
  (await checkFiles({ 'docs/c.md': text }, { paths: ['docs/c.md'], kind: 'checklist' })).report.verdict;

/** Ways to make a box unreadable without settling its item. */
const misspellings = [
  '- []',
  '- [  ]',
  '-[ ]',
  '- [ x]',
  '- [x ]',
  '- [X ]',
  '- [\u00A0]',
  '• [ ]',
  '– [ ]',
  '[ ]',
  '- \\[ ]',
  '- ☐',
  '- [-]',
  '- [?]',
  '- [*]',
  '- [/]',
  '- **[ ]**',
  '* []',
  '1.[ ]',
  '- [\u200B]',
  '- ［ ］',
  '- [N]',
  '- [N/A]',
  '- [~]',
] as const;

/** Texts that swallow what follows. */
const swallowers = ['```', '~~~~', '<!--', '<!-- ok --> <!--', '<script>', '<pre>', '<?php', '```markdown'] as const;

// Without a template a checklist cannot know an item that is gone; a box that is spelled as text is gone as well.
const leavesNoTrace = (spelling: string): boolean => spelling === '- \\[ ]';

describe('a failing checklist', () => {
  it('does not pass when the box of an open item is misspelled', async () => {
    await fc.assert(
      fc.asyncProperty(
        items,
        fc.constantFrom(...misspellings.filter((spelling) => !leavesNoTrace(spelling))),
        fc.constantFrom('\n', '\r\n'),
        async (all, spelling, eol) => {
          const open = all.map((one) => ({ ...one, done: true }));
          const lines = [...open.map(line), `${spelling} Last open item`];
          expect(await verdict(write(lines, eol))).toBe('fail');
        },
      ),
      { numRuns: 60 },
    );
  });

  it('does not pass when something swallows its open items', async () => {
    await fc.assert(
      fc.asyncProperty(items, fc.constantFrom(...swallowers), fc.nat(5), async (all, swallower, at) => {
        const lines = [...all.map(line), '- [ ] Last open item'];
        lines.splice(Math.min(at, lines.length - 1), 0, '', swallower);
        expect(await verdict(write(lines, '\n'))).toBe('fail');
      }),
      { numRuns: 60 },
    );
  });

  it('does not pass when all of its items are deleted, renamed to text, commented out or fenced', async () => {
    const removed: readonly ((lines: readonly string[]) => readonly string[])[] = [
      () => [],
      (lines) => lines.map((one) => one.replace(/^- \[.\] /, '- ')),
      (lines) => lines.map((one) => one.replace(/^- \[.\] /, '')),
      (lines) => lines.map((one) => `<!-- ${one} -->`),
      (lines) => ['<!--', ...lines, '-->'],
      (lines) => ['```', ...lines, '```'],
      (lines) => lines.map((one) => `    ${one}`),
      (lines) => ['<details>', ...lines, '</details>'],
      (lines) => ['| a | b |', '|---|', ...lines.map((one) => `| ${one} | |`)],
    ];
    await fc.assert(
      fc.asyncProperty(items, fc.constantFrom(...removed), async (all, remove) => {
        expect(await verdict(write(remove([...all.map(line), '- [ ] Last open item']), '\n'))).toBe('fail');
      }),
      { numRuns: 60 },
    );
  });

  it('passes when the work is done', async () => {
    await fc.assert(
      fc.asyncProperty(items, fc.constantFrom('\n', '\r\n', '\r'), async (all, eol) => {
        expect(
          await verdict(
            write(
              all.map((one) => line({ ...one, done: true })),
              eol,
            ),
          ),
        ).toBe('pass');
      }),
      { numRuns: 40 },
    );
  });
});
