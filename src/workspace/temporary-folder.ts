import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAbandoned, ownedPrefix } from './owned-name.ts';
import { isOwnFolder } from './private-folder.ts';
import { identityOf, runningAs } from './process-identity.ts';

const KIND = 'mingbai-run';

/** Names the process that was started to work in a folder. */
const OCCUPANT = 'occupant';

/** Those of this process. */
const own = new Set<string>();

/**
 * A folder under the system's temporary folder for what this process writes on the way; the caller removes it, or it goes
 * when the process ends. Those of processes that were killed are removed first.
 */
export function temporaryFolder(): string {
  sweep();
  if (own.size === 0) process.once('exit', () => own.forEach(remove));
  const folder = mkdtempSync(join(tmpdir(), ownedPrefix(KIND)));
  own.add(folder);
  return folder;
}

/**
 * Says that a process of its own group works in a temporary folder. Should it outlive this one, as a browser does that
 * hangs, whoever sweeps the folder ends it first.
 */
export function occupy(folder: string, pid: number): void {
  writeFileSync(join(folder, OCCUPANT), identityOf(pid));
}

function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    const folder = join(tmpdir(), name);
    // Another user's is theirs to remove, and says nothing of our processes.
    if (isAbandoned(name, KIND) && isOwnFolder(folder)) remove(folder);
  }
}

function remove(folder: string): void {
  try {
    const occupant = runningAs(readFileSync(join(folder, OCCUPANT), 'utf8'));
    if (occupant !== undefined) process.kill(-occupant, 'SIGKILL');
  } catch {
    // Nobody works in it, or no longer.
  }
  try {
    // What is ending may still write.
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  } catch {
    // Left for the next sweep.
  }
}
