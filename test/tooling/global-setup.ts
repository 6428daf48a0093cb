/** Builds the command line once, so that tests run the real binary. */
import { execFileSync } from 'node:child_process';

export const setup = (): void => {
  execFileSync(process.execPath, ['test/tooling/build.mjs'], { cwd: new URL('../..', import.meta.url).pathname, stdio: 'inherit' });
};
