/** The edge: streams, environment and clock as one value, so that commands are functions of it. */
import { readFileSync } from 'node:fs';
import { appendFile, chmod, link, lstat, mkdir, readFile, realpath, rename, rm, rmdir, stat, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UsageError } from '../model/usage-error.ts';
import { refusing } from './disk-refusal.ts';
import { exit } from './exit.ts';

/** Files by their absolute paths. */
export interface Files {
  /** The text, byte order mark included; undefined where there is none. Throws where it cannot be read. */
  readonly readFile: (path: string) => Promise<string | undefined>;
  /** Writes a file whole or not at all. */
  readonly writeFile: (path: string, text: string, mode?: number) => Promise<void>;
  /** Writes a file whole where none stands yet; false, and nothing written, where one does. */
  readonly createFile: (path: string, text: string, mode?: number) => Promise<boolean>;
  readonly removeFile: (path: string) => Promise<void>;
  /** Adds to the end of a file, as the files are meant that GitHub's runner hands to a step. */
  readonly appendFile: (path: string, text: string) => Promise<void>;
  /** Gives a file or a link another name in its folder; false, and nothing changed, where something has that name. */
  readonly renameFile: (from: string, to: string) => Promise<boolean>;
}

export interface Io extends Files {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since 1970, read once. */
  readonly clock: number;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  readonly stdin: () => Promise<Uint8Array>;
  readonly terminal: { readonly stdout: boolean; readonly stderr: boolean; readonly stdin: boolean; readonly columns: number };
  /** What prompts read from and write to; only where both are terminals. */
  readonly dialogue?: { readonly input: NodeJS.ReadStream; readonly output: NodeJS.WriteStream };
  /**
   * Says that the work is one pass over much data: compiling hot code a second time, and growing the heap by small steps, would cost more
   * than it saves. The answer ends it.
   */
  readonly hurry?: () => () => void;
  /** A shipped file, such as `schemas/policy.schema.json`. */
  readonly shipped: (path: string) => string | undefined;
}

const readAll = async (stream: NodeJS.ReadStream): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
};

// A reader that closes the pipe (`| head`) has seen enough: that is no error. What else cannot be printed must not look like a verdict.
const watch = (stream: NodeJS.WriteStream, name: string): void => {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE' || process.exitCode !== undefined) return;
    process.exitCode = exit.usage;
    process.stderr.write(
      `docgate: Standard ${name} cannot be written (${error.code}), so what was to be told is incomplete. Print it elsewhere.\n`,
    );
  });
};

const named = (error: unknown, code: string): boolean => error instanceof Error && 'code' in error && error.code === code;

const readText = async (path: string): Promise<string | undefined> => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(path));
  } catch (error) {
    if (named(error, 'ENOENT') || named(error, 'ENOTDIR')) return undefined;
    if (named(error, 'ERR_ENCODING_INVALID_ENCODED_DATA')) throw new UsageError(`${path}: The file is not UTF-8. Convert it first.`);
    throw error;
  }
};

interface Content {
  readonly text: string;
  readonly mode: number | undefined;
}

// The folders made for a file go again when it could not be written; one that somebody filled meanwhile stays.
const unmake = async (folder: string, first: string | undefined): Promise<void> => {
  if (first === undefined) return;
  for (let here = folder; here.length >= first.length; here = dirname(here)) await rmdir(here).catch(() => undefined);
};

// A temporary file beside the target, which is gone afterwards whatever happens. Its name is short: that of the target may be as long as names can be.
const viaTemporary = async <Answer>(
  target: string,
  { text, mode }: Content,
  place: (temporary: string) => Promise<Answer>,
): Promise<Answer> => {
  const { randomUUID } = process.getBuiltinModule('node:crypto');
  const folder = dirname(target);
  const first = await mkdir(folder, { recursive: true });
  const temporary = join(folder, `.${randomUUID()}.tmp`);
  const discard = (): Promise<void> => rm(temporary, { force: true }).catch(() => undefined);
  try {
    await writeFile(temporary, text);
    if (mode !== undefined) await chmod(temporary, mode);
    return await place(temporary).finally(discard);
  } catch (error) {
    await discard();
    await unmake(folder, first);
    throw error;
  }
};

// Whole or not at all: a temporary file beside the target takes its place. A link stays a link, and the mode stays; a pipe or a device is no
// file to be replaced.
const writeWhole = async (path: string, text: string, mode?: number): Promise<void> => {
  const target = await realpath(path).catch(() => path);
  const before = await stat(target).catch(() => undefined);
  if (before !== undefined && !before.isFile() && !before.isDirectory()) return writeFile(target, text);
  await viaTemporary(target, { text, mode: before?.mode ?? mode }, (temporary) => rename(temporary, target));
};

// A hard link, unlike a renaming, never takes the place of another file.
const createWhole = async (path: string, text: string, mode?: number): Promise<boolean> => {
  return viaTemporary(path, { text, mode }, async (temporary) => {
    try {
      await link(temporary, path);
      return true;
    } catch (error) {
      if (named(error, 'EEXIST')) return false;
      throw error;
    }
  });
};

const renameTo = async (from: string, to: string): Promise<boolean> => {
  const there = await lstat(to).catch((error: unknown) => {
    if (named(error, 'ENOENT')) return undefined;
    throw error;
  });
  if (there === undefined) await rename(from, to);
  return there === undefined;
};

/** The files of the disk. What the system refuses is a UsageError with the path and the remedy. */
export const diskFiles: Files = {
  readFile: refusing('read', readText),
  writeFile: refusing('written', writeWhole),
  createFile: refusing('written', createWhole),
  removeFile: refusing('removed', unlink),
  appendFile: refusing('written', (path, text) => appendFile(path, text)),
  renameFile: refusing('renamed', renameTo),
};

const shipped = (path: string): string | undefined => {
  try {
    return readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
  } catch {
    return undefined;
  }
};

// As V8 names them; each with what it is without.
const hurried = [
  ['--no-opt', '--opt'],
  ['--always-sparkplug', '--no-always-sparkplug'],
  ['--semi-space-growth-factor=8', '--semi-space-growth-factor=2'],
] as const;

const hurry = (): (() => void) => {
  const { setFlagsFromString } = process.getBuiltinModule('node:v8');
  for (const [flag] of hurried) setFlagsFromString(flag);
  return () => {
    for (const [, back] of hurried) setFlagsFromString(back);
  };
};

/** The io of this process. */
export const nodeIo = (): Io => {
  watch(process.stdout, 'output');
  watch(process.stderr, 'error');
  return {
    cwd: process.cwd(),
    env: process.env,
    clock: Date.now(),
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
    stdin: () => readAll(process.stdin),
    terminal: {
      stdout: process.stdout.isTTY === true,
      stderr: process.stderr.isTTY === true,
      stdin: process.stdin.isTTY === true,
      columns: process.stdout.columns ?? 100,
    },
    ...(process.stdin.isTTY && process.stderr.isTTY && { dialogue: { input: process.stdin, output: process.stderr } }),
    ...diskFiles,
    hurry,
    shipped,
  };
};
