import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../support/project.ts';
import { runHere, type Outcome } from './run-here.ts';

/** A copy of the project's input in a folder of its own, on which the real command line runs. */
export class TemporaryProject {
  readonly root = mkdtempSync(join(tmpdir(), 'mingbai-project-'));

  /** @param units folders under content/units to copy */
  constructor(...units: readonly string[]) {
    for (const folder of ['content/codes', 'templates', ...units.map((unit) => `content/units/${unit}`)]) {
      cpSync(join(ROOT, folder), join(this.root, folder), { recursive: true });
    }
  }

  /** Runs a command as a program for all users does: in a process of its own, in a folder far from the program's. */
  runAlone(...words: readonly string[]): Outcome {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(ROOT, 'scripts/mingbai.js'), ...words, '--root', this.root],
      { cwd: this.root, encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 },
    );
    return { status, stdout, stderr };
  }

  /** Runs a command within the test's own process, which has its modules loaded and is many times quicker. */
  run(...words: readonly string[]): Promise<Outcome> {
    return runHere([...words, '--root', this.root]);
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), 'utf8');
  }

  write(path: string, text: string): void {
    writeFileSync(join(this.root, path), text);
  }

  /** Removes a file or folder of the project; all of it, if none is named. */
  remove(path = ''): void {
    rmSync(join(this.root, path), { recursive: true, force: true });
  }
}
