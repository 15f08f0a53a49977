import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/support/shared-folder.ts',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Two cores on the smallest supported machine, and each browser test brings its own processes.
    maxWorkers: 2,
  },
});
