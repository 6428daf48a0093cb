/** Vitest: one suite; the command line is built before it. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/tooling/global-setup.ts'],
    env: { NO_COLOR: '1', TZ: 'America/New_York' },
    testTimeout: 30_000,
    coverage: {
      provider: 'v8',
      include: ['src/read/**', 'src/kinds/**', 'src/policy/**'],
      reporter: ['text-summary', 'text'],
      thresholds: { branches: 95 },
    },
  },
});
