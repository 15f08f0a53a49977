import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Refusal } from './refusal.ts';

/** A new output being built beside the old one. */
export interface OutputFolder {
  /** Where to build. */
  readonly path: string;
  /** Puts the new output in the old one's place. */
  commit(): void;
  /** Removes what was built. */
  discard(): void;
}

/** Marks a folder as ours, so that a swap never removes somebody else's files. */
const MARKER = '.mingbai-output';

/** The folder that is output by its name, whoever made it. */
const DEFAULT_NAME = 'dist';

/**
 * Opens a folder for a new output next to `target`. The old output stays as it is until `commit`, which renames the
 * old one away and the new one in. A run that was killed between the two is completed by the next one.
 *
 * @throws Refusal if `target` holds files that are not an output of this program
 */
export function openOutput(target: string): OutputFolder {
  const output = resolve(target);
  const parent = dirname(output);
  const retired = join(parent, `.${basename(output)}-old`);
  recover(output, retired);
  refuseForeign(output);
  mkdirSync(parent, { recursive: true });
  const path = mkdtempSync(join(parent, `.${basename(output)}-new-`));
  return {
    path,
    commit() {
      writeFileSync(join(path, MARKER), '');
      // A temporary folder is for its maker alone; an output is for the web server too.
      chmodSync(path, 0o755);
      rmSync(retired, { recursive: true, force: true });
      if (existsSync(output)) renameSync(output, retired);
      renameSync(path, output);
      rmSync(retired, { recursive: true, force: true });
    },
    discard() {
      rmSync(path, { recursive: true, force: true });
    },
  };
}

/** Brings back the old output if the last run was killed after it had been renamed away. */
function recover(output: string, retired: string): void {
  if (!existsSync(retired)) return;
  if (existsSync(output)) rmSync(retired, { recursive: true, force: true });
  else renameSync(retired, output);
}

function refuseForeign(output: string): void {
  if (!existsSync(output) || basename(output) === DEFAULT_NAME) return;
  const files = readdirSync(output);
  if (files.length === 0 || files.includes(MARKER)) return;
  throw new Refusal(`输出文件夹 ${output} 里有不是本程序生成的文件；请换一个 --out，或先清空它`);
}
