/** Builds dist/: the command line as split chunks, so that a command loads what it needs and nothing else. */
import { rmSync } from 'node:fs';
import { chmod, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';

rmSync('dist', { recursive: true, force: true });

const result = await build({
  entryPoints: { bin: 'src/bin.ts', index: 'src/index.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  minify: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  mainFields: ['module', 'main'],
  metafile: true,
  // CommonJS dependencies ask for Node's own modules with `require`.
  banner: { js: "import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);" },
  logLevel: 'warning',
});

await writeFile('dist/meta.json', JSON.stringify(result.metafile));
await chmod('dist/bin.js', 0o755);
