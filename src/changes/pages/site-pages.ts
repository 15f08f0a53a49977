import { greatFigure } from '../../charts/headline-year.ts';
import { knownYears, mainFigureYears } from '../../charts/years.ts';
import { publicationDates } from '../../accounts/publication-dates.ts';
import type { Booklet } from '../../compile/booklet.ts';
import type { Site } from '../../compile/compile-site.ts';
import { bookletSections } from '../../outputs/search/sections.ts';
import { imprintOf } from '../../document/imprint.ts';
import type { BookletSummary } from '../../summary/booklet-summary.ts';
import { summarizeUnits, type UnitSummary } from '../../summary/unit-summary.ts';
import { yearsOf } from '../../summary/years.ts';
import { bodiesTexts } from './answer-text.ts';
import { licenceText } from './data-files.ts';
import { amount, sentence, type Pages, type PageText } from './page-text.ts';

/**
 * What the pages and files over many booklets say of those that are compared; the rest of what they say is the same.
 *
 * @param frame what stands above and below every page
 * @param unchanged booklets of which nothing need be told but that they are there: the other side has the very same
 */
export function sitePages(
  { units, settings, searchWords }: Site,
  frame: PageText,
  unchanged: ReadonlySet<Booklet>,
): Pages {
  const typeset = units.map((unit) => ({
    ...unit,
    booklets: unit.booklets.filter((booklet) => booklet.isPrintable || booklet.renderAnyway() !== undefined),
  }));
  const summaries = summarizeUnits(typeset, false);
  const booklets = summaries.flatMap((unit) => unit.booklets);
  const told = typeset.flatMap((unit) => unit.booklets);
  const ofEach = (text: (booklet: Booklet) => PageText): PageText =>
    told.map((booklet) => [booklet.slug, booklet.year, !unchanged.has(booklet) && text(booklet)]);
  const sections = ofEach((booklet) => [booklet.unit.name, bookletSections(booklet)]);
  const titles = ofEach((booklet) => {
    const { title, tables } = booklet.render();
    return [booklet.unit.name, title, tables.length];
  });
  return new Map<string, PageText>([
    ['index.html', [frame, summaries.map(rowText)]],
    ['search/index.html', [frame, yearsOf(booklets)]],
    // The files of the search are one.
    ['search/index.json', [JSON.stringify(searchWords), sections]],
    [
      'catalog.json',
      [titles, ofEach((booklet) => catalogText(booklet, settings)), licenceText(settings.licence)],
    ],
    ...listTexts(settings, booklets, titles),
    ...yearTexts(booklets, frame),
    ...summaries.map(
      (unit) =>
        [`${unit.slug}/index.html`, [frame, imprintText(settings, unit.unit), unitText(unit)]] as const,
    ),
  ]);
}

/** What the catalogue says of a booklet beside its title. */
function catalogText(booklet: Booklet, { partPdfs }: Site['settings']): PageText {
  const { tables, parts } = booklet.render();
  return [
    publicationDates(booklet.publication),
    tables.map(({ key, title }) => [key, title]),
    (partPdfs ? parts : []).map(({ key, title }) => [key, title]),
  ];
}

/** The lists for machines that a site has which says where it stands. */
function listTexts(
  { address, name }: Site['settings'],
  booklets: readonly BookletSummary[],
  titles: PageText,
): readonly (readonly [string, PageText])[] {
  if (address === undefined) return [];
  return [
    ['feed.xml', [address, name, titles, booklets.map(({ publishedOn }) => publishedOn)]],
    ['sitemap.xml', [address, booklets.map(({ slug, year, parts }) => [slug, year, parts])]],
  ];
}

/** The pages of which there is one for each year. */
function yearTexts(
  booklets: readonly BookletSummary[],
  frame: PageText,
): readonly (readonly [string, PageText])[] {
  const years = yearsOf(booklets);
  return years.flatMap((year) =>
    bodiesTexts(year, years, booklets).map(([path, text]) => [path, [frame, text]] as const),
  );
}

/** What the foot of a page states. */
export function imprintText(...of: Parameters<typeof imprintOf>): PageText {
  const { items, links } = imprintOf(...of);
  return [
    items.map(({ name, text, href }) => [name, text, href]),
    links.map(({ text, href }) => [text, href]),
  ];
}

/** A unit in the list of all units: its newest booklet stands for it. */
function rowText({ unit: { name, kind }, booklets }: UnitSummary): PageText {
  const newest = booklets.at(-1);
  const amounts = ['收入.本年收入合计', '支出.本年支出合计'].map((id) => {
    const { own, growth } = newest ? greatFigure(id, newest) : {};
    return [own?.label, own && amount(own), growth && sentence(growth)];
  });
  return [name, kind, booklets.map(({ year }) => year), amounts];
}

function unitText({ unit, formerNames, booklets }: UnitSummary): PageText {
  const { name, kind, supervisor, subordinates, aliases } = unit;
  const series = knownYears(mainFigureYears(booklets)).map(({ id, label, values }) => [
    label,
    values.map(({ year, value, unknown }) => [year, amount(value, unknown)]),
    booklets.map((booklet, index) => {
      const { growth, change } = greatFigure(id, booklet);
      return [sentence(growth), index === booklets.length - 1 && sentence(change)];
    }),
  ]);
  return [
    [name, kind, supervisor, subordinates, aliases, formerNames],
    booklets.map(({ year }) => year),
    series,
  ];
}
