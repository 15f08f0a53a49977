import type { Booklet } from '../../compile/booklet.ts';
import type { Site } from '../../compile/compile-site.ts';
import { figuresFile } from '../../outputs/data/figures-file.ts';
import {
  bookletPairs,
  changedEditions,
  isTypeset,
  type BookletPair,
  type TypesetBooklet,
} from '../booklet-sides.ts';
import type { Change } from '../change.ts';
import type { Both } from '../compiled-sides.ts';
import { bookletPages, type PagedBooklet } from './booklet-pages.ts';
import { bookletFiles } from './data-files.ts';
import { Made, type Pages, type PageText } from './page-text.ts';
import { imprintText, sitePages } from './site-pages.ts';

/**
 * The pages and files of the output that say something else. None is rendered: each is compared by what its text is made of.
 *
 * @param pairs the booklets that are not the same on both sides
 */
export function changedPages(
  sites: Both<Site>,
  pairs: readonly BookletPair[],
): Pick<Change, 'pages' | 'movedLines'> {
  const found = { pages: new Set<string>(), movedLines: new Set<string>() };
  const compare = (before: Pages, after: Pages): void => {
    for (const path of new Set([...before.keys(), ...after.keys()])) {
      const kind = differenceOf(before.get(path), after.get(path));
      if (kind !== undefined) found[kind].add(path);
    }
  };
  const unchanged = unchangedBooklets(sites);
  compare(overAll(sites.before, unchanged), overAll(sites.after, unchanged));
  const editions = changedEditions(sites).filter(isTypeset);
  for (const pair of [...framedPairs(sites, pairs), ...editions])
    compare(pagesOf(pair.before, sites.before), pagesOf(pair.after, sites.after));
  return { pages: [...found.pages].sort(), movedLines: [...found.movedLines].sort() };
}

function overAll(site: Site, unchanged: ReadonlySet<Booklet>): Pages {
  return sitePages(site, frameOf(site), unchanged);
}

/** The booklets that are the very same on both sides. */
function unchangedBooklets({ before, after }: Both<Site>): ReadonlySet<Booklet> {
  const old = new Set(before.units.flatMap(({ booklets }) => booklets));
  return new Set(after.units.flatMap(({ booklets }) => booklets).filter((booklet) => old.has(booklet)));
}

/** Those of booklets that can be put together on both sides, or that only one side has. */
function framedPairs(sites: Both<Site>, pairs: readonly BookletPair[]): readonly BookletPair[] {
  const [old, now] = [sites.before, sites.after].map((site) => [
    frameOf(site),
    site.settings.checks,
    site.settings.partPdfs,
  ]);
  const isFramedAnew = JSON.stringify(old) !== JSON.stringify(now);
  return (isFramedAnew ? bookletPairs(sites, () => true) : withYears(sites, pairs)).filter(isTypeset);
}

/** What stands on every page of a site. */
function frameOf({ settings }: Site): PageText {
  return [settings.name, settings.address !== undefined, imprintText(settings)];
}

/** Some pages of a booklet name the years of the others of its unit. */
function withYears(sites: Both<Site>, pairs: readonly BookletPair[]): readonly BookletPair[] {
  const known = new Set(pairs.map(({ body, year }) => `${body}/${year}`));
  const units = new Set(pairs.flatMap(({ body, before, after }) => (before && after ? [] : [body])));
  const others = bookletPairs(sites, (_, { slug, year }) => units.has(slug) && !known.has(`${slug}/${year}`));
  return [...pairs, ...others];
}

function pagesOf(side: TypesetBooklet | undefined, site: Site): Pages {
  if (side?.document === undefined) return new Map();
  const { booklet, document } = side;
  const unit = site.units.find(({ slug }) => slug === booklet.slug);
  const years = unit?.booklets.map(({ year }) => year) ?? [];
  const { settings } = site;
  const paged: PagedBooklet = {
    ...{ booklet, document, years },
    site: settings.name,
    address: settings.address,
    checks: settings.checks,
    partPdfs: settings.partPdfs,
    linked: settings.sources !== undefined,
    frame: frameOf(site),
    foot: imprintText(settings, booklet.unit, booklet.publication),
    licence: settings.licence,
    figures: figuresFile(booklet),
  };
  return new Map([...bookletPages(paged), ...bookletFiles(paged)]);
}

/** The line and column of a place, as records, pages and lists of figures write them. */
const LINES = /\\?"line\\?":\d+,\\?"column\\?":\d+|(?<=\.yaml):\d+(?::\d+)?/g;

function differenceOf(before: PageText, after: PageText): 'pages' | 'movedLines' | undefined {
  if (before instanceof Made && after instanceof Made && textOf(before.of) === textOf(after.of))
    return undefined;
  const [old, now] = [before, after].map((one) => textOf(one instanceof Made ? one.make() : one));
  if (old === now) return undefined;
  return old?.replaceAll(LINES, '') === now?.replaceAll(LINES, '') ? 'movedLines' : 'pages';
}

/** Undefined for what is not there. */
function textOf(text: PageText): string | undefined {
  return JSON.stringify(text);
}
