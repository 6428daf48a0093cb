/** The work tree: files as they are on the disk, never outside the root. */
import { readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { Path } from 'glob';
import { UsageError } from '../model/usage-error.ts';
import { confined } from './confined.ts';
import type { Link, Tree } from './tree.ts';

const absent = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG', 'EINVAL', 'ERR_INVALID_ARG_VALUE']);

/** What the disk answers; nothing where nothing is there. Any other refusal (permissions, a broken disk) must not pass for absence. */
const ask = async <Answer>(path: string, question: Promise<Answer>): Promise<Answer | undefined> => {
  try {
    return await question;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (absent.has(code)) return undefined;
    throw new UsageError(`Cannot read ${path} (${code}). Check its permissions.`);
  }
};

const leadsOut = (top: string, real: string): boolean => {
  const way = relative(top, real);
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
};

type Spot = { readonly at: 'inside'; readonly real: string } | { readonly at: 'nowhere' | 'outside' };

/** Where a path ends up once every link on the way is followed. */
const locate = async (top: string, path: string): Promise<Spot> => {
  const clean = confined(path);
  if (clean === undefined) return { at: 'outside' };
  const real = await ask(path, realpath(join(top, clean)));
  if (real === undefined) return { at: 'nowhere' };
  return leadsOut(top, real) ? { at: 'outside' } : { at: 'inside', real };
};

const bytesAt = async (path: string, real: string): Promise<Uint8Array | undefined> => {
  const status = await ask(path, stat(real));
  return status?.isFile() === true ? ask(path, readFile(real)) : undefined;
};

/** Whether an entry is a link or stands behind one: git trees do not list these either, and each file keeps one name. */
const throughLink = (entry: Path): boolean => {
  for (let here: Path | undefined = entry; here !== undefined && here.relativePosix() !== ''; here = here.parent) {
    if (here.isSymbolicLink()) return true;
  }
  return false;
};

type Found = Readonly<Record<'files' | 'links', string[]>>;

// Who only reads files need not wait for what reads globs.
const find = async (top: string, patterns: readonly string[], ignore: readonly string[]): Promise<Found> => {
  const [{ glob }, { globOptions, globsInside, ignoredEverywhere, select }] = await Promise.all([import('glob'), import('./paths.ts')]);
  const found = await glob(globsInside(patterns), {
    ...globOptions,
    cwd: top,
    nodir: true,
    withFileTypes: true,
    ignore: globsInside([...ignoredEverywhere, ...ignore]),
  });
  const pathsOf = (entries: readonly Path[]): string[] =>
    select(
      entries.map((entry) => entry.relativePosix()),
      patterns,
      ignore,
    );
  return {
    files: pathsOf(found.filter((entry) => !throughLink(entry))),
    links: pathsOf(found.filter((entry) => entry.isSymbolicLink() && (entry.parent === undefined || !throughLink(entry.parent)))),
  };
};

const linkAt = async (top: string, path: string): Promise<Link> => {
  const spot = await locate(top, path);
  return spot.at === 'inside' ? { path, target: relative(top, spot.real).split(sep).join('/') } : { path };
};

const topOf = async (root: string): Promise<string> => {
  const top = await ask(root, realpath(root));
  if (top === undefined) throw new UsageError(`${root} does not exist. Name a folder that does.`);
  return top;
};

/** The tree of the files under a folder. */
export const diskTree = (root: string): Tree => {
  let found: Promise<string> | undefined;
  // The folders are walked once for the files and for the links among them.
  let met: { readonly patterns: string; readonly links: readonly string[] } | undefined;
  const top = (): Promise<string> => (found ??= topOf(root));
  return {
    name: 'work tree',
    list: async (patterns, ignore = []) => {
      const all = await find(await top(), patterns, ignore);
      if (ignore.length === 0) met = { patterns: patterns.join('\n'), links: all.links };
      return all.files;
    },
    links: async (patterns) => {
      const known = met?.patterns === patterns.join('\n') ? met.links : (await find(await top(), patterns, [])).links;
      return Promise.all(known.map(async (path) => linkAt(await top(), path)));
    },
    read: async (path) => {
      const spot = await locate(await top(), path);
      return spot.at === 'inside' ? bytesAt(path, spot.real) : undefined;
    },
    has: async (path) => {
      const { at } = await locate(await top(), path);
      return at === 'outside' ? undefined : at === 'inside';
    },
  };
};
