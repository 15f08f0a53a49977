import { publicationDates, type PublicationDates } from '../accounts/publication-dates.ts';
import { headlineYear, type HeadlineYear } from '../charts/headline-year.ts';
import { isFigure } from '../charts/chart.ts';
import { threePublicKinds, type ThreePublicKind } from '../charts/three-public.ts';
import type { Booklet } from '../compile/booklet.ts';
import { publishedFigures } from '../compile/published-figures.ts';

/**
 * What pages over many booklets show of one, in plain values: it can be kept with the booklet's pages and speak for them
 * when its sources are gone.
 */
export interface BookletSummary extends HeadlineYear, PublicationDates {
  /** The unit's folder name, the first step of the booklet's address. */
  readonly slug: string;
  /** The unit's name in the booklet's year. */
  readonly name: string;
  readonly title: string;
  /** What kind of draft it is; undefined of one that is final. */
  readonly draft?: string;
  /** The three public expenses, all of them first. */
  readonly threePublic: readonly ThreePublicKind[];
  /** The keys of its parts, the last steps of their pages' addresses. */
  readonly parts: readonly string[];
  /** How many tables it has. */
  readonly tables: number;
  /** Which of the figures in `figures` its list of figures has, so that they have an address. */
  readonly listed: readonly string[];
  /** Whether its PDF stands beside its front page. */
  readonly pdf: boolean;
}

/**
 * Sums up a booklet that has no errors. What needs the booklet typeset is worked out when it is asked for: a list of
 * thousands of units asks only for figures.
 */
export function summarizeBooklet(booklet: Booklet, pdf: boolean): BookletSummary {
  const { slug, unit, source } = booklet;
  const headline = headlineYear(source);
  const threePublic = threePublicKinds(source);
  const { draft } = booklet.publication;
  return {
    slug,
    name: unit.name,
    ...(draft !== undefined && { draft }),
    ...headline,
    threePublic,
    ...publicationDates(booklet.publication),
    pdf,
    parts: source.pack.parts.map(({ key }) => key),
    get title() {
      return booklet.render().title;
    },
    get tables() {
      return booklet.render().tables.length;
    },
    get listed() {
      const published = publishedFigures(booklet);
      const ids = new Set([...shownIds(headline), ...threePublic.flatMap(idsOfKind)]);
      return [...ids].filter((id) => published.has(id));
    },
  };
}

/** The ids of all figures that a summary shows. */
function shownIds({ figures }: HeadlineYear): readonly string[] {
  return Object.values(figures).flatMap(({ own, lastYear, change, growth }) => [
    ...new Set([own, lastYear, ...[...change, ...growth].filter(isFigure)].map(({ id }) => id)),
  ]);
}

function idsOfKind({ figure, parts, budget, change, counts }: ThreePublicKind): readonly string[] {
  return [figure, ...[...parts, ...budget, ...change, ...counts].filter(isFigure)].map(({ id }) => id);
}
