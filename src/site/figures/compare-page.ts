import { compareBooklet, type ComparedRow } from '../../compile/booklet-comparison.ts';
import { ANSWERS } from '../answers/beside.ts';
import type { SitePage } from '../meta/site-page.ts';
import type { BookletEntry } from '../model.ts';
import { bySaying, noChangeWords, type SaidSection } from './compared-words.ts';

/** The page that holds a booklet against the year before. */
export interface ComparePage {
  readonly frame: SitePage;
  readonly largest: readonly ComparedRow[];
  /** Said where nothing changed, or nothing is known to compare with. */
  readonly noChange: string | undefined;
  readonly said: readonly SaidSection[];
  /** Sections that have nothing to compare, and why. */
  readonly silent: readonly { readonly title: string; readonly why: string }[];
}

/** What is told of a booklet and the year before. */
export function comparePage({ unit, booklet }: BookletEntry): ComparePage {
  const { title } = booklet.render();
  const { year } = booklet;
  const { largest, noChange, sections } = compareBooklet(booklet);
  const { said, silent } = bySaying(sections);
  return {
    frame: {
      title: `${ANSWERS.compare.title} - ${title}`,
      description: `${title}的每项收入、支出、“三公”经费与${year - 1}年相比增减多少。`,
      unit,
      booklet,
      page: ANSWERS.compare.title,
      sheet: 'compare',
    },
    largest,
    noChange: noChange && noChangeWords(noChange, year),
    said,
    silent: silent.map((section) => ({
      title: section.title,
      why: section.undisclosed ? '没有公开' : '两年都没有发生',
    })),
  };
}
