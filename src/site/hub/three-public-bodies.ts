import type { FigureName } from '../../charts/chart.ts';
import type { ThreePublicKind } from '../../charts/three-public.ts';
import type { BookletSummary } from '../../summary/booklet-summary.ts';
import { ANSWERS } from '../answers/beside.ts';
import type { SitePage } from '../meta/site-page.ts';
import { units } from '../model.ts';

/** A body among others: its booklet of the year, with all of its three public expenses and each kind of them. */
export interface BodyRow {
  readonly booklet: BookletSummary;
  readonly total: ThreePublicKind;
  readonly kinds: readonly ThreePublicKind[];
}

/** The page on which the three public expenses of all bodies stand side by side. */
export interface BodiesPage {
  readonly frame: SitePage;
  /** The largest first; those that have not disclosed theirs last. */
  readonly rows: readonly BodyRow[];
  /** The names of all of them and of the kinds, as columns. */
  readonly columns: readonly FigureName[];
  /** All years that have such a page, newest first. */
  readonly years: readonly number[];
}

/** The years of all booklets of the site, newest first. */
export function yearsOfSite(): readonly number[] {
  const years = units().flatMap(({ booklets }) => booklets.map(({ year }) => year));
  return [...new Set(years)].sort((a, b) => b - a);
}

/** Addresses and props of the pages of which there is one for each year. */
export function yearPaths() {
  return yearsOfSite().map((year) => ({ params: { year: String(year) }, props: { year } }));
}

/** What is told of the three public expenses of all bodies in a year. */
export function threePublicBodies(year: number): BodiesPage {
  const booklets = units().flatMap((unit) => unit.booklets.filter((one) => one.year === year));
  const rows = booklets.flatMap((booklet): readonly BodyRow[] => {
    const [total, ...kinds] = booklet.threePublic;
    return total === undefined ? [] : [{ booklet, total, kinds }];
  });
  const { title } = ANSWERS.threePublic;
  return {
    frame: {
      title: `${year}年各单位${title}`,
      description: `${year}年各单位的${title}放在一起看：因公出国（境）、公务用车、公务接待各花了多少，比上年增减多少，为什么。`,
      page: `${year}年${title}`,
    },
    rows: rows.toSorted((a, b) => size(b) - size(a)),
    columns: booklets[0]?.threePublic.map(({ name }) => name) ?? [],
    years: yearsOfSite(),
  };
}

function size({ total: { figure } }: BodyRow): number {
  return figure.value === '' ? -1 : Number(figure.value);
}
