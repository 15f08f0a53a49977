import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import { identityOf, runningAs } from './process-identity.ts';

/** Process numbers of another machine, or of another container, say nothing here. */
const HOST = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

/** The beginning of a temporary folder's name that says which process works in it: `mingbai-run-1a2b3c4d-4711-90210-`. */
export function ownedPrefix(kind: string): string {
  return `${kind}-${HOST}-${identityOf(process.pid)}-`;
}

/**
 * Whether a folder of this kind belongs to a process that is gone. One of another machine may still run: its folder is
 * left alone, and so is whatever has another name.
 */
export function isAbandoned(name: string, kind: string): boolean {
  if (!name.startsWith(`${kind}-${HOST}-`)) return false;
  const identity = /^(\d+-\d+)-[^-]+$/.exec(name.slice(kind.length + HOST.length + 2))?.[1];
  return identity !== undefined && runningAs(identity) === undefined;
}
