/**
 * `npm run bench pdfs [booklets]`: what a batch of booklets with PDFs takes on one processor, in one process on all of them and
 * in two, browsers among it, and whether all write the same bytes. The time that passes tells something only where nobody else
 * uses the machine: hence its load. Each starts with an empty cache of its own, as a first build does.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSources } from '../../src/workspace/read-sources.ts';
import type { BuildReport } from '../../src/outputs/report/build-report.ts';
import { costOf, ON_ONE_PROCESSOR } from './cost.ts';
import { different } from './different.ts';
import { generatedUnits } from './generated-units.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PROGRAM = join(ROOT, 'scripts/mingbai.js');
const YEARS_PER_UNIT = 3;

const wanted = Number(process.argv[2] ?? 51);
const folder = mkdtempSync(join(tmpdir(), 'mingbai-bench-'));
const at = (name: string): string => join(folder, name);

/** In how many processes a batch is made, and on how many processors. */
interface Way {
  readonly name: string;
  readonly jobs: number;
  /** On one of them alone. */
  readonly alone?: boolean;
}

/** Builds everything anew; seconds that passed, and of processors as the build itself counts them. */
function build({ name, jobs, alone = false }: Way): { readonly clock: number; readonly cpu: number } {
  const report = at(`${name}.json`);
  const program = [...(alone ? ON_ONE_PROCESSOR : []), process.execPath, PROGRAM];
  const from = ['build', '--root', at('project'), '--cache', at(`${name}-cache`)];
  const to = ['--jobs', String(jobs), '--out', at(name), '--report', report];
  const [command = '', ...words] = [...program, ...from, ...to];
  const { clock } = costOf(command, words);
  const { cpu } = JSON.parse(readFileSync(report, 'utf8')) as BuildReport;
  const sum = Object.values(cpu).reduce((all, seconds) => all + seconds, 0);
  console.log(
    `${name.padEnd(14)} ${sum.toFixed(1)} s CPU, ${clock.toFixed(1)} s, load ${loadavg()[0]?.toFixed(1)}: ${JSON.stringify(cpu)}`,
  );
  return { clock, cpu: sum };
}

try {
  for (const { path, bytes } of generatedUnits(await readSources(ROOT), Math.ceil(wanted / YEARS_PER_UNIT))) {
    mkdirSync(dirname(join(at('project'), path)), { recursive: true });
    writeFileSync(join(at('project'), path), bytes);
  }
  console.log(`${wanted} booklets with PDFs; ${availableParallelism()} × ${cpus()[0]?.model ?? 'processor'}`);
  const alone = build({ name: 'one-processor', jobs: 1, alone: true });
  for (const way of [
    { name: 'one-process', jobs: 1 },
    { name: 'two-processes', jobs: 2 },
  ]) {
    const { clock, cpu } = build(way);
    const [quick, dear] = [alone.clock / clock, cpu / alone.cpu].map((ratio) => ratio.toFixed(2));
    console.log(`  ${quick} times as quick as one processor, for ${dear} of the CPU`);
    console.log(`  ${await different(at('one-processor'), at(way.name))} files differ`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
