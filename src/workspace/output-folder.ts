import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { identityOf, MARKER } from './output-marker.ts';
import { ownedPrefix } from './owned-name.ts';
import { Refusal } from './refusal.ts';
import { ABSENT, NEW, OLD, recover, removeWork, swapIn, unless } from './swap-output.ts';

/** A new output being built beside the old one. */
export interface OutputFolder {
  /** Where to build. */
  readonly path: string;
  /** Where the output is to stand. */
  readonly target: string;
  /** Where the old output lies; undefined if there is none. */
  readonly old: string | undefined;
  /** Whether the old output is still the one that was there when this one was opened. */
  isUnchanged(): boolean;
  /** Gives all that was built by now the modes of an output, and its mark. */
  finish(): void;
  /**
   * Puts the new output in the old one's place, finished if it is not.
   *
   * @param onlyIfUnchanged whether to throw `OutputChanged` instead if another one has taken the old one's place
   * @param taken folders of the old output that are moved into the new one as they are, from its root; of an output that has
   *   taken the old one's place none is taken
   */
  commit(onlyIfUnchanged?: boolean, taken?: readonly string[]): void;
  /** Removes what was built. */
  discard(): void;
}

/** Another build has replaced the output from which this one took over a part: to replace it would lose what that one built. */
export class OutputChanged extends Refusal {
  constructor(output: string) {
    super(`${output} 在生成期间被另一次生成换成了新的；为了不丢掉那一次的结果，这次没有写入，请再运行一次`);
  }
}

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
  recover(output, kindOf(output));
  const work = mkdtempSync(join(parent, ownedPrefix(kindOf(output))));
  const path = join(work, NEW);
  mkdirSync(path);
  const began = identityOf(output);
  let finished = false;
  const finish = (): void => {
    makePublic(path);
    writeFileSync(join(path, MARKER), '', { mode: MODES.file });
    finished = true;
  };
  return {
    path,
    target: output,
    old: began === undefined ? undefined : output,
    isUnchanged: () => identityOf(output) === began,
    finish,
    commit(onlyIfUnchanged = false, taken = []) {
      if (!finished) finish();
      // Somebody may have put files there since the build began.
      refuseForeign(output);
      swapIn(work, output, taken, (old, swap) => {
        const isNeeded = onlyIfUnchanged || (taken.length > 0 && swap === 1);
        if (isNeeded && identityOf(old) !== began) throw new OutputChanged(output);
      });
    },
    discard() {
      rmSync(path, { recursive: true, force: true });
      // An old output that could not be put back is kept for the next build.
      if (!existsSync(join(work, OLD))) removeWork(work);
    },
  };
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

/** What folders are called in which an output is built. */
function kindOf(output: string): string {
  return `.${basename(output)}-build`;
}

function makePublic(folder: string): void {
  chmodSync(folder, MODES.folder);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) makePublic(path);
    else if (entry.isFile()) chmodSync(path, MODES.file);
  }
}
