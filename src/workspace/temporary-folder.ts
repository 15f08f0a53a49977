import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAbandoned, ownedPrefix } from './owned-name.ts';

const KIND = 'mingbai-run';

/**
 * A folder under the system's temporary folder for what this process writes on the way; the caller removes it. Those of
 * processes that were killed are removed first.
 */
export function temporaryFolder(): string {
  sweep();
  return mkdtempSync(join(tmpdir(), ownedPrefix(KIND)));
}

function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    if (!isAbandoned(name, KIND)) continue;
    try {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    } catch {
      // Another user's: it is theirs to remove.
    }
  }
}
