/** A folder and an io for the commands that edit. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diskFiles, type Io } from '../../src/cli/io.ts';
import { folder, isolated, write } from '../tree/sandbox.ts';

export interface Desk {
  readonly io: Io;
  readonly root: string;
  readonly text: (path: string) => string;
  readonly printed: () => string;
}

/** Files in a folder of their own, and an io that writes there. */
export const desk = (files: Readonly<Record<string, string>>, other: Partial<Io> = {}): Desk => {
  const root = folder();
  write(root, files);
  const printed: string[] = [];
  const io: Io = {
    cwd: root,
    env: isolated,
    clock: Date.parse('2026-01-05T10:00:30Z'),
    stdout: (text) => void printed.push(text),
    stderr: () => undefined,
    stdin: async () => new Uint8Array(),
    terminal: { stdout: false, stderr: false, stdin: false, columns: 100 },
    ...diskFiles,
    shipped: () => undefined,
    ...other,
  };
  return { io, root, text: (path) => readFileSync(join(root, path), 'utf8'), printed: () => printed.splice(0).join('') };
};
