import fc from 'fast-check';
import { bookletCharts } from '../../src/charts/booklet-charts.ts';
import { chartSvg } from '../../src/charts/chart-file.ts';
import { threePublicKinds } from '../../src/charts/three-public.ts';
import { largestChangesOf } from '../../src/site/answers/largest-changes.ts';
import { assessmentOf } from '../../src/site/answers/performance.ts';
import { checkSite } from '../../src/compile/check-site.ts';
import type { Booklet } from '../../src/compile/booklet.ts';
import { compareBooklet } from '../../src/compile/booklet-comparison.ts';
import { compileSite, type Site } from '../../src/compile/compile-site.ts';
import { dataSet } from '../../src/outputs/data/data-set.ts';
import { figuresFile } from '../../src/outputs/data/figures-file.ts';
import { flatTable } from '../../src/outputs/data/flat-table.ts';
import { tableCsv } from '../../src/outputs/data/table-csv.ts';
import { workbook } from '../../src/outputs/data/workbook.ts';
import { bookletSections } from '../../src/outputs/search/sections.ts';
import { headline, mainFigures } from '../../src/site/figures/main-figures.ts';
import { hasErrors } from '../../src/source/diagnostic.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { realFiles } from '../support/project.ts';
import { slipped, slips } from './edits.ts';
import { keepingFirst } from './keeping-first.ts';

/** Which part of the input the slips are made in. */
export const AREAS = {
  templates: (path: string) => /^templates\/[^/]+\/.*\.(yaml|hbs)$/.test(path),
  content: (path: string) => /^content\/.*\.yaml$/.test(path),
} as const;

/** What a run found out so far. */
export interface FuzzResult {
  readonly runs: number;
  /** How many slips the check let pass, so that everything was made out of them. */
  readonly accepted: number;
  /** How many slips ended in an exception of a template that became a finding at its place. */
  readonly failed: number;
}

/** What is asked beside the slips' number and seed. */
export interface FuzzOptions {
  /** Called for each site that passes: what else must be made of it. */
  readonly build?: (site: Site) => Promise<void>;
  /** Told after each run. */
  readonly onRun?: (sofar: FuzzResult) => void;
}

/** A slip in a template is felt by every booklet alike: of so many runs one has them all, the others the first. */
const ALL_BOOKLETS_EVERY = 4;
/** Making a booklet for Word takes as long as all else together: of so many booklets one is made for it. */
const WORD_EVERY = 4;

/**
 * Whatever the input, the check ends with findings that have places; and what it lets pass, everything can be made of.
 *
 * @throws with the seed and the slips that break it
 */
export async function fuzz(
  area: keyof typeof AREAS,
  runs: number,
  seed: number,
  { build, onRun }: FuzzOptions = {},
): Promise<FuzzResult> {
  const all = await realFiles('demo-bureau');
  const first = all.filter(({ path }) => !/^content\/units\/[^/]+\/202[23]\//.test(path));
  const recall = keepingFirst();
  const made = new WeakSet<Booklet>();
  const done = { runs: 0, accepted: 0, failed: 0 };
  for (const files of [first, all])
    for (const unit of compileSite(files, recall).units)
      for (const booklet of unit.booklets) made.add(booklet);
  const turns = fc.nat({ max: ALL_BOOKLETS_EVERY - 1 });
  const property = fc.asyncProperty(slips, turns, async (slip, turn) => {
    const input = slipped(turn === 0 ? all : first, AREAS[area], slip);
    const checked = checkSite(input, undefined, recall);
    done.runs += 1;
    onRun?.({ ...done });
    const astray = checked.diagnostics.filter(({ place }) => !isPlace(place, input));
    if (astray.length > 0) throw new Error(`a finding without a place: ${JSON.stringify(astray[0])}`);
    if (checked.diagnostics.some(({ rule }) => rule === 'template-failed')) done.failed += 1;
    if (hasErrors(checked.diagnostics)) return;
    done.accepted += 1;
    const site = compileSite(input, recall);
    if (hasErrors(site.diagnostics)) throw new Error('no errors in the check, and errors in the build');
    // Booklets of one pack fail alike; by turns each of them is made.
    const booklets = site.units.flatMap((unit) => unit.booklets).filter((booklet) => !made.has(booklet));
    const next = booklets[done.accepted % booklets.length];
    if (next !== undefined) await makeAll(next, done.accepted % WORD_EVERY === 0);
    if (next !== undefined) made.add(next);
    await build?.(site);
  });
  await fc.assert(property, { numRuns: runs, seed, endOnFailure: true });
  return { ...done };
}

function isPlace(
  { file, line, column }: { file: string; line: number; column: number },
  input: readonly RawFile[],
) {
  return line >= 1 && column >= 1 && input.some(({ path }) => path === file);
}

/** Everything that is made of a booklet without a browser and without Astro. */
async function makeAll(booklet: Booklet, forWord: boolean): Promise<void> {
  const { tables, title } = booklet.render();
  for (const chart of bookletCharts(booklet.source)) chartSvg(chart, booklet.unit.name);
  threePublicKinds(booklet.source);
  assessmentOf(booklet);
  largestChangesOf(booklet);
  compareBooklet(booklet);
  mainFigures(booklet);
  headline(booklet);
  bookletSections(booklet);
  if (forWord) {
    await dataSet(booklet);
    return;
  }
  for (const table of tables) tableCsv(flatTable(table));
  await workbook(tables, { title, unitName: booklet.unit.name, year: booklet.year });
  figuresFile(booklet);
}
