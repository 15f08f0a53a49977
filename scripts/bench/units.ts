/**
 * `npm run bench units [units]`: the list of many units, as a phone gets it: its size, and how long a slow phone needs
 * to show, filter and sort it.
 */
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compileSite, type Site } from '../../src/compile/compile-site.ts';
import { buildPages } from '../../src/outputs/html.ts';
import { openBrowser, type Page } from '../../src/outputs/pdf/browser.ts';
import { readSources } from '../../src/workspace/read-sources.ts';
import { generatedName, generatedUnits } from './generated-units.ts';
import { sizeOf, sizeText, total } from './sizes.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** How many units are compiled; the others are these again under other names. */
const DIFFERENT = 20;
/** How much slower than this machine the phone is. */
const SLOWER = 4;

const wanted = Number(process.argv[2] ?? 2000);
const folder = await mkdtemp(join(tmpdir(), 'mingbai-bench-'));
try {
  await buildPages(
    { site: manyUnits(await different(), wanted), pdf: false },
    folder,
    () => undefined,
    (path) => path === '/',
  );
  await report();
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function different(): Promise<Site> {
  return compileSite(generatedUnits(await readSources(ROOT), Math.min(DIFFERENT, wanted)));
}

function manyUnits(site: Site, count: number): Site {
  const units = Array.from({ length: count }, (_, index) => {
    const model = site.units[index % site.units.length];
    if (model === undefined) throw new Error('no units');
    const named = { slug: `unit-${index}`, unit: { ...model.unit, name: generatedName(index) } };
    // Their figures are made when asked for, so the copies keep them.
    const booklets = model.booklets.map((booklet) =>
      Object.create(booklet, Object.getOwnPropertyDescriptors(named)),
    );
    return { ...named, formerNames: [], editions: [], booklets };
  });
  return { ...site, units };
}

async function report(): Promise<void> {
  const html = await readFile(join(folder, 'index.html'));
  const assets = (await readdir(join(folder, '_astro'))).filter((name) =>
    /^(site|explain|unit-filter)\b/.test(name),
  );
  const sizes = await Promise.all(
    assets.map(async (name) => sizeOf(await readFile(join(folder, '_astro', name)))),
  );
  console.log(`${wanted} units`);
  console.log(`the list            ${sizeText(sizeOf(html))}`);
  console.log(`styles and scripts  ${sizeText(total(sizes))}`);
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 360, height: 780 });
    await page.emulateCPUThrottling(SLOWER);
    await page.goto(pathToFileURL(join(folder, 'index.html')).href);
    console.log(`a phone ${SLOWER} times slower than this machine, in milliseconds:`);
    for (const [name, milliseconds] of Object.entries(await timesOf(page)))
      console.log(`${name.padEnd(19)} ${milliseconds.toFixed(0).padStart(7)}`);
  } finally {
    await browser.close();
  }
}

function timesOf(page: Page): Promise<Readonly<Record<string, number>>> {
  return page.evaluate(async () => {
    const form = document.querySelector<HTMLFormElement>('.unit-filter');
    const words = form?.querySelector<HTMLInputElement>('[name=words]');
    const order = form?.querySelector<HTMLSelectElement>('[name=order]');
    if (!words || !order) throw new Error('no filter');
    const shown = async (change: () => void): Promise<number> => {
      const start = performance.now();
      change();
      await new Promise(requestAnimationFrame);
      document.body.getBoundingClientRect();
      await new Promise(requestAnimationFrame);
      return performance.now() - start;
    };
    const type = (text: string) => () => {
      words.value = text;
      words.dispatchEvent(new Event('input', { bubbles: true }));
    };
    const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN;
    const filter = await shown(type('东山 财政'));
    const again = await shown(type(''));
    const sort = await shown(() => {
      order.value = 'expenditure';
      order.dispatchEvent(new Event('change', { bubbles: true }));
    });
    return { 'first paint': paint, filter, 'all again': again, sort };
  });
}
