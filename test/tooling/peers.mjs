/**
 * Tools that tests run but nobody who installs docgate needs, each in a folder of its own: `node test/tooling/peers.mjs husky@9.1.7 ...`.
 * They are no devDependencies because some bring platform packages and scripts that run at installation.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const shelf = fileURLToPath(new URL('../../node_modules/.cache/peers/', import.meta.url));

/** The folder of a tool, `node_modules` inside; it need not be there. `spec` is `name@version`, the version exact. */
export const peerFolder = (spec) => join(shelf, spec.replaceAll('/', '+'));

const install = (spec) => {
  mkdirSync(shelf, { recursive: true });
  const folder = mkdtempSync(join(shelf, '.new-'));
  try {
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--save-exact'];
    const { status } = spawnSync('npm', ['install', ...flags, spec], { cwd: folder, stdio: 'ignore', shell: process.platform === 'win32' });
    // Whoever comes second finds the folder filled, and its renaming refused: the first one's is as good.
    if (status === 0 && !existsSync(peerFolder(spec))) renameSync(folder, peerFolder(spec));
  } catch (error) {
    if (!existsSync(peerFolder(spec))) throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** The folder of a tool, installed if need be; undefined where npm cannot install it. */
export const providePeer = (spec) => {
  if (!existsSync(peerFolder(spec))) install(spec);
  return existsSync(peerFolder(spec)) ? peerFolder(spec) : undefined;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const spec of process.argv.slice(2)) {
    console.log(providePeer(spec) ?? `skipped: tests that need ${spec} (npm could not install it)`);
  }
}
