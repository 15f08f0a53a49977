/**
 * `npm run bench scale [unit-years]`: what a build of many booklets costs without PDFs: whole, on one processor and in two
 * processes, with one text changed, in shards that share a cache, and merged; and a check, cold and warm. All as processor time
 * of the whole process tree, as commands that a user types, beside js-yaml alone parsing the same files and other generators
 * writing the same pages. Outputs are compared byte by byte on the way.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSources } from '../../src/workspace/read-sources.ts';
import type { BuildReport } from '../../src/outputs/report/build-report.ts';
import { costOf, ON_ONE_PROCESSOR, tell, type Cost } from './cost.ts';
import { different } from './different.ts';
import { generatedUnits } from './generated-units.ts';
import { parseAlone } from './js-yaml.ts';
import { measurePeers } from './peers.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PROGRAM = join(ROOT, 'scripts/mingbai.js');
const YEARS_PER_UNIT = 3;
const SHARDS = 8;

const wanted = Number(process.argv[2] ?? 60);
const folder = mkdtempSync(join(tmpdir(), 'mingbai-bench-'));
const project = join(folder, 'project');
const at = (name: string): string => join(folder, name);

/** Runs the program as a user does. */
const run = (...words: readonly string[]): Cost =>
  costOf(process.execPath, [PROGRAM, ...words, '--root', project]);

/** Runs it on one processor. */
function runAlone(...words: readonly string[]): Cost {
  const [taskset, ...before] = ON_ONE_PROCESSOR;
  return costOf(taskset, [...before, process.execPath, PROGRAM, ...words, '--root', project]);
}

async function measure(): Promise<void> {
  const files = generatedUnits(await readSources(ROOT), Math.ceil(wanted / YEARS_PER_UNIT));
  for (const { path, bytes } of files) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), bytes);
  }
  const yaml = files.filter(({ path }) => path.endsWith('.yaml'));
  const start = process.cpuUsage();
  parseAlone(yaml);
  const { user, system } = process.cpuUsage(start);
  const alone = { cpu: (user + system) / 1e6, clock: (user + system) / 1e6 };
  console.log(
    `${wanted} unit-years, ${yaml.length} YAML files; ${availableParallelism()} × ${cpus()[0]?.model ?? 'processor'}`,
  );
  tell('js-yaml alone', alone);
  tell('check, cold', run('check', '--cache', at('checked')), [alone, 'js-yaml']);
  tell('check, nothing changed', run('check', '--cache', at('checked')), [alone, 'js-yaml']);
  await measureBuilds();
}

async function measureBuilds(): Promise<void> {
  const to = (out: string): readonly string[] => ['build', '--no-pdf', '--out', at(out)];
  const build = (out: string, ...words: readonly string[]): Cost => run(...to(out), ...words);
  const cacheOf = (name: string): readonly string[] => ['--cache', at(`cache-${name}`)];
  const cache = cacheOf('whole');
  const whole = runAlone(...to('whole'), '--jobs', '1', ...cache, '--report', at('report.json'));
  tell('build, one processor', whole);
  const { cpu, memory, units } = JSON.parse(readFileSync(at('report.json'), 'utf8')) as BuildReport;
  const bytes = units.flatMap(({ booklets }) => booklets).reduce((sum, one) => sum + one.bytes, 0);
  console.log(`  by stage: ${JSON.stringify(cpu)}`);
  console.log(
    `  ${(memory / 1e9).toFixed(2)} GB of memory, ${(bytes / 1e6 / wanted).toFixed(2)} MB a unit-year`,
  );
  const two = build('two', '--jobs', '2', ...cacheOf('two'));
  tell('build, two processes', two, [whole, 'one processor']);
  console.log(`  ${(whole.clock / two.clock).toFixed(2)} times as quick`);
  console.log(`  ${await different(at('whole'), at('two'))} files differ`);
  const accounts = join(project, 'content/units/unit-0000/2023/narrative.yaml');
  writeFileSync(accounts, readFileSync(accounts, 'utf8').replace(/（[^（）]+）$/mu, '（改过）'));
  tell('build, one text changed', build('whole', ...cache), [whole, 'all']);
  let sum = 0;
  const parts = Array.from({ length: SHARDS }, (_, index) => `part-${index + 1}`);
  for (const [index, part] of parts.entries())
    sum += build(part, '--shard', `${index + 1}/${SHARDS}`, ...cacheOf('parts')).cpu;
  const merged = run('merge', ...parts.map(at), '--out', at('merged'));
  tell(`${SHARDS} shards, merged`, { cpu: sum + merged.cpu, clock: merged.clock }, [whole, 'one build']);
  console.log(`  ${await different(at('whole'), at('merged'))} files differ`);
  await measurePeers(at('whole'), folder, whole);
}

try {
  await measure();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
