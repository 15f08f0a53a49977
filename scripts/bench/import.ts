/**
 * `npm run bench import [rounds]`: the processor time that it takes to read files as figures, and to make accounts of them, as
 * a multiple of what the libraries need to read the same files alone: a workbook of nine tables, the booklet of a large
 * department as PDF.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { read } from '@e965/xlsx';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { compileSite } from '../../src/compile/compile-site.ts';
import { openInput } from '../../src/compile/open-input.ts';
import { importFiles } from '../../src/import/import-files.ts';
import { choosePack } from '../../src/import/project.ts';
import { recognise } from '../../src/import/recognise.ts';
import { buildSite } from '../../src/outputs/build-site.ts';
import { workbook } from '../../src/outputs/data/workbook.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { readSources } from '../../src/workspace/read-sources.ts';
import { LARGE, largeDepartment } from '../../test/support/large-department/large-department.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const rounds = Number(process.argv[2] ?? 9);

/** A file to be taken in, with what it is measured against. */
interface Trial {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly slug: string;
  readonly year: number;
  readonly pack: string;
  /** What its library alone does with it. */
  alone(bytes: Uint8Array): Promise<number>;
  /** As how many times the library's reading may take. */
  readonly limit: number;
  /** How often it is done in a round: what takes hundredths of a second is lost in the noise. */
  readonly repeats: number;
}

const all = await readSources(ROOT);
for (const trial of [await bookOfTables(), await longBooklet()]) await report(trial);

async function bookOfTables(): Promise<Trial> {
  const [slug, year] = ['demo-bureau', 2023];
  const { units } = compileSite(all.filter(({ path }) => !path.includes('changji-sme')));
  const booklet = units[0]?.booklets.find((one) => one.year === year);
  if (booklet === undefined) throw new Error(`no booklet of ${slug}/${year}`);
  const { title, tables } = booklet.render();
  const bytes = await workbook(tables, { title, unitName: booklet.unit.name, year });
  const alone = (given: Uint8Array): Promise<number> =>
    Promise.resolve(read(given, { type: 'array', dense: true }).SheetNames.length);
  return { name: 'booklet.xlsx', bytes, slug, year, pack: 'demo-2023', alone, limit: 2, repeats: 10 };
}

async function longBooklet(): Promise<Trial> {
  const out = await mkdtemp(join(tmpdir(), 'mingbai-bench-'));
  try {
    const shared = all.filter(({ path }) => !path.startsWith('content/units/'));
    const site = compileSite([...shared, ...largeDepartment(shared)]);
    await buildSite(site, { out, pdf: true, onProgress: () => undefined });
    const bytes = new Uint8Array(await readFile(join(out, LARGE, '2024', 'booklet.pdf')));
    const target = { slug: LARGE, year: 2024, pack: 'ministry-2024' };
    return { name: 'booklet.pdf', bytes, ...target, alone: pagesRead, limit: 3, repeats: 1 };
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}

/** Takes the text out of a PDF. @returns how many pages it has */
async function pagesRead(bytes: Uint8Array): Promise<number> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await loading.promise;
  for (let page = 1; page <= document.numPages; page += 1)
    await (await document.getPage(page)).getTextContent();
  await loading.destroy();
  return document.numPages;
}

async function report(trial: Trial): Promise<void> {
  const { name, bytes, alone, limit, repeats } = trial;
  const size = await alone(bytes);
  const { reading, taking } = workOf(trial);
  await taking();
  const times: Record<'library' | 'reading' | 'taking', number[]> = { library: [], reading: [], taking: [] };
  for (let round = 0; round < rounds; round += 1) {
    times.library.push(await seconds(() => alone(bytes), repeats));
    times.reading.push(await seconds(reading, repeats));
    times.taking.push(await seconds(taking, repeats));
  }
  const one = median(times.library);
  console.log(`${name}, ${size} sheets or pages, median of ${rounds} rounds, limit ${limit}`);
  console.log(`  library alone        ${one.toFixed(3)} s`);
  const [read, taken] = [median(times.reading), median(times.taking)];
  console.log(`  read as figures      ${read.toFixed(3)} s, ratio ${(read / one).toFixed(2)}`);
  console.log(`  and made accounts of ${taken.toFixed(3)} s, ratio ${(taken / one).toFixed(2)}`);
  if (read > limit * one) process.exitCode = 1;
}

/** Reads a trial's file; takes it in where nothing is entered yet. */
function workOf({
  name,
  bytes,
  slug,
  year,
  pack: asked,
}: Trial): Record<'reading' | 'taking', () => Promise<unknown>> {
  const files: readonly RawFile[] = all.filter(({ path }) => !path.startsWith('content/units/'));
  const input = openInput(files);
  const choice = choosePack(input, files, { slug, year, asked });
  if ('why' in choice) throw new Error(choice.why);
  const given = [{ name, bytes, size: bytes.length }];
  const { pack } = choice;
  const codes = input.content.shared.codesFor(year);
  return {
    reading: () => recognise(given, { pack, codes, items: new Map() }),
    taking: () => importFiles({ input, files, slug, year, pack, given }),
  };
}

/** Processor time of doing it once: others may be using the machine. */
async function seconds(work: () => Promise<unknown>, repeats: number): Promise<number> {
  const start = process.cpuUsage();
  for (let time = 0; time < repeats; time += 1) await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6 / repeats;
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
}
