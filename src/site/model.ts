import type { SiteSettings } from '../accounts/schema/site.ts';
import type { Booklet } from '../compile/booklet.ts';
import type { MadeFiles } from '../compile/published-files.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { remembered } from '../source/remembered.ts';
import { takeHandover, type PreviewState, type SiteHandover } from '../summary/handover.ts';
import { summarizeUnits, type UnitSummary } from '../summary/unit-summary.ts';

/** A booklet with the unit it belongs to. */
export interface BookletEntry {
  readonly unit: UnitSummary;
  readonly booklet: Booklet;
}

/** What is said of the site itself. */
export function settings(): SiteSettings {
  return takeHandover().site.settings;
}

/** All units of the site, with summaries of all their booklets. */
export function units(): readonly UnitSummary[] {
  return unitsOf(takeHandover());
}

/** Whether a booklet of the site is a draft: then nothing tells the world of the site. */
export function hasDrafts(): boolean {
  return units().some(({ booklets }) => booklets.some(({ draft }) => draft !== undefined));
}

const unitsOf = remembered(
  ({ site, units: given, pdf }: SiteHandover): readonly UnitSummary[] =>
    given ?? summarizeUnits(site.units, pdf),
);

/**
 * The booklets whose pages are made, with editions that were corrected since: of a site of which only a part is new, those of
 * this part.
 */
export function booklets(): readonly BookletEntry[] {
  const summaries = new Map(units().map((unit) => [unit.slug, unit]));
  return takeHandover().site.units.flatMap(({ slug, booklets: made, editions }) => {
    const unit = summaries.get(slug);
    return unit === undefined ? [] : [...made, ...editions].map((booklet) => ({ unit, booklet }));
  });
}

/** Addresses and props of the pages that every booklet has one of. */
export function bookletPaths() {
  return booklets().map(({ unit, booklet }) => ({
    params: { unit: unit.slug, year: booklet.folder },
    props: { unit, booklet },
  }));
}

/** The booklet of a unit's other year, if the site has it and says the same as its input. */
export function bookletOf(slug: string, year: number): Booklet | undefined {
  const { site, lastYears = [] } = takeHandover();
  const made = site.units.find((unit) => unit.slug === slug)?.booklets ?? [];
  return [...made, ...lastYears].find((booklet) => booklet.slug === slug && booklet.year === year);
}

/** What a preview shows above a page; undefined in a published site. */
export interface PreviewReport extends PreviewState {
  /** All findings, those of the page's own booklet or unit first. */
  readonly findings: readonly Diagnostic[];
}

/** What the preview says on a page of a booklet, of a unit, or of the whole site. */
export function previewReport(unit?: UnitSummary, booklet?: Booklet): PreviewReport | undefined {
  const { site, preview } = takeHandover();
  if (preview === undefined) return undefined;
  const folders = [
    ...(booklet ? [`content/units/${booklet.slug}/${booklet.year}/`] : []),
    ...(unit ? [`content/units/${unit.slug}/`] : []),
  ];
  const rank = ({ place }: Diagnostic): number => {
    const at = folders.findIndex((folder) => place.file.startsWith(folder));
    return at < 0 ? folders.length : at;
  };
  return { ...preview, findings: site.diagnostics.toSorted((a, b) => rank(a) - rank(b)) };
}

/** Which files to download stand beside the pages that are made. */
export function downloads(): MadeFiles {
  const { preview, pdf, site } = takeHandover();
  return { pdf, data: preview === undefined, partPdfs: site.settings.partPdfs };
}
