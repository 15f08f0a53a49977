import type { FigureName } from '../../charts/chart.ts';
import type { ThreePublicKind } from '../../charts/three-public.ts';
import type { BookletSummary } from '../../summary/booklet-summary.ts';
import { ANSWERS } from '../answers/beside.ts';
import type { SitePage } from '../meta/site-page.ts';
import { units } from '../model.ts';
import { disclosedYears } from './disclosed-years.ts';

/** A body among others: its booklet of the year, with all of its three public expenses and each kind of them. */
export interface BodyRow {
  readonly booklet: BookletSummary;
  readonly total: ThreePublicKind;
  readonly kinds: readonly ThreePublicKind[];
}

/** The page on which the three public expenses of all bodies stand side by side. */
export interface BodiesPage {
  readonly frame: SitePage;
  /** Those of this page; the largest first, those that have not disclosed theirs last. */
  readonly rows: readonly BodyRow[];
  /** From 1. */
  readonly page: number;
  /** How many pages there are. */
  readonly pages: number;
  /** The names of all of them and of the kinds, as columns. */
  readonly columns: readonly FigureName[];
  /** All years that have such a page, newest first. */
  readonly years: readonly number[];
}

/** A page is quick on a phone with so many bodies. */
const ON_A_PAGE = 150;

/** All bodies of a year in the order of their pages, the largest first; those that have not disclosed theirs last. */
export function bodyPages(
  year: number,
  booklets: readonly BookletSummary[],
): readonly (readonly BodyRow[])[] {
  const rows = booklets.flatMap((booklet): readonly BodyRow[] => {
    const [total, ...kinds] = booklet.threePublic;
    return total === undefined || booklet.year !== year ? [] : [{ booklet, total, kinds }];
  });
  const sorted = rows.toSorted((a, b) => size(b) - size(a));
  return Array.from({ length: Math.ceil(sorted.length / ON_A_PAGE) }, (_, page) =>
    sorted.slice(page * ON_A_PAGE, (page + 1) * ON_A_PAGE),
  );
}

/** Addresses and props of the pages: the first of a year has the year's own address, the others their numbers below it. */
export function bodiesPaths() {
  const booklets = units().flatMap((unit) => unit.booklets);
  return disclosedYears().flatMap((year) => {
    const pages = bodyPages(year, booklets);
    return pages.map((rows, index) => ({
      params: { year: String(year), page: index === 0 ? undefined : String(index + 1) },
      props: { year, rows, page: index + 1, pages: pages.length },
    }));
  });
}

/** What is told of the three public expenses of all bodies in a year. */
export function threePublicBodies({
  year,
  rows,
  page,
  pages,
}: ReturnType<typeof bodiesPaths>[number]['props']): BodiesPage {
  const { title } = ANSWERS.threePublic;
  const which = page === 1 ? '' : `（第${page}页）`;
  return {
    frame: {
      title: `${year}年各单位${title}${which}`,
      description: `${year}年各单位的${title}放在一起看：因公出国（境）、公务用车、公务接待各花了多少，比上年增减多少，为什么${which}。`,
      page: `${year}年${title}`,
    },
    rows,
    page,
    pages,
    columns: rows[0]?.booklet.threePublic.map(({ name }) => name) ?? [],
    years: disclosedYears(),
  };
}

function size({ total: { figure } }: BodyRow): number {
  return figure.value === '' ? -1 : Number(figure.value);
}
