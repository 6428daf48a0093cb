/** Vitest: one suite; the command line is built before it. */
import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

// The bound holds with the real documents; where they are not at hand their tests are skipped, and so is the bound.
const bounds = existsSync(new URL('../../../shared/corpus', import.meta.url)) ? { branches: 95 } : {};

export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/tooling/global-setup.ts'],
    env: { NO_COLOR: '1', TZ: 'America/New_York' },
    // Most tests wait for programs that they start.
    maxWorkers: '100%',
    // The slowest tests take some seconds on an idle machine; a busy one must not fail them.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    coverage: {
      provider: 'v8',
      include: ['src/read/**', 'src/kinds/**', 'src/policy/**'],
      reporter: ['text-summary', 'text'],
      thresholds: bounds,
    },
  },
});
