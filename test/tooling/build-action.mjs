/** Builds the GitHub Action as one file: `node test/tooling/build-action.mjs [folder]`. The same sources give the same bytes. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { nodeBundle } from './bundling.mjs';

const root = new URL('../..', import.meta.url).pathname;
const folder = resolve(root, process.argv[2] ?? '.github/action');

const { metafile } = await build({
  ...nodeBundle,
  absWorkingDir: root,
  entryPoints: ['src/action.ts'],
  outfile: join(folder, 'index.mjs'),
  minify: true,
  keepNames: true,
  target: 'node20.19',
  mainFields: ['module', 'main'],
  metafile: true,
  legalComments: 'none',
});

const packageFolders = [
  ...new Set(Object.keys(metafile.inputs).flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? [])),
];

const licenseOf = (path) => {
  const { name, version, license } = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'));
  const file = readdirSync(join(root, path))
    .filter((one) => /^(licen[cs]e|copying)/i.test(one))
    .sort()[0];
  const text =
    file === undefined
      ? ''
      : `\n${readFileSync(join(root, path, file), 'utf8')
          .replaceAll('\r\n', '\n')
          .trim()}\n`;
  return { key: `${name}@${version}`, text: `${name} ${version} (${license})\n${text}` };
};

const licenses = new Map(packageFolders.map(licenseOf).map(({ key, text }) => [key, text]));

mkdirSync(folder, { recursive: true });
writeFileSync(
  join(folder, 'LICENSES.txt'),
  [...licenses]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, text]) => text)
    .join(`\n${'-'.repeat(80)}\n\n`),
);
