/** Where editors find the schemas of the files that docgate writes. */
import { posix, resolve } from 'node:path';
import type { Io } from './io.ts';

const published = 'https://unpkg.com/docgate/schemas';
const installed = 'node_modules/docgate/schemas';

/** The address of a schema for a file of a project: that of the installed package, else of the published one. `path` is relative to the root. */
export const schemaAddress = async (name: 'config' | 'policy', path: string, { root, io }: { root: string; io: Io }): Promise<string> =>
  (await io.readFile(resolve(root, 'package.json'))) === undefined
    ? `${published}/${name}.schema.json`
    : posix.join(posix.relative(posix.dirname(path), ''), installed, `${name}.schema.json`);
