/** What changed since an approval, and approvals bound to commits: on real repositories. */
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/config.ts';
import { contentDigest } from '../../src/facts/digest.ts';
import { check } from '../../src/flows/check.ts';
import type { Finding } from '../../src/model/finding.ts';
import { diskTree } from '../../src/tree/disk.ts';
import { indexTree } from '../../src/tree/git-index.ts';
import { refTree } from '../../src/tree/git-ref.ts';
import { at, commitAt } from '../facts/history.ts';
import { fc } from '../tooling/fast-check.ts';
import { counted, folder, git, isolated, repository, write } from '../tree/sandbox.ts';

const digest = (text: string): string => contentDigest(new TextEncoder().encode(text));

const approvals = (subject: string): string =>
  `# Approvals\n\n| Role | Name | Decision | Date | Subject |\n|---|---|---|---|---|\n| QA | @qa | approved | 2026-01-05 | ${subject} |\n`;

const plan = (...changes: readonly string[]): string =>
  `${['one', 'two', 'three', 'four', 'five', 'six', 'seven'].map((line) => changes.find((change) => change.startsWith(line)) ?? line).join('\n')}\n`;

interface Asked {
  readonly from?: 'index' | 'work tree';
  readonly rev?: string;
  readonly git?: false;
  readonly env?: typeof isolated;
}

const treeOf = async (root: string, { from, rev }: Asked) => {
  if (rev !== undefined) return refTree(root, rev, isolated);
  return from === 'index' ? indexTree(root, isolated) : diskTree(root);
};

const findingsOf = async (root: string, asked: Asked = {}): Promise<readonly Finding[]> => {
  const tree = await treeOf(root, asked);
  const spot = { root, env: asked.env ?? isolated, ...(asked.rev !== undefined && { rev: asked.rev }) };
  const { report } = await check({
    tree,
    config: await loadConfig(tree),
    paths: ['docs/approvals.md'],
    policies: [],
    now: '2026-01-20T12:00:00.000Z',
    tool: { name: 'docgate', version: '0' },
    ...(asked.git !== false && { git: spot }),
  });
  return report.findings;
};

const staleIn = async (root: string, asked: Asked = {}): Promise<Finding | undefined> =>
  (await findingsOf(root, asked)).find(({ rule }) => rule === 'approvals/stale-approval');

const said = (finding: Finding | undefined): string =>
  (finding?.message ?? '').replace('QA approved other content of docs/plan.md than is there now.', '').trim();

const seen = (finding: Finding | undefined): string[] =>
  (finding?.related ?? []).map(({ place: { path, start, end } }) => `${path}:${start.line}-${end.line}`);

/** A repository in which somebody approved the plan in its first commit. */
const approved = (subject = `docs/plan.md ${digest(plan())}`): { root: string; first: string } => {
  const root = repository();
  const first = commitAt(root, at('5 10:00'), { 'docs/plan.md': plan(), 'docs/approvals.md': approvals(subject) });
  return { root, first: first.slice(0, 7) };
};

const short = (id: string): string => id.slice(0, 7);

describe('what changed since an approval', () => {
  it('is told by commit and lines', async () => {
    const { root, first } = approved();
    const second = commitAt(root, at('6 10:00', 'Bob'), { 'docs/plan.md': plan('two!', 'six!') });
    const stale = await staleIn(root);
    expect(said(stale)).toBe(`Changed since commit ${first} in ${short(second)} (2026-01-06, Bob): line 2, line 6.`);
    expect(seen(stale)).toEqual(['docs/plan.md:2-2', 'docs/plan.md:6-6']);
    expect(stale?.expected).toContain(`of commit ${first}`);
    expect(stale?.fix).toContain(`git diff ${first}:./docs/plan.md docs/plan.md`);
    expect(git(root, ['diff', '--stat', `${first}:./docs/plan.md`, 'docs/plan.md'])).toContain('2 insertions(+), 2 deletions(-)');
  });

  it('names several commits, newest first, and counts those that are too many', async () => {
    const { root, first } = approved();
    const later = ['6', '7', '8', '9', '10'].map((day) => commitAt(root, at(day, 'Bob'), { 'docs/plan.md': plan(`two ${day}`) }));
    commitAt(root, at('11'), { 'other.md': 'other' });
    const stale = await staleIn(root);
    expect(said(stale)).toBe(
      `Changed since commit ${first} in ${short(later[4] ?? '')} (2026-01-10, Bob), ${short(later[3] ?? '')} (2026-01-09, Bob), ${short(later[2] ?? '')} (2026-01-08, Bob) and 2 more commits: line 2.`,
    );
  });

  it('counts from the newest commit with the approved content', async () => {
    const { root } = approved();
    commitAt(root, at('6'), { 'docs/plan.md': plan('two!') });
    const restored = commitAt(root, at('7'), { 'docs/plan.md': plan() });
    const last = commitAt(root, at('8'), { 'docs/plan.md': plan('two!') });
    expect(said(await staleIn(root))).toBe(`Changed since commit ${short(restored)} in ${short(last)} (2026-01-08, Alice): line 2.`);
  });

  it('follows a rename', async () => {
    const { root, first } = approved();
    git(root, ['mv', 'docs/plan.md', 'docs/the plan.md']);
    const moved = commitAt(root, at('6'), { 'docs/approvals.md': approvals(`docs/the%20plan.md ${digest(plan())}`) });
    expect(await staleIn(root)).toBeUndefined();
    const last = commitAt(root, at('7'), { 'docs/the plan.md': plan('seven!') });
    const stale = await staleIn(root);
    expect(stale?.message).toContain(`Changed since commit ${short(moved)} in ${short(last)} (2026-01-07, Alice): line 7.`);
    git(root, ['reset', '-q', '--hard', first]);
    git(root, ['mv', 'docs/plan.md', 'docs/the plan.md']);
    const both = commitAt(root, at('8'), {
      'docs/the plan.md': plan('seven!'),
      'docs/approvals.md': approvals(`docs/the%20plan.md ${digest(plan())}`),
    });
    const again = await staleIn(root);
    expect(again?.message).toContain(`Changed since commit ${first} in ${short(both)} (2026-01-08, Alice): line 7.`);
    expect(again?.fix).toContain(`git diff ${first}:./docs/plan.md 'docs/the plan.md'`);
  });

  it('says what is not committed, edited or staged', async () => {
    const { root, first } = approved();
    write(root, { 'docs/plan.md': plan('four!') });
    const sentence = `Changed since commit ${first} in what is not committed yet: line 4.`;
    expect(said(await staleIn(root))).toBe(sentence);
    expect(await staleIn(root, { from: 'index' })).toBeUndefined();
    git(root, ['add', '-A']);
    write(root, { 'docs/plan.md': plan() });
    expect(await staleIn(root)).toBeUndefined();
    expect(said(await staleIn(root, { from: 'index' }))).toBe(sentence);
    expect(await staleIn(root, { rev: 'HEAD' })).toBeUndefined();
  });

  it('joins commits and what is not committed', async () => {
    const { root, first } = approved();
    const second = commitAt(root, at('6'), { 'docs/plan.md': plan('two!') });
    write(root, { 'docs/plan.md': plan('two!', 'six!') });
    expect(said(await staleIn(root))).toBe(
      `Changed since commit ${first} in ${short(second)} (2026-01-06, Alice) and what is not committed yet: line 2, line 6.`,
    );
  });

  it('tells a file that is no longer committed', async () => {
    const { root } = approved();
    git(root, ['rm', '-q', '--cached', 'docs/plan.md']);
    git(root, ['commit', '-q', '-m', 'gone']);
    write(root, { 'docs/plan.md': plan('two!') });
    expect(said(await staleIn(root))).toBe(
      'No version in its history has the content that was approved, and what is there now is not committed.',
    );
  });

  it('does not count line endings', async () => {
    const { root } = approved();
    commitAt(root, at('6'), { 'docs/plan.md': plan().replaceAll('\n', '\r\n') });
    expect(await staleIn(root)).toBeUndefined();
    commitAt(root, at('7'), { 'docs/plan.md': plan('two!').replaceAll('\n', '\r\n') });
    expect(said(await staleIn(root))).toMatch(/: line 2\.$/);
  });

  it('says so when the history was rewritten', async () => {
    const { root } = approved();
    git(root, ['checkout', '-q', '--orphan', 'new']);
    commitAt(root, at('6'), { 'docs/plan.md': plan('two!') });
    const stale = await staleIn(root);
    expect(said(stale)).toBe('No version in its history has the content that was approved.');
    expect(seen(stale)).toEqual([]);
    expect(stale?.fix).toBe('Let @qa look at the changes and approve again: docgate sign.');
  });

  it('leaves out what came before the approved content on another line of a merge', async () => {
    const { root, first } = approved(`docs/plan.md ${digest(plan('two!'))}`);
    git(root, ['checkout', '-q', '-b', 'side']);
    const side = commitAt(root, at('6', 'Bob'), { 'docs/plan.md': plan('six!') });
    git(root, ['checkout', '-q', 'main']);
    const main = commitAt(root, at('7'), { 'docs/plan.md': plan('two!') });
    git(root, ['merge', '-q', '--no-ff', '-m', 'merge', 'side'], at('8'));
    const merge = short(git(root, ['rev-parse', 'HEAD']));
    const message = said(await staleIn(root));
    expect(message).toBe(
      `Changed since commit ${short(main)} in ${merge} (2026-01-08, Alice) and ${short(side)} (2026-01-06, Bob): line 6.`.replace(
        ' and ',
        ', ',
      ),
    );
    expect(message).not.toContain(first);
  });

  it('is told from a subfolder of the repository', async () => {
    const { root, first } = approved();
    const top = folder();
    git(top, ['clone', '-q', root, 'clone']);
    const clone = `${top}/clone`;
    git(clone, ['mv', 'docs', 'sub-docs']);
    write(clone, { 'sub/docs/plan.md': plan('two!'), 'sub/docs/approvals.md': approvals(`docs/plan.md ${digest(plan())}`) });
    git(clone, ['rm', '-rqf', 'sub-docs']);
    commitAt(clone, at('6'));
    expect(said(await staleIn(`${clone}/sub`))).toContain(`Changed since commit ${first} in`);
  });

  it('is not asked without git, and a shallow clone says why it cannot tell', async () => {
    const { root } = approved();
    commitAt(root, at('6'), { 'docs/plan.md': plan('two!') });
    expect((await staleIn(root, { git: false }))?.message).toBe('QA approved other content of docs/plan.md than is there now.');
    const shallow = `${folder()}/clone`;
    git(root, ['clone', '-q', '--depth', '1', `file://${root}`, shallow]);
    expect(said(await staleIn(shallow))).toMatch(/^What changed cannot be told: shallow clone: run git fetch --unshallow/);
    const outside = folder();
    write(outside, { 'docs/plan.md': plan('two!'), 'docs/approvals.md': approvals(`docs/plan.md ${digest(plan())}`) });
    expect(said(await staleIn(outside))).toBe('');
  });

  it('is asked only where something is stale', async () => {
    const { root } = approved();
    const first = counted();
    await findingsOf(root, { env: first.env });
    commitAt(root, at('6'), { 'docs/plan.md': plan('two!') });
    const second = counted();
    await findingsOf(root, { env: second.env });
    const reads = (calls: readonly string[]): number => calls.filter((call) => call.startsWith('cat-file')).length;
    expect([reads(first.calls()), reads(second.calls())]).toEqual([0, 3]);
  });

  it('names exactly the commits after the approved one, in any history of one line', { timeout: 300_000 }, async () => {
    const versions = ['a', 'b', 'c'];
    const story = fc.array(fc.constantFrom(...versions), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(story, async (contents) => {
        const { root } = approved(`docs/plan.md ${digest('a\n')}`);
        const ids = contents.map((content, index) =>
          commitAt(root, at(String(index + 6)), { 'docs/plan.md': `${content}\n`, 'docs/other.md': `${index}` }),
        );
        const isNew = (index: number): boolean => contents[index] !== contents[index - 1];
        const last = contents.findLastIndex((content, index) => content === 'a' && isNew(index));
        const stale = await staleIn(root);
        if (contents.at(-1) === 'a') expect(stale).toBeUndefined();
        else if (last < 0) expect(said(stale)).toBe('No version in its history has the content that was approved.');
        else {
          const later = ids.filter((_, index) => index > last && isNew(index));
          const named = later.toReversed().slice(0, 3).map(short);
          expect([...said(stale).matchAll(/([0-9a-f]{7}) \(/g)].map(([, id]) => id)).toEqual(named);
          expect(said(stale)).toContain(`Changed since commit ${short(ids[last] ?? '')} `);
        }
      }),
      { numRuns: 8 },
    );
  });
});

describe('an approval that is bound to a commit', () => {
  const bound = (): { root: string; first: string } => {
    const root = repository({ 'docs/plan.md': plan() });
    const first = commitAt(root, at('5'));
    commitAt(root, at('5 12:00'), { 'docs/approvals.md': approvals(`docs/plan.md commit ${first.slice(0, 8)}`) });
    return { root, first: short(first) };
  };

  it('holds while the content is that of the commit', async () => {
    const { root } = bound();
    expect(await findingsOf(root)).toEqual([]);
    const config = 'rules: { approvals/too-few-approvals: [error, { roles: [QA], bound: true }] }\n';
    write(root, { 'docgate.config.yaml': config });
    expect(await findingsOf(root)).toEqual([]);
    expect((await findingsOf(root, { git: false })).map(({ rule }) => rule)).toEqual(['approvals/too-few-approvals']);
  });

  it('is stale once it changed', async () => {
    const { root, first } = bound();
    const second = commitAt(root, at('6'), { 'docs/plan.md': plan('two!') });
    expect(said(await staleIn(root))).toBe(`Changed since commit ${first} in ${short(second)} (2026-01-06, Alice): line 2.`);
  });

  it('finds the file under its former name', async () => {
    const { root, first } = bound();
    git(root, ['mv', 'docs/plan.md', 'docs/new.md']);
    commitAt(root, at('6'), { 'docs/approvals.md': approvals(`docs/new.md commit ${first}`) });
    expect(await findingsOf(root)).toEqual([]);
  });

  it('shows lines against a commit of another branch', async () => {
    const { root } = bound();
    git(root, ['checkout', '-q', '-b', 'side']);
    const side = commitAt(root, at('6'), { 'docs/plan.md': plan('two!') });
    git(root, ['checkout', '-q', 'main']);
    write(root, { 'docs/approvals.md': approvals(`docs/plan.md commit ${side}`) });
    const stale = await staleIn(root);
    expect(said(stale)).toBe(`Changed since commit ${short(side)}: line 2.`);
    expect(seen(stale)).toEqual(['docs/plan.md:2-2']);
  });

  it.each([
    ['a commit that is not there', () => 'docs/plan.md commit 0123456789', 'which this repository does not hold'],
    ['a commit without the file', (first: string) => `docs/other.md commit ${first}`, 'which does not hold that file'],
  ])('fails for %s', async (_, subjectOf, why) => {
    const { root, first } = bound();
    commitAt(root, at('6'), { 'docs/other.md': 'other\n', 'docs/approvals.md': approvals(subjectOf(first)) });
    const [finding, ...more] = await findingsOf(root);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ rule: 'approvals/unknown-commit', severity: 'error', state: 'failed' });
    expect(finding?.message).toContain(why);
  });

  it('does not count, and is not found under a branch of that name', async () => {
    const { root } = bound();
    git(root, ['branch', 'abcdef1']);
    write(root, {
      'docs/approvals.md': approvals('docs/plan.md commit abcdef1'),
      'docgate.config.yaml': 'rules: { approvals/too-few-approvals: [error, { roles: [QA] }] }\n',
    });
    expect((await findingsOf(root)).map(({ rule }) => rule).sort()).toEqual(['approvals/too-few-approvals', 'approvals/unknown-commit']);
  });

  it('fails in a shallow clone that lacks the commit, and outside of git', async () => {
    const { root } = bound();
    const shallow = `${folder()}/clone`;
    git(root, ['clone', '-q', '--depth', '1', `file://${root}`, shallow]);
    const finding = (await findingsOf(shallow)).find(({ rule }) => rule === 'approvals/unknown-commit');
    expect(finding?.message).toContain('git fetch --unshallow');
    const outside = folder();
    write(outside, { 'docs/plan.md': plan(), 'docs/approvals.md': approvals('docs/plan.md commit 0123456') });
    expect((await findingsOf(outside)).map(({ rule }) => rule)).toEqual(['approvals/unknown-commit']);
  });
});
