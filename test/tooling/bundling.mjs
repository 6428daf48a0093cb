/** Bundles for Node: everything that is built here is built alike. */
import { rolldown } from 'rolldown';

/** Bundles entry points and writes them; the chunks that were written. Options are those of Rolldown. */
export const bundle = async ({ output, ...input }) => {
  const built = await rolldown({
    platform: 'node',
    transform: { target: 'node20.19' },
    // Commands import lazily what others need at once.
    checks: { ineffectiveDynamicImport: false },
    ...input,
  });
  const { output: files } = await built.write({ format: 'esm', comments: false, ...output });
  await built.close();
  return files.filter(({ type }) => type === 'chunk');
};
