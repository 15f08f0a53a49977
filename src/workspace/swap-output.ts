import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { MARKER } from './output-marker.ts';
import { isAbandoned } from './owned-name.ts';
import { Refusal } from './refusal.ts';
import { TakenFolders } from './taken-folders.ts';

/**
 * A build has one folder beside the output, `.dist-build-…`, whose name says which process works in it: the new output
 * grows in it, and the old one lies in it from the swap until it is removed.
 */
export const [NEW, OLD] = ['new', 'old'];

/** More builds than that do not end in the same moment. */
const MOST_SWAPS = 100;

/**
 * Puts right what runs left behind whose process is gone: brings the old output back if it had been renamed away and
 * nothing new was put in its place, then removes the rest.
 *
 * @param kind how the names of their folders begin
 */
export function recover(output: string, kind: string): void {
  const parent = dirname(output);
  for (const name of readdirSync(parent)) {
    if (!isAbandoned(name, kind)) continue;
    const work = join(parent, name);
    const retired = join(work, OLD);
    if (existsSync(join(retired, MARKER))) {
      new TakenFolders(work).giveBack(join(work, NEW), retired);
      putBack(retired, output);
    }
    removeWork(work);
  }
}

/**
 * Renames the old output away and the new one in. Another build may do the same at this moment: whoever finds the place
 * taken again takes it again, so that the last one stands, and each of them whole.
 *
 * @param taken folders of the old output that are moved into the new one
 * @param check throws if what was renamed away, for the how manieth time, must stay
 */
export function swapIn(
  work: string,
  output: string,
  taken: readonly string[],
  check: (old: string, swap: number) => void,
): void {
  const [fresh, retired] = [join(work, NEW), join(work, OLD)];
  const folders = new TakenFolders(work);
  try {
    for (let swap = 1; ; swap += 1) {
      removeOutput(retired);
      unless(ABSENT, () => renameSync(output, retired));
      check(retired, swap);
      if (swap === 1) folders.take(taken, retired, fresh);
      if (unless(TAKEN, () => (renameSync(fresh, output), true))) break;
      if (swap === MOST_SWAPS) throw new Refusal(`${output} 一直被别的程序改动；请等它们结束后再运行`);
    }
  } catch (error) {
    folders.giveBack(fresh, retired);
    putBack(retired, output);
    // If even putting it back failed, the old output is kept for the next build.
    if (existsSync(output)) removeWork(work);
    throw error;
  }
  // Not asked whether the new output stands: another build may have renamed it away since, to put its own there.
  removeWork(work);
}

export function removeWork(work: string): void {
  removeOutput(join(work, OLD));
  rmSync(work, { recursive: true, force: true });
}

/** Its mark goes first: should the rest be cut short, nobody takes what is left for a whole output. */
function removeOutput(folder: string): void {
  rmSync(join(folder, MARKER), { force: true });
  rmSync(folder, { recursive: true, force: true });
}

/** Brings a retired output back, unless another one stands in its place by now or another build has brought it back. */
function putBack(retired: string, output: string): void {
  if (!existsSync(output)) unless(ABSENT, () => unless(TAKEN, () => renameSync(retired, output)));
}

/** What systems answer where no folder is. */
export const ABSENT: readonly string[] = ['ENOENT'];
/** What systems answer where a folder that is not empty stands in the way. */
const TAKEN: readonly string[] = ['ENOTEMPTY', 'EEXIST'];

/** What an action gives; undefined if it fails with one of these codes. */
export function unless<T>(codes: readonly string[], action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    if (error instanceof Error && 'code' in error && codes.includes(String(error.code))) return undefined;
    throw error;
  }
}
