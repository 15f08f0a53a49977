import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../../src/workspace/files-below.ts';

/** How many files of two folders differ. */
export async function different(one: string, other: string): Promise<number> {
  const names = new Set([...(await filesBelow(one)), ...(await filesBelow(other))]);
  const read = (name: string): Buffer | undefined => {
    try {
      return readFileSync(name);
    } catch {
      return undefined;
    }
  };
  return [...names].filter((name) => {
    const [a, b] = [read(join(one, name)), read(join(other, name))];
    return a === undefined || b === undefined || !a.equals(b);
  }).length;
}
