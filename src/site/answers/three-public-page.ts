import type { Sentence } from '../../charts/chart.ts';
import { threePublicInBrief, threePublicKinds, type ThreePublicKind } from '../../charts/three-public.ts';
import type { SitePage } from '../meta/site-page.ts';
import type { BookletEntry } from '../model.ts';
import { ANSWERS } from './beside.ts';

/** The page of a booklet's three public expenses. */
export interface ThreePublicPage {
  readonly frame: SitePage;
  readonly brief: Sentence;
  /** All of them first. */
  readonly kinds: readonly ThreePublicKind[];
  /** Where the booklet prints its table of them: the part, and the table's id there; undefined where it has none. */
  readonly table: { readonly part: string; readonly id: string } | undefined;
}

/** What is told of a booklet's three public expenses. */
export function threePublicPage({ unit, booklet }: BookletEntry): ThreePublicPage {
  const { title, tables, parts } = booklet.render();
  const kinds = threePublicKinds(booklet.source);
  const key = tables.find((table) => table.key === 'three-public')?.key;
  const part = parts.find(({ key: name }) => name === 'tables')?.key;
  return {
    frame: {
      title: `${ANSWERS.threePublic.title} - ${title}`,
      description: `${title}：因公出国（境）、公务用车、公务接待花了多少，预算多少，比上年增减多少，为什么。`,
      unit,
      booklet,
      page: ANSWERS.threePublic.title,
    },
    brief: threePublicInBrief(kinds),
    kinds,
    table: key !== undefined && part !== undefined ? { part, id: `table-${key}` } : undefined,
  };
}
