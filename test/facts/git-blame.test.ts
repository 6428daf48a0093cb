import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Blame, blameIn, gitBlame } from '../../src/facts/git-blame.ts';
import { provenanceOf } from '../../src/facts/git-committers.ts';
import { isKnown } from '../../src/facts/git-versions.ts';
import { sourceOfText } from '../../src/model/source.ts';
import { commit, folder, git, isolated, repository, write } from '../tree/sandbox.ts';
import { at, commitAt, moment } from './history.ts';

const odd = 'd/r é "x".md';

const blameOf = async (root: string, text: string, path = odd): Promise<Blame> => {
  const blame = await gitBlame({ root, env: isolated })(sourceOfText(path, text));
  if (!isKnown(blame)) throw new Error(blame.reason);
  return blame;
};

const names = (blame: Blame): (string | undefined)[] => blame.map((line) => line?.commit.committer.name);

describe('blame', () => {
  it('tells per line who committed it and when; what is edited since is nobody’s', async () => {
    const root = repository();
    const first = commitAt(root, at('1 10:00', 'Alice', 'Carol'), { [odd]: 'a\nb\n\nc' });
    commitAt(root, at('2', 'Bob'), { [odd]: 'a\nB\n\nc' });
    const blame = await blameOf(root, 'a\nB\nnew\n\nc');
    expect(names(blame)).toEqual(['Carol', 'Bob', undefined, 'Carol', 'Carol']);
    expect(blame[0]).toEqual({
      commit: {
        id: first,
        author: { name: 'Alice', email: 'alice@example.org' },
        authoredAt: moment('1 10:00'),
        committer: { name: 'Carol', email: 'carol@example.org' },
        committedAt: moment('1 10:00'),
      },
      boundary: true,
    });
    expect(blame[1]?.boundary).toBe(false);
  });

  it('blames a commit as it was', async () => {
    const root = repository();
    const first = commitAt(root, at('1', 'Alice'), { 'a.md': 'a\n' });
    commitAt(root, at('2', 'Bob'), { 'a.md': 'a\nb\n' });
    const asked = await gitBlame({ root, rev: first, env: isolated })(sourceOfText('a.md', 'a\n'));
    expect(isKnown(asked) && names(asked)).toEqual(['Alice']);
  });

  it('goes through renames, and from a folder of the repository', async () => {
    const root = repository();
    commitAt(root, at('1', 'Alice'), { 'a.md': 'a\nb\nc\n' });
    git(root, ['mv', 'a.md', 'b.md']);
    commitAt(root, at('2', 'Bob'), { 'sub/x.md': 'x\n' });
    expect(names(await blameOf(root, 'a\nb\nc\n', 'b.md'))).toEqual(['Alice', 'Alice', 'Alice']);
    expect(names(await blameOf(join(root, 'sub'), 'x\n', 'x.md'))).toEqual(['Bob']);
    expect(names(await blameOf(join(root, 'sub'), 'a\n', '../b.md'))).toEqual(['Alice']);
  });

  it('leaves CRLF, byte order marks and lone returns as they are', async () => {
    const root = repository();
    commitAt(root, at('1', 'Alice'), { 'a.md': '\uFEFFa\r\nb\rb\r\n' });
    expect(names(await blameOf(root, '\uFEFFa\r\nb\rb\r\nnew\r\n', 'a.md'))).toEqual(['Alice', 'Alice', undefined]);
  });

  it('takes a converted checkout for unchanged', async () => {
    const root = repository();
    commitAt(root, at('1', 'Alice'), { 'a.md': 'a\nb\n', '.gitattributes': '*.md text=auto\n' });
    expect(names(await blameOf(root, 'a\r\nb\r\n', 'a.md'))).toEqual(['Alice', 'Alice']);
  });

  it('names people as the mailmap does, whatever else is configured', async () => {
    const root = repository({ '.mailmap': 'Robert Roe <robert@example.org> <bob@example.org>\n', '.gitattributes': '*.md diff=odd\n' });
    commitAt(root, at('1', 'Alice'), { 'a.md': 'a\n' });
    const id = commitAt(root, at('2', 'Bob'), { 'a.md': 'A\n' });
    git(root, ['config', 'diff.odd.textconv', '/bin/false']);
    write(root, { skip: `${id}\n` });
    git(root, ['config', 'blame.ignoreRevsFile', 'skip']);
    git(root, ['config', 'blame.showRoot', 'true']);
    expect((await blameOf(root, 'A\n', 'a.md'))[0]?.commit).toMatchObject({
      id,
      committer: { name: 'Robert Roe', email: 'robert@example.org' },
    });
  });

  it('has a reason where there is none', async () => {
    const root = repository({ 'a.md': 'a\n' });
    const asked = (where: string) => gitBlame({ root: where, env: isolated })(sourceOfText('b.md', 'b\n'));
    expect(await asked(root)).toEqual({ reason: 'no commits yet' });
    commit(root);
    expect(await asked(root)).toEqual({ reason: 'not committed yet' });
    expect(await asked(folder())).toEqual({ reason: 'not in a git repository' });
    commit(root);
    const shallow = join(folder(), 'shallow');
    git(root, ['clone', '-q', '--depth', '1', `file://${root}`, shallow]);
    expect(await asked(shallow)).toEqual({ reason: expect.stringMatching(/^shallow clone/), partial: true });
  });

  it('is not misled by text that looks like its headers', () => {
    const id = 'a'.repeat(40);
    const output = `${id} 1 1 2\nauthor boundary\nauthor-mail <a@x>\nsummary 0 1 2\nfilename "x"\n\t${'0'.repeat(40)} 1 1\n${id} 2 2\n\tauthor Mallory\n`;
    expect(blameIn(output).map((line) => [line?.commit.id, line?.commit.author.name, line?.boundary])).toEqual([
      [id, 'boundary', false],
      [id, 'boundary', false],
    ]);
  });
});

describe('the provenance of a passage', () => {
  const text = 'a\nB\r\nlone\rreturn\nc\n';

  const repositoryOfThree = (): string => {
    const root = repository();
    commitAt(root, at('1', 'Alice'), { 'a.md': 'a\n' });
    commitAt(root, at('2', 'Bob'), { 'a.md': 'a\nB\r\n' });
    commitAt(root, at('3', 'Carol'), { 'a.md': 'a\nB\r\nlone\rreturn\n' });
    return root;
  };

  it.each([
    ['a', ['Alice'], false],
    ['a\nB', ['Alice', 'Bob'], false],
    ['B\r\n', ['Bob'], false],
    ['return', ['Carol'], false],
    ['c', [], true],
    ['return\nc', ['Carol'], true],
  ])('%j is committed by %j', async (passage, committers, uncommitted) => {
    const start = text.indexOf(passage);
    const found = provenanceOf(await blameOf(repositoryOfThree(), text, 'a.md'), sourceOfText('a.md', text), {
      start,
      end: start + passage.length,
    });
    expect(found.committers.map(({ name }) => name)).toEqual(committers);
    expect(found.commits).toHaveLength(committers.length);
    expect(found.uncommitted).toBe(uncommitted);
  });
});
