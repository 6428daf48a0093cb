/** Writes the generated documents, or checks that they are fresh: `--write`, `--check`. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundle } from './bundling.mjs';

const root = new URL('../..', import.meta.url).pathname;

const load = async () => {
  const folder = mkdtempSync(join(root, 'dist-docs-'));
  const file = join(folder, 'pages.mjs');
  try {
    await bundle({ cwd: root, input: 'test/tooling/docs-pages.ts', external: /^[^./]/, output: { file, codeSplitting: false } });
    return await (await import(file)).pages();
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const read = (path) => {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return undefined;
  }
};

const below = (folder) => readdirSync(join(root, folder), { recursive: true }).map((name) => `${folder}/${name}`.replaceAll('\\', '/'));

const pages = await load();
const stale = Object.entries(pages)
  .filter(([path, text]) => read(path) !== text)
  .map(([path]) => path);
const left = below('docs/rules').filter((path) => path.endsWith('.md') && pages[path] === undefined);

if (process.argv.includes('--write')) {
  for (const path of stale) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), pages[path]);
  }
  for (const path of left) rmSync(join(root, path));
  console.log(`${stale.length} written, ${left.length} removed`);
} else {
  for (const path of [...stale, ...left]) console.error(`${path}: stale, run "npm run docs"`);
  process.exitCode = stale.length + left.length > 0 ? 1 : 0;
}
