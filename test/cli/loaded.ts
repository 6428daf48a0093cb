/** What a command line loads: the packages whose code lies in the files of dist/ that Node opens for it. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeBinary, repositoryFolder } from './run.ts';

/** The files of dist/, by their names. Throws where the command line itself was not among them. */
const loadedFiles = (args: readonly string[], cwd: string): string[] => {
  const hook = new URL('print-loaded.cjs', import.meta.url).pathname;
  const { stderr } = spawnSync(nodeBinary, ['--require', hook, join(repositoryFolder, 'dist/bin.js'), ...args], { cwd, encoding: 'utf8' });
  const files = [...stderr.matchAll(/LOADED .*\/dist\/(.+\.js)/g)].flatMap(([, file]) => file ?? []);
  if (!files.includes('bin.js')) throw new Error(`dist/bin.js was not loaded: ${stderr}`);
  return files;
};

/** The names of the packages, `docgate` left out. */
export const packagesLoaded = (args: readonly string[], cwd: string = repositoryFolder): string[] => {
  const sources = JSON.parse(readFileSync(join(repositoryFolder, 'dist/meta.json'), 'utf8')) as Record<string, readonly string[]>;
  const inputs = loadedFiles(args, cwd).flatMap((file) => sources[file] ?? []);
  return [...new Set(inputs.flatMap((input) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? []))];
};
