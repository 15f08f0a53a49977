import type { Booklet } from '../compile/booklet.ts';
import type { Site } from '../compile/compile-site.ts';
import { mergeUnits } from '../summary/unit-summary.ts';
import type { OutputFolder } from '../workspace/output-folder.ts';
import type { KeptOfUnit } from './build-unit.ts';
import { finishSite } from './finish-site.ts';
import { withPages } from './pages/with-pages.ts';
import { inNewOutput } from './new-output.ts';
import { makeUnits, type KeptOutputs, type UnitToMake } from './make-units.ts';
import type { PageRenderer } from './pages/page-renderer.ts';
import { withPrinter } from './printer.ts';
import type { BuildCount } from './report/build-report.ts';
import { StageTimes } from './report/stage-times.ts';
import type { UnitCounts } from './report/unit-progress.ts';
import { NOTHING_KEPT, openKept, type Kept } from './published/kept.ts';
import { countFiles } from './published/booklet-record.ts';
import { summariesOf } from './published/made-units.ts';

/** What to build and where. */
export interface BuildOptions {
  /** Absolute path of the output folder. */
  readonly out: string;
  readonly pdf: boolean;
  /** Whether the site may hold drafts, which cannot be published. */
  readonly draft?: boolean;
  /**
   * Of a partial build: the booklets of the same units that are not to be built. All booklets of the old output that are
   * not built stay in the new one as they are. Without it, the site is all that the new output holds.
   */
  readonly unselected?: readonly Booklet[] | undefined;
  /** Told what is being done. */
  readonly onProgress: (text: string) => void;
  /** Told after each unit how far the work is. */
  readonly onUnit?: ((counts: UnitCounts) => void) | undefined;
}

/** What was written. */
export interface BuildResult {
  readonly pages: number;
  /** Files of open data. */
  readonly data: number;
  readonly pdfs: number;
  /** Booklets that were taken over from the old output. */
  readonly kept: number;
  /** What it took. */
  readonly count: BuildCount;
}

/** A site whose units are compiled when they are made. */
export interface PlannedSite extends Pick<Site, 'settings' | 'searchWords' | 'fonts'> {
  readonly units: readonly UnitToMake[];
}

/**
 * Writes every output of a site that has no errors. The old output stays until everything new is there; when
 * anything fails, or the program is told to stop, it stays for good.
 */
export function buildSite(site: Site, options: BuildOptions): Promise<BuildResult> {
  const { unselected } = options;
  const units = site.units.map((unit) => ({ slug: unit.slug, compile: () => unit }));
  return intoOutput(options, undefined, async (output, tools) => {
    const kept = unselected === undefined ? NOTHING_KEPT : await openKept(output, site, unselected);
    return writeSite({ ...site, units }, tools, undefined, kept);
  });
}

/**
 * Writes every output of a site whose units have no errors, as `buildSite` does, and takes from the cache what is known.
 *
 * @param kept where outputs of units are kept from one build to the next, if they are
 */
export function buildPlanned(
  site: PlannedSite,
  options: Omit<BuildOptions, 'unselected'>,
  kept: KeptOutputs | undefined,
): Promise<BuildResult> {
  return intoOutput(options, kept, (_, tools) => writeSite(site, tools, kept, NOTHING_KEPT));
}

/** With what everything in an output is made. */
export interface OutputTools {
  /** Absolute path of the new output, which has what all pages share. */
  readonly siteRoot: string;
  readonly pages: PageRenderer;
  readonly pdf: boolean;
  readonly draft: boolean;
  readonly count: BuildCount;
  readonly onProgress: (text: string) => void;
  readonly onUnit: BuildOptions['onUnit'];
}

/**
 * Does a piece of work in a new output and puts that in the old one's place, or leaves no trace of it.
 *
 * @param kept where the bundle of the pages is kept, if it is
 */
export function intoOutput<T>(
  { out, pdf, draft = false, unselected, onProgress, onUnit }: BuildOptions,
  kept: KeptOutputs | undefined,
  work: (output: OutputFolder, tools: OutputTools) => Promise<T>,
): Promise<T> {
  const count = { times: new StageTimes(), units: [], warnings: new Set<string>() };
  return inNewOutput(out, unselected !== undefined, (output) => {
    const siteRoot = output.path;
    return withPages(siteRoot, kept?.cache, count.times, (pages) =>
      work(output, { siteRoot, pages, pdf, draft, count, onProgress, onUnit }),
    );
  });
}

async function writeSite(
  { settings, searchWords, fonts, units }: PlannedSite,
  tools: OutputTools,
  known: KeptOutputs | undefined,
  kept: Kept,
): Promise<BuildResult> {
  const { siteRoot, count, onProgress } = tools;
  return withPrinter(tools, { settings, fonts }, async (printer) => {
    const workshop = { ...tools, settings, printer, kept: known };
    const made = await makeUnits(units, workshop, (slug) => keptOf(slug, kept));
    await kept.copyPages((done) => onProgress(`保留 ${done}/${kept.records.length}`));
    const summaries = mergeUnits(kept.units, summariesOf(made));
    const records = made.flatMap((unit) => unit.records);
    const frame = { settings, searchWords, fonts: fonts.map(({ terms }) => terms), siteRoot };
    const over = await count.times.time('over booklets', () =>
      finishSite(frame, summaries, [...kept.records, ...records], { ...tools, printer }),
    );
    const { pdfs, data } = countFiles(records);
    return {
      pages: made.reduce((sum, unit) => sum + unit.pages, over),
      // The catalogue is one more.
      data: data + 1,
      pdfs,
      kept: kept.records.length,
      count,
    };
  });
}

/** What of a unit stays as it is. */
function keptOf(slug: string, { units, lastYears }: Kept): KeptOfUnit {
  return {
    summary: units.find((unit) => unit.slug === slug),
    lastYears: lastYears.filter((booklet) => booklet.slug === slug),
  };
}
