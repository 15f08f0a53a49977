import type { PlannedFile } from '../../import/import-files.ts';
import { writeFiles } from '../../workspace/write-files.ts';
import { diffOf } from './describe-plan.ts';

/**
 * Writes the files that were planned, or shows on standard output what would be written.
 *
 * @param describe says what was done, or what would be
 */
export async function carryOut(
  writes: readonly PlannedFile[],
  root: string,
  dryRun: boolean,
  describe: (written: boolean) => string,
): Promise<void> {
  if (dryRun) {
    process.stderr.write(describe(false));
    process.stdout.write(diffOf(writes));
    return;
  }
  await writeFiles(root, new Map(writes.map(({ path, text }) => [path, text])));
  process.stdout.write(describe(true));
}
