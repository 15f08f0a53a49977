import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { isAbandoned, ownedPrefix } from './owned-name.ts';
import { Refusal } from './refusal.ts';

/** A new output being built beside the old one. */
export interface OutputFolder {
  /** Where to build. */
  readonly path: string;
  /** Where the old output lies; undefined if there is none. */
  readonly old: string | undefined;
  /** Whether the old output is still the one that was there when this one was opened. */
  isUnchanged(): boolean;
  /**
   * Puts the new output in the old one's place.
   *
   * @param onlyIfUnchanged whether to throw `OutputChanged` instead if another one has taken the old one's place
   */
  commit(onlyIfUnchanged?: boolean): void;
  /** Removes what was built. */
  discard(): void;
}

/** Another build has replaced the output from which this one took over a part: to replace it would lose what that one built. */
export class OutputChanged extends Refusal {
  constructor(output: string) {
    super(`${output} 在生成期间被另一次生成换成了新的；为了不丢掉那一次的结果，这次没有写入，请再运行一次`);
  }
}

/** Marks a folder as ours, so that a swap never removes somebody else's files. */
export const MARKER = '.mingbai-output';

/** More builds than that do not end in the same moment. */
const MOST_SWAPS = 100;

/** What a web server must be able to read, whatever the umask of the one who builds. */
const MODES = { folder: 0o755, file: 0o644 } as const;

/**
 * Opens a folder for a new output next to `target`. The old output stays as it is until `commit`, which renames the
 * old one away and the new one in. What a killed run left behind is put right first. Only a folder that this program has
 * marked as its own, an empty one or none at all is ever replaced; a symbolic link is followed.
 *
 * @throws Refusal if `target` holds files that are not an output of this program
 */
export function openOutput(target: string): OutputFolder {
  const output = followLinks(resolve(target));
  refuseForeign(output);
  const parent = dirname(output);
  mkdirSync(parent, { recursive: true });
  recover(output);
  const work = mkdtempSync(join(parent, ownedPrefix(kindOf(output))));
  const path = join(work, NEW);
  mkdirSync(path);
  const began = identityOf(output);
  return {
    path,
    old: began === undefined ? undefined : output,
    isUnchanged: () => identityOf(output) === began,
    commit(onlyIfUnchanged = false) {
      makePublic(path);
      writeFileSync(join(path, MARKER), '', { mode: MODES.file });
      // Somebody may have put files there since the build began.
      refuseForeign(output);
      swapIn(work, output, (old) => {
        if (onlyIfUnchanged && identityOf(old) !== began) throw new OutputChanged(output);
      });
    },
    discard() {
      rmSync(path, { recursive: true, force: true });
      // An old output that could not be put back is kept for the next build.
      if (!existsSync(join(work, OLD))) removeWork(work);
    },
  };
}

/** Tells an output from all that stood or will stand in its place; undefined where there is none. */
function identityOf(output: string): string | undefined {
  const stats = lstatSync(join(output, MARKER), { bigint: true, throwIfNoEntry: false });
  return stats && `${stats.ino} ${stats.mtimeNs}`;
}

/** Where a link leads, also one that leads to nothing yet. */
function followLinks(path: string): string {
  const seen = new Set<string>();
  let at = path;
  while (lstatSync(at, { throwIfNoEntry: false })?.isSymbolicLink() === true) {
    if (seen.has(at)) throw new Refusal(`输出文件夹 ${path} 是绕回自己的符号链接；请改正它，或换一个 --out`);
    seen.add(at);
    at = resolve(dirname(at), readlinkSync(at));
  }
  return at;
}

function refuseForeign(output: string): void {
  for (;;) {
    const stats = lstatSync(output, { throwIfNoEntry: false });
    if (stats === undefined) return;
    if (!stats.isDirectory()) throw new Refusal(`${output} 不是文件夹；请换一个 --out，或先移走它`);
    const names = unless(ABSENT, () => readdirSync(output)) ?? [];
    if (names.length === 0 || names.includes(MARKER)) return;
    // Another build may have swapped the folder for a new one while its names were read, and be removing it.
    if (lstatSync(output, { throwIfNoEntry: false })?.ino !== stats.ino) continue;
    throw new Refusal(`输出文件夹 ${output} 里有不是本程序生成的文件；请换一个 --out，或先清空它`);
  }
}

/**
 * A build has one folder beside the output, `.dist-build-…`, whose name says which process works in it: the new output
 * grows in it, and the old one lies in it from the swap until it is removed.
 */
const [NEW, OLD] = ['new', 'old'];

function kindOf(output: string): string {
  return `.${basename(output)}-build`;
}

/**
 * Puts right what runs left behind whose process is gone: brings the old output back if it had been renamed away and
 * nothing new was put in its place, then removes the rest.
 */
function recover(output: string): void {
  const parent = dirname(output);
  for (const name of readdirSync(parent)) {
    if (!isAbandoned(name, kindOf(output))) continue;
    const retired = join(parent, name, OLD);
    if (existsSync(join(retired, MARKER))) putBack(retired, output);
    removeWork(join(parent, name));
  }
}

/**
 * Renames the old output away and the new one in. Another build may do the same at this moment: whoever finds the place
 * taken again takes it again, so that the last one stands, and each of them whole.
 *
 * @param check throws if what was renamed away must stay
 */
function swapIn(work: string, output: string, check: (old: string) => void): void {
  const retired = join(work, OLD);
  try {
    for (let swap = 1; ; swap += 1) {
      removeOutput(retired);
      unless(ABSENT, () => renameSync(output, retired));
      check(retired);
      if (unless(TAKEN, () => (renameSync(join(work, NEW), output), true))) return;
      if (swap === MOST_SWAPS) throw new Refusal(`${output} 一直被别的程序改动；请等它们结束后再运行`);
    }
  } catch (error) {
    putBack(retired, output);
    throw error;
  } finally {
    // If even putting it back failed, the old output is kept for the next build.
    if (existsSync(output)) removeWork(work);
  }
}

function removeWork(work: string): void {
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
const ABSENT: readonly string[] = ['ENOENT'];
/** What systems answer where a folder that is not empty stands in the way. */
const TAKEN: readonly string[] = ['ENOTEMPTY', 'EEXIST'];

/** What an action gives; undefined if it fails with one of these codes. */
function unless<T>(codes: readonly string[], action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    if (error instanceof Error && 'code' in error && codes.includes(String(error.code))) return undefined;
    throw error;
  }
}

function makePublic(folder: string): void {
  chmodSync(folder, MODES.folder);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) makePublic(path);
    else if (entry.isFile()) chmodSync(path, MODES.file);
  }
}
