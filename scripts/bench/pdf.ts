/**
 * `npm run bench pdf [rounds]`: prints booklets of the repository, with all that goes into their files, beside Chrome alone on the
 * same page with the same fonts and options (load and print), browser and page warm on both sides, in turns, and says how long each
 * stage takes: as time passes, and in time of the processor, which tells more on a busy machine. Then what other tools make of the
 * file: veraPDF (PDF/A-3a, PDF/UA-1) where there is Java and Maven, qpdf, and pdfinfo for the characters that the tags hold; and what
 * WeasyPrint and Typst take for the same booklet. What is not there is said to be not run.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileSite, type Site } from '../../src/compile/compile-site.ts';
import type { Booklet } from '../../src/compile/booklet.ts';
import { buildSite } from '../../src/outputs/build-site.ts';
import type { AttachedFile } from '../../src/outputs/pdf/attached-file.ts';
import { bookletAttachments } from '../../src/outputs/pdf/booklet-attachments.ts';
import { openBrowser, type Browser, type Page } from '../../src/outputs/pdf/browser.ts';
import { usesFontConfiguration } from '../../src/outputs/pdf/font-configuration.ts';
import { fontFaceCss } from '../../src/outputs/pdf/fonts.ts';
import { printBooklet, type PrintJob } from '../../src/outputs/pdf/print-booklet.ts';
import { verifyPdf } from '../../src/outputs/pdf/verify/verify-pdf.ts';
import { readProject } from '../../src/workspace/read-project.ts';
import { Clock, type Took } from './clock.ts';
import { PdfPeers } from './pdf-peers.ts';
import { writeTypst } from './typst-booklet.ts';
import { PROFILES, verdictOn } from './verapdf.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** Steps within a stage are told by the page itself. */
const WITHIN = 'page: ';
const BOOKLETS = ['changji-sme/2023', 'demo-bureau/2023'] as const;

/** How often the peers print: one of them takes half a minute. */
const PEER_ROUNDS = 1;

const rounds = Number(process.argv[2] ?? 5);
const folder = await mkdtemp(join(tmpdir(), 'mingbai-bench-'));
try {
  const siteRoot = join(folder, 'site');
  const compiled = compileSite(await readProject(ROOT));
  await buildSite(compiled, {
    out: siteRoot,
    pdf: false,
    onProgress: () => undefined,
  });
  const printed = new Map<string, Uint8Array>();
  const browser = await openBrowser();
  try {
    for (const name of BOOKLETS) {
      const files = await bookletAttachments(
        bookletOf(name, compiled),
        join(siteRoot, name),
        compiled.settings,
      );
      printed.set(name, await measure(browser, name, siteRoot, files));
    }
  } finally {
    await browser.close();
  }
  const peers = new PdfPeers(folder);
  // Only now: a program that is waited for keeps the browser waiting, too.
  for (const [booklet, pdf] of printed) {
    await judge(booklet, pdf);
    const page = join(siteRoot, booklet, 'print/index.html');
    peers.measure({
      page,
      typst: writeTypst(bookletOf(booklet, compiled).render(), folder),
      rounds: PEER_ROUNDS,
    });
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function measure(
  browser: Browser,
  booklet: string,
  siteRoot: string,
  files: readonly AttachedFile[],
): Promise<Uint8Array> {
  const htmlFile = join(siteRoot, booklet, 'print/index.html');
  const job: PrintJob = {
    ...{ siteRoot, htmlFile, title: booklet, unitName: booklet, lang: 'zh-CN' },
    producer: 'bench',
    files,
  };
  const bareFile = await writeBarePage(htmlFile);
  const warmPage = await browser.newPage();
  await warmPage.setBypassCSP(true);
  const [bare, ours]: [Took[], Took[]] = [[], []];
  let pdf = new Uint8Array();
  const stages = new Map<string, Took[]>();
  for (let round = 0; round <= rounds; round += 1) {
    const alone = await timed(browser, () => printBare(warmPage, bareFile));
    const laps = new Map<string, Took>();
    const clock = clockOf(browser);
    const onStage = (stage: string, passed: number): void => {
      laps.set(stage, stage.startsWith(WITHIN) ? { passed, processor: NaN } : clock.lap());
    };
    const whole = await timed(browser, async () => {
      pdf = new Uint8Array(await printBooklet(browser, { ...job, onStage }));
    });
    // The first round warms both up.
    if (round === 0) continue;
    bare.push(alone);
    ours.push(whole);
    for (const [stage, took] of laps) stages.set(stage, [...(stages.get(stage) ?? []), took]);
  }
  await warmPage.close();
  tell(`${booklet}: ${(pdf.length / 1024).toFixed(0)} KB`, bare, ours, stages);
  return pdf;
}

function tell(
  name: string,
  bare: readonly Took[],
  ours: readonly Took[],
  stages: ReadonlyMap<string, readonly Took[]>,
): void {
  console.log(`${name}, median of ${rounds} in turns, ms passed and of processor`);
  console.log(`  Chrome alone     ${shown(bare)}`);
  console.log(`  mingbai          ${shown(ours)}  ${times(ours, bare)}`);
  for (const [stage, took] of stages) console.log(`    ${stage.padEnd(15)}${shown(took)}`);
}

function bookletOf(name: string, { units }: Site): Booklet {
  const all = units.flatMap(({ booklets }) => booklets);
  const booklet = all.find(({ slug, folder: year }) => `${slug}/${year}` === name);
  if (booklet === undefined) throw new Error(`${name} is no booklet of the repository.`);
  return booklet;
}

async function timed(browser: Browser, work: () => Promise<void>): Promise<Took> {
  const clock = clockOf(browser);
  await work();
  return clock.lap();
}

function clockOf(browser: Browser): Clock {
  return new Clock(browser.process()?.pid ?? NaN);
}

/** The same page with the same fonts, for a browser that nobody helps. */
async function writeBarePage(htmlFile: string): Promise<string> {
  const html = await readFile(htmlFile, 'utf8');
  const bareFile = join(htmlFile, '../bare.html');
  const styles = `<style>${fontFaceCss(usesFontConfiguration)}</style></head>`;
  await writeFile(
    bareFile,
    html.replace('</head>', () => styles),
  );
  return bareFile;
}

async function printBare(page: Page, htmlFile: string): Promise<void> {
  await page.goto(`file://${htmlFile}`, { waitUntil: 'load' });
  await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
}

async function judge(booklet: string, pdf: Uint8Array): Promise<void> {
  console.log(booklet);
  const file = join(folder, 'booklet.pdf');
  await writeFile(file, pdf);
  const { faults, counts } = await verifyPdf(pdf);
  console.log(`  verify         ${faults.length === 0 ? 'no fault' : JSON.stringify(faults)}`);
  console.log(`  qpdf           ${said('qpdf', ['--check', file])}`);
  const tagged = spawnSync('pdfinfo', ['-struct-text', file], { encoding: 'utf8', maxBuffer: 1e8 });
  const shares = [...(tagged.stdout ?? '').matchAll(/"([^"]*)"/gu)].map(([, text = '']) => text).join('');
  const characters = Array.from(shares.replaceAll(/\s/gu, '')).length;
  const all = counts?.characters ?? NaN;
  const told = `${characters} of ${all} characters, ${((100 * characters) / all).toFixed(1)} %`;
  console.log(`  pdfinfo        ${tagged.error === undefined ? told : 'not run'}`);
  for (const profile of PROFILES) console.log(`  veraPDF ${profile.padEnd(7)}${verdictOn(file, profile)}`);
}

/** What a program says of itself in its exit status. */
function said(program: string, words: readonly string[]): string {
  const { error, status } = spawnSync(program, words);
  if (error !== undefined) return 'not run';
  return status === 0 ? 'clean' : `status ${String(status)}`;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
}

function shown(took: readonly Took[]): string {
  const [passed, processor] = (['passed', 'processor'] as const).map((kind) =>
    median(took.map((one) => one[kind])),
  );
  const second = Number.isNaN(processor) ? '' : (processor?.toFixed(0) ?? '');
  return `${passed?.toFixed(0).padStart(6)}${second.padStart(7)}`;
}

/** The median of how many times as long one took as the other, round by round. */
function times(ours: readonly Took[], bare: readonly Took[]): string {
  const ratios = (['passed', 'processor'] as const).map((kind) =>
    median(ours.map((one, index) => one[kind] / (bare[index]?.[kind] ?? NaN))).toFixed(2),
  );
  return `${ratios.join(' and ')} times`;
}
