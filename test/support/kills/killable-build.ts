import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../project.ts';

const PROGRAM = join(ROOT, 'scripts/mingbai.js');
const HOOK = pathToFileURL(join(import.meta.dirname, 'dying-file-system.ts')).href;

/** A change of modes begins the swap: all is written by then. */
const FIRST_OF_SWAP = 'chmodSync';

/** How long a process may take to notice that it is to end, on a busy machine. */
const PATIENCE_MS = 30_000;

/** A build to run: of what, and with PDFs or without. */
export interface Build {
  /** Folder that holds content/ and templates/. */
  readonly root: string;
  /** Which booklets; all, if none is named. */
  readonly target?: string;
  readonly pdf?: boolean;
  /** More options. */
  readonly words?: readonly string[];
}

/** A process that works for builds. */
export interface Running {
  readonly pid: number;
  /** Its command line. */
  readonly words: string;
}

/** Where builds of the real program run that are killed: a folder for the output, and a temporary folder of their own. */
export class KillableBuilds {
  readonly folder = mkdtempSync(join(tmpdir(), 'mingbai-kills-'));
  readonly out = join(this.folder, 'web/dist');
  private readonly temporary = join(this.folder, 'tmp');

  constructor() {
    mkdirSync(this.temporary);
  }

  /** Starts a build, the launcher of which leads a process group. */
  start(
    { root, target, pdf = false, words: more = [] }: Build,
    env: Readonly<Record<string, string>> = {},
  ): ChildProcess {
    const targets = target === undefined ? [] : [target];
    const words = ['build', ...targets, '--root', root, '--out', this.out, ...(pdf ? [] : ['--no-pdf'])];
    return spawn(process.execPath, [PROGRAM, ...words, ...more], {
      detached: true,
      stdio: 'ignore',
      env: { ...process.env, ...env, TMPDIR: this.temporary },
    });
  }

  /** Runs a build to its end. */
  async finish(build: Build): Promise<void> {
    const [status] = (await once(this.start(build), 'exit')) as [number | null];
    if (status !== 0) throw new Error(`the build ended with ${status}`);
  }

  /**
   * Runs a build and kills it within the swap; true if it came so far.
   *
   * @param call the number of the call of the file system before which it dies
   * @param from name of the call that is the first; by itself the swap's first
   */
  async dieInSwap(build: Build, call: number, from = FIRST_OF_SWAP): Promise<boolean> {
    const child = this.start(build, this.hook({ DIE_AFTER: from, DIE_AT: String(call) }));
    const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
    return signal === 'SIGKILL';
  }

  /** The names of all calls of the file system within the swap of a build that runs to its end. */
  async callsOfSwap(build: Build): Promise<readonly string[]> {
    const file = join(this.folder, 'calls');
    await once(this.start(build, this.hook({ CALLS_FILE: file })), 'exit');
    return readFileSync(file, 'utf8').split('\n');
  }

  private hook(env: Readonly<Record<string, string>>): Record<string, string> {
    const beside = dirname(this.out);
    return { NODE_OPTIONS: `--import ${HOOK}`, DIE_BESIDE: beside, DIE_AFTER: FIRST_OF_SWAP, ...env };
  }

  /** What lies beside the output. */
  leftovers(): readonly string[] {
    const folder = dirname(this.out);
    return existsSync(folder) ? readdirSync(folder).filter((name) => name !== basename(this.out)) : [];
  }

  /** The temporary folders of builds, browser profiles among them. */
  temporaryFolders(): readonly string[] {
    return readdirSync(this.temporary).filter((name) => name.startsWith('mingbai-run'));
  }

  /**
   * The digest of the output; while it is renamed away, of the one that the next build will bring back. Undefined if there
   * is none.
   */
  standing(): string | undefined {
    const retired = this.leftovers().map((name) => join(dirname(this.out), name, 'old'));
    const found = [this.out, ...retired].find((folder) => existsSync(folder));
    return found === undefined ? undefined : digestOf(found);
  }

  /** Waits until no process of these builds runs any more, browsers among them; those that stay are given back. */
  async survivors(): Promise<readonly string[]> {
    const until = performance.now() + PATIENCE_MS;
    while (this.processes().length > 0 && performance.now() < until) await pause(50);
    return this.processes();
  }

  /** The command lines of all processes that work for these builds. */
  processes(): readonly string[] {
    return this.running().map(({ words }) => words);
  }

  /** All processes that work for these builds. */
  running(): readonly Running[] {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((pid) => ({
        pid: Number(pid),
        words: readIfThere(`/proc/${pid}/cmdline`).replaceAll('\0', ' '),
      }))
      .filter(({ words }) => words.includes(this.folder));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** One digest of all files of a folder, names and contents. */
export function digestOf(folder: string): string {
  const hash = createHash('sha256');
  for (const [path, digest] of Object.entries(fileDigests(folder))) hash.update(`${path}\0${digest}\0`);
  return hash.digest('hex');
}

/** The digest of each file of a folder. */
export function fileDigests(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
  const digest = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');
  return Object.fromEntries(files.map((file) => [file.slice(folder.length), digest(file)]));
}
