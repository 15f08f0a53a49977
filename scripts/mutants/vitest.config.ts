import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { TESTS_VARIABLE } from './tests.ts';

const order = (process.env[TESTS_VARIABLE] ?? '').split(' ');

/** The quickest tests first, as they are listed: a mutant that one of them notices costs no more. */
class InOrder extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number =>
      order.findIndex((path) => moduleId.endsWith(`/${path}`));
    return Promise.resolve([...files].sort((a, b) => rank(a) - rank(b)));
  }
}

/** The tests of one folder, one file after the other. */
export default defineConfig({
  test: {
    include: order,
    globalSetup: 'test/support/shared-folder.ts',
    testTimeout: 300_000,
    hookTimeout: 300_000,
    sequence: { sequencer: InOrder },
  },
});
