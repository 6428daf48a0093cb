/** Builds dist/: the command line in chunks, so that a command loads what it needs and little else. */
import { chmod, writeFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { bundle } from './bundling.mjs';

/**
 * Opening a file costs more than the bytes that a command does not use: what is loaded together lies together, with all that it imports.
 * What no group takes is split by who imports it. Earlier groups choose first.
 */
const groups = [
  { name: 'program', test: /\/src\/cli\/(?:program\/[\w-]+|start|main|io|settings)\.ts$/ },
  { name: 'history', test: /\/src\/cli\/changelog(?:-told)?\.ts$/ },
  { name: 'markdown', test: /\/src\/markdown\// },
  { name: 'reading', test: /\/src\/(?:read|kinds)\// },
  { name: 'policy', test: /\/src\/policy\/.*\.ts$/ },
  { name: 'check', test: /\/src\/(?:cli\/(?:check|print-report)|flows\/check)\.ts$/ },
].map((group, index, all) => ({ ...group, priority: all.length - index }));

const chunks = await bundle({
  input: { bin: 'src/bin.ts', index: 'src/index.ts' },
  // Node starts CommonJS sooner than modules, and can keep its compiled code.
  output: { format: 'cjs', dir: 'dist', cleanDir: true, minify: true, chunkFileNames: '[name]-[hash].js', codeSplitting: { groups } },
});

/** Which sources each chunk holds, for the tests of what is loaded. */
const sources = chunks.map(({ fileName, moduleIds }) => [fileName, moduleIds.map((id) => relative(process.cwd(), id))]);
await writeFile('dist/meta.json', JSON.stringify(Object.fromEntries(sources)));
await writeFile('dist/package.json', '{ "type": "commonjs" }\n');
await chmod('dist/bin.js', 0o755);
