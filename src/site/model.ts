import type { SiteSettings } from '../accounts/schema/site.ts';
import { takeHandover, type PreviewState } from '../compile/handover.ts';
import type { Booklet } from '../compile/booklet.ts';
import type { SiteUnit } from '../compile/site-unit.ts';
import type { Diagnostic } from '../source/diagnostic.ts';

/** A booklet with the unit it belongs to. */
export interface BookletEntry {
  readonly unit: SiteUnit;
  readonly booklet: Booklet;
}

/** What is said of the site itself. */
export function settings(): SiteSettings {
  return takeHandover().site.settings;
}

/** All units that have a booklet. */
export function units(): readonly SiteUnit[] {
  return takeHandover().site.units.filter((unit) => unit.booklets.length > 0);
}

/** All booklets of all units. */
export function booklets(): readonly BookletEntry[] {
  return units().flatMap((unit) => unit.booklets.map((booklet) => ({ unit, booklet })));
}

/** Addresses and props of the pages that every booklet has one of. */
export function bookletPaths() {
  return booklets().map(({ unit, booklet }) => ({
    params: { unit: unit.slug, year: String(booklet.year) },
    props: { unit, booklet },
  }));
}

/** The booklet of a unit's other year, if the site has it. */
export function bookletOf(slug: string, year: number): Booklet | undefined {
  return booklets().find(({ booklet }) => booklet.slug === slug && booklet.year === year)?.booklet;
}

/** What a preview shows above a page; undefined in a published site. */
export interface PreviewReport extends PreviewState {
  /** All findings, those of the page's own booklet or unit first. */
  readonly findings: readonly Diagnostic[];
}

/** What the preview says on a page of a booklet, of a unit, or of the whole site. */
export function previewReport(unit?: SiteUnit, booklet?: Booklet): PreviewReport | undefined {
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

/** Which files to download stand beside the pages. */
export function downloads(): { readonly pdf: boolean; readonly data: boolean } {
  const { preview, pdf } = takeHandover();
  return { pdf, data: preview === undefined };
}
