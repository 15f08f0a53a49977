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
import { bookletSections } from '../../src/outputs/search/sections.ts';
import { headline, mainFigures } from '../../src/site/figures/main-figures.ts';
import { hasErrors } from '../../src/source/diagnostic.ts';
import { remembering } from '../../src/source/recall.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { realFiles } from '../support/project.ts';
import { slipped, slips } from './edits.ts';

/** Which part of the input the slips are made in. */
export const AREAS = {
  templates: (path: string) => /^templates\/[^/]+\/.*\.(yaml|hbs)$/.test(path),
  content: (path: string) => /^content\/.*\.yaml$/.test(path) && !path.startsWith('content/codes/'),
} as const;

/** What a run found out. */
export interface FuzzResult {
  readonly runs: number;
  /** How many slips the check let pass, so that everything was made out of them. */
  readonly accepted: number;
}

/**
 * Whatever the input, the check ends with findings that have places; and what it lets pass, everything can be made of.
 *
 * @param builds how often, of those that pass, also the pages are built
 * @throws with the seed and the smallest slips that break it
 */
export async function fuzz(
  area: keyof typeof AREAS,
  runs: number,
  seed: number,
  build: (site: Site) => Promise<void> = () => Promise.resolve(),
): Promise<FuzzResult> {
  const files = await realFiles('demo-bureau');
  const recall = remembering();
  const made = new WeakSet<Booklet>();
  let accepted = 0;
  const property = fc.asyncProperty(slips, async (slip) => {
    const input = slipped(files, AREAS[area], slip);
    const checked = checkSite(input, undefined, recall);
    const astray = checked.diagnostics.filter(({ place }) => !isPlace(place, input));
    if (astray.length > 0) throw new Error(`a finding without a place: ${JSON.stringify(astray[0])}`);
    if (hasErrors(checked.diagnostics)) return;
    accepted += 1;
    const site = compileSite(input, recall);
    // Booklets of one pack fail alike; by turns each of them is made.
    const booklets = site.units.flatMap((unit) => unit.booklets).filter((booklet) => !made.has(booklet));
    const next = booklets[accepted % booklets.length];
    if (next !== undefined) await makeAll(next);
    if (next !== undefined) made.add(next);
    await build(site);
  });
  await fc.assert(property, { numRuns: runs, seed, endOnFailure: true });
  return { runs, accepted };
}

function isPlace(
  { file, line, column }: { file: string; line: number; column: number },
  input: readonly RawFile[],
) {
  return line >= 1 && column >= 1 && input.some(({ path }) => path === file);
}

/** Everything that is made of a booklet without a browser and without Astro. */
async function makeAll(booklet: Booklet): Promise<void> {
  booklet.render();
  for (const chart of bookletCharts(booklet.source)) chartSvg(chart, booklet.unit.name);
  threePublicKinds(booklet.source);
  assessmentOf(booklet);
  largestChangesOf(booklet);
  compareBooklet(booklet);
  mainFigures(booklet);
  headline(booklet);
  bookletSections(booklet);
  await dataSet(booklet);
}
