import { constants } from 'node:os';
import type { Booklet } from '../compile/booklet.ts';
import type { Site } from '../compile/compile-site.ts';
import { mergeUnits, type UnitSummary } from '../summary/unit-summary.ts';
import { openOutput, type OutputFolder } from '../workspace/output-folder.ts';
import type { KeptOfUnit } from './build-unit.ts';
import type { MadeUnit, UnitCache } from './cache/unit-cache.ts';
import { finishSite } from './finish-site.ts';
import { withPages, writeShared, type KeptBundle } from './html.ts';
import { makeUnits, type KeptOutputs, type UnitToMake } from './make-units.ts';
import type { PageRenderer } from './pages/page-renderer.ts';
import { Printer } from './printer.ts';
import { NOTHING_KEPT, openKept, type Kept } from './published/kept.ts';

/** What to build and where. */
export interface BuildOptions {
  /** Absolute path of the output folder. */
  readonly out: string;
  readonly pdf: boolean;
  /**
   * Of a partial build: the booklets of the same units that are not to be built. All booklets of the old output that are
   * not built stay in the new one as they are. Without it, the site is all that the new output holds.
   */
  readonly unselected?: readonly Booklet[] | undefined;
  /** Told what is being done. */
  readonly onProgress: (text: string) => void;
}

/** What was written. */
export interface BuildResult {
  readonly pages: number;
  /** Files of open data. */
  readonly data: number;
  readonly pdfs: number;
  /** Booklets that were taken over from the old output. */
  readonly kept: number;
  /** Units whose outputs were known from earlier builds. */
  readonly cached: number;
}

/** A site whose units are compiled when they are made. */
export interface PlannedSite extends Pick<Site, 'settings' | 'searchWords'> {
  readonly units: readonly UnitToMake[];
}

/** What tells a program to stop: somebody's hand, a supervisor, a terminal that is closed. */
const STOPS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Writes every output of a site that has no errors. The old output stays until everything new is there; when
 * anything fails, or the program is told to stop, it stays for good.
 */
export function buildSite(site: Site, options: BuildOptions): Promise<BuildResult> {
  const units = site.units.map((unit) => ({ slug: unit.slug, compile: () => unit }));
  return intoOutput(options, (output, pages) =>
    writeSite({ ...site, units }, output.path, options, pages, undefined, () =>
      options.unselected === undefined
        ? Promise.resolve(NOTHING_KEPT)
        : openKept(output, site, options.unselected),
    ),
  );
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
  return intoOutput(
    options,
    (output, pages) =>
      writeSite(site, output.path, options, pages, kept, () => Promise.resolve(NOTHING_KEPT)),
    kept?.cache,
  );
}

/** Does a piece of work in a new output and puts that in the old one's place, or leaves no trace of it. */
async function intoOutput<T>(
  { out, unselected }: Pick<BuildOptions, 'out' | 'unselected'>,
  work: (output: OutputFolder, pages: PageRenderer) => Promise<T>,
  cache?: UnitCache,
): Promise<T> {
  const output = openOutput(out);
  const stop = (signal: (typeof STOPS)[number]): void => {
    output.discard();
    process.exit(128 + constants.signals[signal]);
  };
  for (const signal of STOPS) process.once(signal, stop);
  try {
    const result = await withPages(
      async (pages, bundle) => {
        await writeShared(bundle, output.path);
        return work(output, pages);
      },
      cache && bundleIn(cache),
    );
    output.commit(unselected !== undefined);
    return result;
  } catch (error) {
    output.discard();
    throw error;
  } finally {
    for (const signal of STOPS) process.off(signal, stop);
  }
}

function bundleIn(cache: UnitCache): KeptBundle {
  return {
    restore: (folder) => cache.restoreBundle(folder),
    keep: (folder) => cache.keepBundle(folder),
  };
}

async function writeSite(
  { settings, searchWords, units }: PlannedSite,
  siteRoot: string,
  { pdf, onProgress }: BuildOptions,
  pages: PageRenderer,
  known: KeptOutputs | undefined,
  open: () => Promise<Kept>,
): Promise<BuildResult> {
  const printer = pdf ? new Printer(siteRoot, settings) : undefined;
  try {
    const kept = await open();
    const workshop = { pages, settings, printer, siteRoot, onProgress };
    const made = await makeUnits(units, workshop, known, (slug) => keptOf(slug, kept));
    await kept.copyPages((done) => onProgress(`保留 ${done}/${kept.records.length}`));
    const summaries = mergeUnits(kept.units, made.units.flatMap(summaryOf));
    const records = made.units.flatMap((unit) => unit.records);
    const tools = { pages, printer, onProgress };
    const frame = { settings, searchWords, siteRoot };
    const over = await finishSite(frame, summaries, [...kept.records, ...records], tools);
    return {
      pages: made.units.reduce((sum, unit) => sum + unit.pages, over),
      data: records.reduce((sum, { files }) => sum + files.length, 1),
      pdfs: pdf ? records.length : 0,
      kept: kept.records.length,
      cached: made.cached,
    };
  } finally {
    await printer?.close();
  }
}

/** What of a unit stays as it is. */
function keptOf(slug: string, { units, lastYears }: Kept): KeptOfUnit {
  return {
    summary: units.find((unit) => unit.slug === slug),
    lastYears: lastYears.filter((booklet) => booklet.slug === slug),
  };
}

/** A unit with the summaries of its booklets, if it has any. */
function summaryOf({ facts, records }: MadeUnit): readonly UnitSummary[] {
  return records.length === 0 ? [] : [{ ...facts, booklets: records.map(({ summary }) => summary) }];
}
