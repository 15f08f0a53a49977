/**
 * `npm run bench site [unit-years]`: builds the site of many booklets, without PDFs, and prints the processor time that it
 * takes, as a multiple of what js-yaml alone needs to parse the same files, the memory, and how large the pages are.
 */
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileSite } from '../../src/compile/compile-site.ts';
import { buildSite } from '../../src/outputs/build-site.ts';
import { hasErrors } from '../../src/source/diagnostic.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { readSources } from '../../src/workspace/read-sources.ts';
import { generatedUnits } from './generated-units.ts';
import { parseAlone } from './js-yaml.ts';
import { sizeOf, sizeText, total, type Size } from './sizes.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const YEARS_PER_UNIT = 3;

/** Of stylesheets, by path. */
const known = new Map<string, Size>();

const wanted = Number(process.argv[2] ?? 300);
const folder = await mkdtemp(join(tmpdir(), 'mingbai-bench-'));
try {
  await build(generatedUnits(await readSources(ROOT), Math.ceil(wanted / YEARS_PER_UNIT)));
  await reportSizes();
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function build(files: readonly RawFile[]): Promise<void> {
  const yaml = files.filter((file) => file.path.endsWith('.yaml'));
  const parsing = await seconds(() => parseAlone(yaml));
  const site = compileSite(files);
  if (hasErrors(site.diagnostics)) throw new Error('the invented content has errors');
  let pages = 0;
  const building = await seconds(async () => {
    ({ pages } = await buildSite(site, {
      out: join(folder, 'dist'),
      pdf: false,
      onProgress: () => undefined,
    }));
  });
  const memory = (process.resourceUsage().maxRSS / 1e6).toFixed(1);
  console.log(`${wanted} unit-years, ${yaml.length} YAML files`);
  console.log(`js-yaml load   ${parsing.toFixed(1).padStart(7)} s`);
  console.log(
    `mingbai build  ${building.toFixed(1).padStart(7)} s for ${pages} pages, ${memory} GB of memory`,
  );
  console.log(`ratio          ${(building / parsing).toFixed(0).padStart(7)}`);
}

/** Processor time: others may be using the machine. */
async function seconds(work: () => void | Promise<void>): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

/** The largest page of each kind with its styles, the list of units, and the search index. */
async function reportSizes(): Promise<void> {
  const dist = join(folder, 'dist');
  const files = await readdir(dist, { recursive: true });
  const largest = new Map<string, readonly [page: string, size: Size]>();
  for (const page of files.filter((name) => name.endsWith('.html'))) {
    const size = await pageSize(dist, page);
    const kind = page
      .replace(/^unit-\d+/, '<unit>')
      .replace(/\/\d{4}\//, '/<year>/')
      .replace(/\/(class|form)-[^/]+/, '/$1');
    const other = largest.get(kind);
    if (other === undefined || other[1].sent < size.sent) largest.set(kind, [page, size]);
  }
  console.log('the largest page of each kind, with its styles:');
  for (const [kind, [, size]] of [...largest].sort(([, [, a]], [, [, b]]) => b.sent - a.sent))
    console.log(`${sizeText(size)}  ${kind}`);
  const index = files.filter((name) => /^search\/.*\.json$/.test(name));
  const sizes = await Promise.all(index.map(async (name) => sizeOf(await readFile(join(dist, name)))));
  console.log(`search index, ${index.length} files: ${sizeText(total(sizes))}`);
}

async function pageSize(dist: string, page: string): Promise<Size> {
  const html = await readFile(join(dist, page));
  const styles = [...html.toString('utf8').matchAll(/<link rel="stylesheet" href="([^"]+)"/g)];
  const parts = styles.map(async ([, address = '']) => {
    const path = join(dist, dirname(page), address);
    const size = known.get(path) ?? sizeOf(await readFile(path));
    known.set(path, size);
    return size;
  });
  return total([sizeOf(html), ...(await Promise.all(parts))]);
}
