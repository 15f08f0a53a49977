import { knownText } from '../../accounts/disclosed.ts';
import type { Booklet } from '../../compile/booklet.ts';
import * as notices from '../../compile/publication-notice.ts';
import { dayInWords } from '../../document/day-in-words.ts';
import { originAddress } from '../origins/figure-address.ts';

/** A corrected figure, and where its origin is told. */
export interface CorrectedFigure extends notices.CorrectedFigure {
  readonly href: string;
}

/** What an edition corrected. */
export type Correction = notices.Correction<CorrectedFigure>;

/** What a booklet says of its publication, with addresses as seen from a page; undefined where it says nothing. */
export function publicationNotice(
  booklet: Booklet,
  page: URL,
): notices.PublicationNotice<CorrectedFigure> | undefined {
  const notice = notices.publicationNotice(booklet);
  return (
    notice && {
      ...notice,
      corrections: notice.corrections.map((correction) => ({
        ...correction,
        figures: correction.figures.map((figure) => ({
          ...figure,
          href: originAddress(page, booklet, figure.id),
        })),
      })),
    }
  );
}

/** Said at the head of a booklet that was corrected: `公开以后更正过2次，最近是2025年3月1日的第3版`. */
export function correctedWords({ publication: { corrections } }: Booklet): string | undefined {
  const last = corrections.at(-1);
  if (last === undefined) return undefined;
  const day = knownText(last.date);
  const on = day === undefined ? '' : `${dayInWords(day)}的`;
  return `公开以后更正过${corrections.length}次，最近是${on}第${last.edition}版`;
}
