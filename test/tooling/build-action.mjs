/** Builds the GitHub Action as one file: `node test/tooling/build-action.mjs [folder]`. The same sources give the same bytes. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { bundle } from './bundling.mjs';

const root = new URL('../..', import.meta.url).pathname;
const folder = resolve(root, process.argv[2] ?? '.github/action');

const [{ moduleIds }] = await bundle({
  cwd: root,
  input: 'src/action.ts',
  output: { file: join(folder, 'index.mjs'), minify: true, codeSplitting: false },
});

const packageFolders = [
  ...new Set(moduleIds.flatMap((id) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(relative(root, id))?.[0] ?? [])),
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
