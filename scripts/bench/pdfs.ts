/**
 * `npm run bench pdfs [booklets]`: what a batch of booklets with PDFs takes in one process and in two, browsers among it, and
 * whether both write the same bytes. The time that passes tells something only where nobody else uses the machine: hence its load.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSources } from '../../src/workspace/read-sources.ts';
import type { BuildReport } from '../../src/outputs/report/build-report.ts';
import { costOf } from './cost.ts';
import { different } from './different.ts';
import { generatedUnits } from './generated-units.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PROGRAM = join(ROOT, 'scripts/mingbai.js');
const YEARS_PER_UNIT = 3;

const wanted = Number(process.argv[2] ?? 51);
const folder = mkdtempSync(join(tmpdir(), 'mingbai-bench-'));
const at = (name: string): string => join(folder, name);

/** Builds everything anew; seconds that passed, and of processors as the build itself counts them. */
function build(jobs: number): { readonly clock: number; readonly cpu: number } {
  const words = ['build', '--root', at('project'), '--no-cache', '--jobs', String(jobs)];
  const report = at(`${jobs}.json`);
  const { clock } = costOf(process.execPath, [
    PROGRAM,
    ...words,
    '--out',
    at(`jobs-${jobs}`),
    '--report',
    report,
  ]);
  const { cpu } = JSON.parse(readFileSync(report, 'utf8')) as BuildReport;
  const sum = Object.values(cpu).reduce((all, seconds) => all + seconds, 0);
  console.log(
    `${jobs} process${jobs === 1 ? '  ' : 'es'} ${sum.toFixed(1)} s CPU, ${clock.toFixed(1)} s, load ${loadavg()[0]?.toFixed(1)}: ${JSON.stringify(cpu)}`,
  );
  return { clock, cpu: sum };
}

try {
  for (const { path, bytes } of generatedUnits(await readSources(ROOT), Math.ceil(wanted / YEARS_PER_UNIT))) {
    mkdirSync(dirname(join(at('project'), path)), { recursive: true });
    writeFileSync(join(at('project'), path), bytes);
  }
  console.log(`${wanted} booklets with PDFs; ${availableParallelism()} × ${cpus()[0]?.model ?? 'processor'}`);
  const [one, two] = [build(1), build(2)];
  console.log(
    `two are ${(one.clock / two.clock).toFixed(2)} times as quick, for ${(two.cpu / one.cpu).toFixed(2)} of the CPU`,
  );
  console.log(`${await different(at('jobs-1'), at('jobs-2'))} files differ`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
