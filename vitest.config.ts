import { defineConfig } from 'vitest/config';
import { NODE_FLAGS } from './scripts/node-flags.js';

/** What takes minutes by its nature: random edits by the hundred, kills, whole corpora built and opened. */
const LONG = 'test/long/**/*.test.ts';
/** What goes through a whole corpus or makes whole sites: every change is tried on it before it lands, not while it is made. */
const WHOLE = 'test/**/*.whole.test.ts';

export default defineConfig({
  test: {
    globalSetup: 'test/support/shared-folder.ts',
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Two cores on the smallest supported machine, and each browser test brings its own processes.
    maxWorkers: 2,
    // A worker that goes from file to file keeps its modules, compiled and warm.
    isolate: false,
    // It compiles one booklet after another, as the program itself does, and on a Node that is set up as the program's.
    execArgv: NODE_FLAGS,
    projects: [
      { extends: true, test: { name: 'suite', include: ['test/**/*.test.ts'], exclude: [LONG, WHOLE] } },
      { extends: true, test: { name: 'whole', include: [WHOLE] } },
      { extends: true, test: { name: 'long', include: [LONG] } },
    ],
  },
});
