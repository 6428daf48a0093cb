import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gitHistory } from '../../src/facts/git-history.ts';
import { fileHistory } from '../../src/facts/git-versions.ts';
import { UsageError } from '../../src/model/usage-error.ts';
import { commit, counted, folder, git, isolated, repository, write } from '../tree/sandbox.ts';
import { at, commitAt, historyOf, moment } from './history.ts';

const text = (last: string): string => `${Array.from({ length: 20 }, (_, index) => `line ${index}`).join('\n')}\n${last}\n`;
const odd = 'd/r é "x"\n\tü.md';

describe('the history of a repository', () => {
  it('tells who added and who last touched a file, through renames and odd names', async () => {
    const root = repository();
    const added = commitAt(root, at('5 10:00', 'Alice', 'Carol'), { 'd/first.md': text('a'), 'other.md': 'x' });
    write(root, { [odd]: text('b') });
    git(root, ['rm', '-q', '-f', 'd/first.md']);
    commitAt(root, at('6', 'Bob'));
    const last = commitAt(root, at('7 09:30', 'Alice'), { [odd]: text('c') });
    commitAt(root, at('8', 'Dan'), { 'other.md': 'y' });
    const found = fileHistory(await historyOf(root), odd);
    expect(found?.added).toMatchObject({
      id: added,
      committedAt: moment('5 10:00'),
      author: { name: 'Alice', email: 'alice@example.org' },
      committer: { name: 'Carol' },
    });
    expect(found?.last).toMatchObject({ id: last, committedAt: moment('7 09:30') });
    expect(found?.commits).toHaveLength(3);
    expect(found?.authors.map(({ name }) => name)).toEqual(['Alice', 'Bob']);
    expect(found?.committers.map(({ name }) => name)).toEqual(['Alice', 'Bob', 'Carol']);
  });

  it('keeps the author’s time apart from the commit’s, whatever the zone', async () => {
    const root = repository();
    commitAt(
      root,
      { ...at('5'), GIT_AUTHOR_DATE: '2026-01-05T01:00:00+0900', GIT_COMMITTER_DATE: '2026-01-05T23:30:00-0800' },
      { 'a.md': 'a' },
    );
    expect(fileHistory(await historyOf(root), 'a.md')?.added).toMatchObject({
      authoredAt: '2026-01-04T16:00:00Z',
      committedAt: '2026-01-06T07:30:00Z',
    });
  });

  it('names people as the mailmap does', async () => {
    const root = repository({ '.mailmap': 'Robert Roe <robert@example.org> <bob@example.org>\n' });
    commitAt(root, at('5', 'Bob'), { 'a.md': 'a' });
    expect(fileHistory(await historyOf(root), 'a.md')?.added.author).toEqual({ name: 'Robert Roe', email: 'robert@example.org' });
  });

  it('dates a squashed branch by the squash', async () => {
    const root = repository();
    commitAt(root, at('1'), { 'x.md': 'x' });
    git(root, ['switch', '-q', '-c', 'topic']);
    commitAt(root, at('2', 'Bob'), { 'a.md': 'draft' });
    commitAt(root, at('3', 'Bob'), { 'a.md': 'done' });
    git(root, ['switch', '-q', 'main']);
    git(root, ['merge', '-q', '--squash', 'topic']);
    const squash = commitAt(root, at('4', 'Alice'));
    expect(fileHistory(await historyOf(root), 'a.md')).toMatchObject({
      added: { id: squash },
      last: { id: squash },
      authors: [{ name: 'Alice' }],
    });
  });

  it('knows what a merge changed itself, across a rename on one side', async () => {
    const root = repository();
    const added = commitAt(root, at('1', 'Alice'), { 'a.md': text('x') });
    git(root, ['switch', '-q', '-c', 'topic']);
    git(root, ['mv', 'a.md', 'b.md']);
    commitAt(root, at('2', 'Bob'), { 'b.md': `topic\n${text('x')}` });
    git(root, ['switch', '-q', 'main']);
    commitAt(root, at('3', 'Carol'), { 'a.md': text('main') });
    git(root, ['merge', '-q', '--no-commit', 'topic']);
    const merge = commitAt(root, at('4', 'Dan'), { 'b.md': `topic\n${text('main')}merged\n`, 'evil.md': 'new' });
    const history = await historyOf(root);
    expect(fileHistory(history, 'b.md')).toMatchObject({ added: { id: added }, last: { id: merge } });
    expect(fileHistory(history, 'b.md')?.authors.map(({ name }) => name)).toEqual(['Dan', 'Carol', 'Bob', 'Alice']);
    expect(fileHistory(history, 'evil.md')?.added.id).toBe(merge);
  });

  it('has both sides of a merge of two roots', async () => {
    const root = repository();
    commitAt(root, at('2', 'Alice'), { 'a.md': 'one\n' });
    git(root, ['switch', '-q', '--orphan', 'other']);
    const first = commitAt(root, at('1', 'Bob'), { 'a.md': 'two\n' });
    git(root, ['switch', '-q', 'main']);
    try {
      git(root, ['merge', '-q', '--allow-unrelated-histories', '--no-commit', 'other']);
    } catch {
      // The conflict is the point.
    }
    commitAt(root, at('3', 'Carol'), { 'a.md': 'both\n' });
    const found = fileHistory(await historyOf(root), 'a.md');
    expect(found?.added.id).toBe(first);
    expect(found?.authors.map(({ name }) => name)).toEqual(['Carol', 'Alice', 'Bob']);
  });

  it('is about the commit, not about the work tree', async () => {
    const root = repository();
    const first = commitAt(root, at('1'), { 'a.md': 'a' });
    commitAt(root, at('2'), { 'a.md': 'b' });
    write(root, { 'a.md': 'edited', 'new.md': 'new' });
    git(root, ['add', 'new.md']);
    const history = await historyOf(root);
    expect(fileHistory(history, 'a.md')?.last.committedAt).toBe(moment('2'));
    expect(fileHistory(history, 'new.md')).toBeUndefined();
    expect(fileHistory(await historyOf(root, { rev: first }), 'a.md')?.last.id).toBe(first);
  });

  it('names files from the folder asked, and reaches those outside it', async () => {
    const root = repository();
    const added = commitAt(root, at('1'), { 'a.md': text('x'), 'sub/b.md': text('b') });
    git(root, ['mv', 'a.md', 'sub/a.md']);
    commitAt(root, at('2'), { 'c.md': 'c' });
    const history = await historyOf(join(root, 'sub'));
    expect(fileHistory(history, 'a.md')?.added.id).toBe(added);
    expect(fileHistory(history, 'b.md')?.added.id).toBe(added);
    expect(fileHistory(history, '../c.md')?.added.committedAt).toBe(moment('2'));
  });

  it('does not depend on the user’s configuration', async () => {
    const root = repository();
    const added = commitAt(root, at('1'), { 'a.md': text('x'), 'sub/b.md': 'b' });
    git(root, ['mv', 'a.md', 'c.md']);
    commitAt(root, at('2'), {});
    for (const [key, value] of [
      ['log.showSignature', 'true'],
      ['log.showRoot', 'false'],
      ['log.follow', 'true'],
      ['log.diffMerges', 'off'],
      ['diff.renames', 'false'],
      ['diff.relative', 'true'],
      ['diff.external', '/bin/false'],
      ['color.ui', 'always'],
      ['i18n.logOutputEncoding', 'ISO-8859-1'],
      ['format.pretty', 'oneline'],
    ] as const) {
      git(root, ['config', key, value]);
    }
    expect(fileHistory(await historyOf(root), 'c.md')?.added.id).toBe(added);
    expect(fileHistory(await historyOf(join(root, 'sub')), '../c.md')?.added.id).toBe(added);
  });

  it('can be read in a bare repository', async () => {
    const root = repository();
    const added = commitAt(root, at('1'), { 'a.md': 'a' });
    const bare = join(folder(), 'bare.git');
    git(root, ['clone', '-q', '--bare', '.', bare]);
    expect(fileHistory(await historyOf(bare), 'a.md')?.added.id).toBe(added);
  });

  it('is read when it is asked for, and once', async () => {
    const root = repository({ 'a.md': 'a' });
    commit(root);
    const { env, calls } = counted();
    const ask = gitHistory({ root, env });
    expect(calls()).toEqual([]);
    await Promise.all([ask(), ask()]);
    await ask();
    expect(
      calls()
        .map((call) => call.split(' ')[0])
        .sort(),
    ).toEqual(['log', 'ls-tree', 'rev-parse']);
  });
});

describe('no history', () => {
  it('is told of a shallow clone', async () => {
    const root = repository({ 'a.md': 'a' });
    commit(root);
    commit(root);
    const shallow = join(folder(), 'shallow');
    git(root, ['clone', '-q', '--depth', '1', `file://${root}`, shallow]);
    expect(await gitHistory({ root: shallow, env: isolated })()).toEqual({
      reason: 'shallow clone: run git fetch --unshallow, or set fetch-depth: 0 in CI',
      partial: true,
    });
  });

  it('is there before the first commit and outside git', async () => {
    expect(await gitHistory({ root: repository({ 'a.md': 'a' }), env: isolated })()).toEqual({ reason: 'no commits yet' });
    expect(await gitHistory({ root: folder(), env: isolated })()).toEqual({ reason: 'not in a git repository' });
  });

  it('is a usage error for an unknown revision', async () => {
    const root = repository({ 'a.md': 'a' });
    commit(root);
    for (const rev of ['v9', '--output=out', '--all', ''])
      await expect(gitHistory({ root, rev, env: isolated })(), rev).rejects.toThrow(UsageError);
    expect(existsSync(join(root, 'out'))).toBe(false);
  });
});
