/** The edge: streams, environment and clock as one value, so that commands are functions of it. */
import { readFileSync } from 'node:fs';

export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since 1970, read once. */
  readonly clock: number;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  readonly stdin: () => Promise<Uint8Array>;
  readonly terminal: { readonly stdout: boolean; readonly stderr: boolean; readonly stdin: boolean; readonly columns: number };
  /** Writes a report file. */
  readonly writeFile: (path: string, text: string) => Promise<void>;
  /** A shipped file, such as `schemas/policy.schema.json`. */
  readonly shipped: (path: string) => string | undefined;
}

const readAll = async (stream: NodeJS.ReadStream): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
};

// A reader that closes the pipe (`| head`) has seen enough: that is no error of ours.
const ignoreClosedPipe = (stream: NodeJS.WriteStream): void => {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
};

// Whole or not at all: a temporary file beside the target takes its place. A link stays a link, and the mode stays.
const writeWhole = async (path: string, text: string): Promise<void> => {
  const { chmod, mkdir, realpath, rename, stat, writeFile } = await import('node:fs/promises');
  const { dirname } = await import('node:path');
  await mkdir(dirname(path), { recursive: true });
  const target = await realpath(path).catch(() => path);
  const before = await stat(target).catch(() => undefined);
  const temporary = `${target}.${process.pid}.tmp`;
  await writeFile(temporary, text);
  if (before !== undefined) await chmod(temporary, before.mode);
  await rename(temporary, target);
};

const shipped = (path: string): string | undefined => {
  try {
    return readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
  } catch {
    return undefined;
  }
};

/** The io of this process. */
export const nodeIo = (): Io => {
  ignoreClosedPipe(process.stdout);
  ignoreClosedPipe(process.stderr);
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
    writeFile: writeWhole,
    shipped,
  };
};
