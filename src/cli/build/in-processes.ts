import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  intoOutput,
  type BuildOptions,
  type BuildResult,
  type OutputTools,
} from '../../outputs/build-site.ts';
import type { KeptOutputs } from '../../outputs/make-units.ts';
import type { BuildReport } from '../../outputs/report/build-report.ts';
import type { UnitCounts } from '../../outputs/report/unit-progress.ts';
import { mergeOwnParts } from '../../outputs/shards/merge-parts.ts';
import { Refusal } from '../../workspace/refusal.ts';
import { WrongCommand } from '../wrong-command.ts';
import { UnitsTold } from './units-told.ts';

/** The program's file has the ending that this one has: TypeScript in the repository, JavaScript in the package. */
const PROGRAM = fileURLToPath(new URL(`../main${extname(import.meta.url)}`, import.meta.url));

/** Below this many booklets, starting a process takes longer than it saves; one with a PDF takes several times as long. */
const WORTH_A_PROCESS = { pages: 20, pdf: 5 };

/** What is to be made, in so far as it is not known from earlier builds. */
export interface ToMake {
  readonly units: number;
  readonly booklets: number;
  readonly pdf: boolean;
}

/**
 * In how many processes booklets are built.
 *
 * @param text what somebody asked for, if anything
 * @throws WrongCommand if that is no number
 */
export function jobsFor(text: string | undefined, { units, booklets, pdf }: ToMake): number {
  const worth = Math.floor(booklets / WORTH_A_PROCESS[pdf ? 'pdf' : 'pages']);
  if (text === undefined) return Math.max(1, Math.min(availableParallelism(), units, worth));
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new WrongCommand(`--jobs 写作“${text}”，应是几个进程，例如 4`);
  return Number(text);
}

/** In how many processes how many units are built. */
export interface Processes {
  readonly jobs: number;
  readonly units: number;
  /** What each process is told beside its shard. */
  readonly words: readonly string[];
}

/**
 * Builds a whole site in several processes, each of which builds a shard of it as another machine would, and makes a site of
 * the parts. So the memory that each has does not grow with the site, and a browser that one of them uses is its own.
 */
export function buildInProcesses(
  processes: Processes,
  options: Omit<BuildOptions, 'unselected'>,
  kept: KeptOutputs | undefined,
): Promise<BuildResult> {
  return intoOutput(options, kept, async ({ path }, tools) => {
    // Beside the new output: they go with all else that this build leaves behind.
    const places = Array.from({ length: processes.jobs }, (_, at) => join(dirname(path), `part-${at + 1}`));
    await buildParts(places, processes, tools);
    const merged = await mergeOwnParts(places, tools);
    const { units } = tools.count;
    const files = units.reduce((sum, unit) => sum + unit.data, 0);
    return {
      pages: units.reduce((sum, unit) => sum + unit.pages, merged.pages),
      data: files + 1,
      pdfs: tools.pdf ? merged.booklets : 0,
      kept: 0,
      count: tools.count,
    };
  });
}

async function buildParts(
  places: readonly string[],
  { units: all, words }: Processes,
  { pdf, count, onProgress }: OutputTools,
): Promise<void> {
  const running = new Set<ChildProcess>();
  const end = (): void => running.forEach((child) => child.kill());
  process.once('exit', end);
  const units = new UnitsTold(all);
  const build = async (folder: string, at: number): Promise<void> => {
    const report = `${folder}.json`;
    const shard = ['--shard', `${at + 1}/${places.length}`, '--out', folder, '--report', report];
    await run(['build', ...shard, ...(pdf ? [] : ['--no-pdf']), ...words], running, (counts) =>
      onProgress(units.after(folder, counts)),
    );
    const made = JSON.parse(await readFile(report, 'utf8')) as BuildReport;
    count.times.addTotals(made.cpu);
    count.units.push(...made.units);
    made.warnings.forEach((warning) => count.warnings.add(warning));
  };
  onProgress(`分成 ${places.length} 份，同时生成`);
  try {
    await Promise.all(places.map(build));
  } finally {
    end();
    process.off('exit', end);
  }
}

/** Runs the program; what it finds wrong is what this one finds wrong. */
async function run(
  words: readonly string[],
  running: Set<ChildProcess>,
  onUnit: (counts: UnitCounts) => void,
): Promise<void> {
  // The channel breaks when this process is killed, and the other one ends with it.
  const child = spawn(process.execPath, [...process.execArgv, PROGRAM, ...words], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  running.add(child);
  child.on('message', (counts) => onUnit(counts as UnitCounts));
  let said = '';
  child.stderr?.on('data', (text: Buffer) => {
    said = `${said}${text.toString()}`.slice(-MOST_SAID);
  });
  const [status, signal] = (await once(child, 'exit')) as [number | null, string | null];
  running.delete(child);
  if (status !== 0)
    throw new Refusal(`一个生成进程没有做完（${signal ?? `退出码 ${status}`}），没有写入：\n${said.trim()}`);
}

/** Of what a process says only the end is told. */
const MOST_SAID = 4000;
