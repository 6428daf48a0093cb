/** What the disk refuses is one line and exit code 2, and nothing is left behind. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeArtifacts } from '../../src/cli/artifacts.ts';
import { makeChanges } from '../../src/cli/changes.ts';
import { diskFiles, type Io } from '../../src/cli/io.ts';
import { UsageError } from '../../src/model/usage-error.ts';
import { fc } from '../tooling/fast-check.ts';
import { commit, folder, isolated, repository, write } from '../tree/sandbox.ts';
import { desk } from './editing.ts';
import { docgate, nodeBinary, repositoryFolder } from './run.ts';

const isRoot = process.getuid?.() === 0;
const nobody = 65_534;

const everything = (root: string): string[] =>
  readdirSync(root, { recursive: true })
    .map(String)
    .filter((path) => !path.startsWith('.git/'))
    .sort();

const checklist = '# Release checklist\n\n- [ ] Rollback tested\n';
const incident = ['new', 'incident', 'Boom', '--severity', 'low', '--detected', '2026-01-05T10:02Z'];

const project = (): string => {
  const root = repository({ 'docs/release-checklist.md': checklist, 'CHANGELOG.md': '# Changelog\n' });
  commit(root, 'feat: a');
  return root;
};

const oneLine = /^docgate: [^\n]+\n$/;

describe('a folder where a file is expected', () => {
  it.each([
    ['notes', ['notes', '1.1.0', '--write', '-o', 'docs'], 'docs'],
    ['an incident', [...incident, '--to', 'docs'], 'docs'],
    ['a report', ['check', '-f', 'json', '-o', 'docs'], 'docs'],
  ])('stops %s', (_, args, path) => {
    const root = repository({ 'docs/release-checklist.md': checklist, 'CHANGELOG.md/kept.txt': 'x' });
    commit(root, 'feat: a');
    const before = everything(root);
    const { code, stderr } = docgate(args, { cwd: root });
    expect({ code, files: everything(root) }).toEqual({ code: 2, files: before });
    const said = stderr.split('\n').filter((line) => !line.startsWith('docgate: note: '));
    expect(said).toEqual([expect.stringMatching(/^docgate: .+: This cannot be (?:read|written) \(EISDIR\): a folder stands here/), '']);
    expect(said[0]).toContain(join(root, path));
  });
});

describe('a file where a folder is needed', () => {
  it('stops a new report', () => {
    const root = repository({ 'docs/incidents': 'no folder\n', 'a.md': checklist });
    const { code, stderr } = docgate(incident, { cwd: root });
    expect(code).toBe(2);
    expect(stderr).toMatch(oneLine);
    expect(stderr).toMatch(/incidents.*a file stands where a folder is needed/);
    expect(everything(root).filter((path) => !path.startsWith('.git'))).toEqual(['a.md', 'docs', 'docs/incidents']);
  });
});

describe('the files of the disk', () => {
  const refused = async (act: (root: string) => Promise<unknown>): Promise<{ message: string; files: string[] }> => {
    const root = folder();
    write(root, { 'file.md': 'mine\n', 'folder/kept.md': 'x\n' });
    symlinkSync('loop.md', join(root, 'loop.md'));
    const error: unknown = await act(root).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UsageError);
    expect(everything(root)).toEqual(['file.md', 'folder', 'folder/kept.md', 'loop.md']);
    return { message: (error as UsageError).message.replace(root, '.'), files: everything(root) };
  };
  const long = `${'n'.repeat(300)}.md`;

  it.each<[string, (root: string) => Promise<unknown>, RegExp]>([
    ['writes over a folder', (root) => diskFiles.writeFile(join(root, 'folder'), 'x'), /^\.\/folder: .*written \(EISDIR\)/],
    ['writes below a file', (root) => diskFiles.writeFile(join(root, 'file.md/a.md'), 'x'), /^\.\/file\.md\/a\.md: .*a file stands/],
    [
      'creates below a file',
      (root) => diskFiles.createFile(join(root, 'file.md/deep/a.md'), 'x'),
      /a file stands where a folder is needed/,
    ],
    ['writes too long a name', (root) => diskFiles.writeFile(join(root, long), 'x'), /\(ENAMETOOLONG\): the name is too long/],
    ['creates too long a name in a new folder', (root) => diskFiles.createFile(join(root, 'new/er', long), 'x'), /ENAMETOOLONG/],
    ['reads too long a name', (root) => diskFiles.readFile(join(root, long)), /ENAMETOOLONG/],
    ['reads a folder', (root) => diskFiles.readFile(join(root, 'folder')), /read \(EISDIR\)/],
    ['reads a circle of links', (root) => diskFiles.readFile(join(root, 'loop.md')), /read \(ELOOP\): its links lead in a circle/],
    ['appends to a folder', (root) => diskFiles.appendFile(join(root, 'folder'), 'x'), /written \(EISDIR\)/],
    ['removes what is not there', (root) => diskFiles.removeFile(join(root, 'none.md')), /removed \(ENOENT\)/],
    ['renames below a file', (root) => diskFiles.renameFile(join(root, 'file.md'), join(root, 'file.md/a')), /renamed \(ENOTDIR\)/],
  ])('refuse in one line who %s, and leave nothing behind', async (_, act, message) => {
    const { message: said } = await refused(act);
    expect(said).toMatch(message);
    expect(said).not.toContain('\n');
  });

  it('write into a pipe and leave it one', async () => {
    const pipe = join(folder(), 'pipe');
    execFileSync('mkfifo', [pipe]);
    const reader = spawn('cat', [pipe], { stdio: ['ignore', 'pipe', 'ignore'] });
    const [, read] = await Promise.all([diskFiles.writeFile(pipe, 'through\n'), reader.stdout.toArray()]);
    expect(Buffer.concat(read).toString('utf8')).toBe('through\n');
    expect(statSync(pipe).isFIFO()).toBe(true);
  });

  it('take names as long as the disk takes them', async () => {
    const root = folder();
    const name = `${'n'.repeat(252)}.md`;
    expect(await diskFiles.createFile(join(root, name), 'one\n')).toBe(true);
    await diskFiles.writeFile(join(root, name), 'two\n');
    expect(readdirSync(root)).toEqual([name]);
    expect(readFileSync(join(root, name), 'utf8')).toBe('two\n');
  });
});

describe('a write that fails midway', () => {
  const codes = ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EIO'];
  const refusingIo = (last: string, code: string): Partial<Io> => ({
    createFile: async (path, text, mode) => {
      if (path.endsWith(last)) throw new UsageError(`${path}: This cannot be written (${code}): no.`);
      return diskFiles.createFile(path, text, mode);
    },
  });

  it('leaves the files as they were, whichever it is', () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 4 }), fc.constantFrom(...codes), fc.boolean(), async (failing, code, moves) => {
        const { io, root } = desk({ 'a.md': 'a\n', 'old.md': 'o\n' }, refusingIo(`n${failing}.md`, code));
        const added = [0, 1, 2, 3, 4].map((index) => ({ path: `n${index}.md`, text: 'n\n', before: undefined }));
        const changed = { path: 'a.md', before: 'a\n', text: 'b\n' };
        const made = moves
          ? makeChanges(root, [{ from: 'old.md', to: 'new.md' }, changed, ...added], io)
          : writeArtifacts(root, [changed, ...added], io);
        await expect(made).rejects.toThrow(code);
        expect(everything(root)).toEqual(['a.md', 'old.md']);
        expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('a\n');
      }),
      { numRuns: 15 },
    ));

  it('names what could not be taken back', async () => {
    const { io, root } = desk(
      {},
      { ...refusingIo('n1.md', 'EROFS'), removeFile: () => Promise.reject(new UsageError('This cannot be removed (EROFS)')) },
    );
    const added = ['n0.md', 'n1.md'].map((path) => ({ path, text: 'n\n', before: undefined }));
    const made = writeArtifacts(root, added, io);
    await expect(made).rejects.toThrow(/EROFS.*Changed before, and not to be taken back: n0\.md\.$/);
    await expect(made).rejects.toBeInstanceOf(UsageError);
  });
});

describe.skipIf(!isRoot)('a folder without the right to write (needs root, to run as nobody)', () => {
  const asNobody = (args: readonly string[], cwd: string): { code: number | null; stderr: string } => {
    const { status, stderr } = spawnSync(nodeBinary, [join(repositoryFolder, 'dist/bin.js'), ...args], {
      cwd,
      encoding: 'utf8',
      uid: nobody,
      gid: nobody,
      env: {
        ...isolated,
        HOME: '/nonexistent',
        NO_COLOR: '1',
        GIT_CONFIG_COUNT: '1',
        GIT_CONFIG_KEY_0: 'safe.directory',
        GIT_CONFIG_VALUE_0: '*',
      },
    });
    return { code: status, stderr };
  };

  it.each([
    ['changelog', ['changelog', '--write']],
    ['tick', ['tick', 'docs/release-checklist.md:3']],
    ['new incident', incident],
    ['hook install', ['hook', 'install']],
    ['init', ['init', '--yes', '--no-hook', '--ci', 'github']],
    ['notes', ['notes', '1.1.0', '--write']],
    ['template eject', ['template', 'eject', 'incident']],
  ])('stops %s', (_, args) => {
    const root = project();
    chmodSync(root, 0o755);
    mkdirSync(join(root, '.git/hooks'), { recursive: true });
    const before = everything(root);
    const { code, stderr } = asNobody(args, root);
    const said = stderr.split('\n').filter((line) => !/^(?:docgate: )?note: /.test(line));
    expect(said).toEqual([expect.stringMatching(/^docgate: \/.*: This cannot be written \(EACCES\): permission is missing/), '']);
    expect({ code, files: everything(root) }).toEqual({ code: 2, files: before });
  });
});
