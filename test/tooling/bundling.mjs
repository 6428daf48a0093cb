/** What every bundle for Node that esbuild makes here has in common. */
export const nodeBundle = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  // CommonJS dependencies ask for Node's own modules with `require`.
  banner: { js: "import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);" },
  logLevel: 'warning',
};
