import { knownText } from '../../accounts/disclosed.ts';
import { editionFolder } from '../../accounts/content-files.ts';
import type { Booklet, Superseded } from '../../compile/booklet.ts';
import * as notices from '../../compile/publication-notice.ts';
import { dayInWords } from '../../document/day-in-words.ts';
import { bookletAddress } from '../addresses.ts';
import { originAddress } from '../origins/figure-address.ts';

/** A corrected figure, and where its origin is told. */
export interface CorrectedFigure extends notices.CorrectedFigure {
  readonly href: string;
}

/** What an edition corrected, and where the edition before it stands, if it is kept. */
export interface Correction extends notices.Correction<CorrectedFigure> {
  readonly before?: { readonly name: string; readonly href: string };
}

/** What a booklet says of its publication. */
export interface PublicationNotice extends notices.PublicationNotice<CorrectedFigure> {
  readonly corrections: readonly Correction[];
}

/** What a booklet says of its publication, with addresses as seen from a page; undefined where it says nothing. */
export function publicationNotice(booklet: Booklet, page: URL): PublicationNotice | undefined {
  const notice = notices.publicationNotice(booklet);
  return (
    notice && {
      ...notice,
      corrections: notice.corrections.map((correction) => ({
        ...correction,
        ...beforeOf(correction, booklet, page),
        figures: correction.figures.map((figure) => ({
          ...figure,
          href: originAddress(page, booklet, figure.id),
        })),
      })),
    }
  );
}

function beforeOf(
  { previous }: notices.Correction,
  { slug, year }: Booklet,
  page: URL,
): Pick<Correction, 'before'> {
  if (previous === undefined) return {};
  const folder = editionFolder(year, previous);
  return { before: { name: `第${previous}版全文`, href: bookletAddress(page, { slug, year, folder }) } };
}

/** Said of an edition that was corrected since: `第1版已于2024年10月8日更正，有效的是以后的版次`. */
export function supersededWords({ edition, by }: Superseded): string {
  const day = knownText(by.date);
  const on = day === undefined ? '' : `于${dayInWords(day)}`;
  return `第${edition}版已${on}更正，有效的是以后的版次`;
}

/** Said at the head of a booklet that was corrected: `公开以后更正过2次，最近是2025年3月1日的第3版`. */
export function correctedWords({ publication: { corrections } }: Booklet): string | undefined {
  const last = corrections.at(-1);
  if (last === undefined) return undefined;
  const day = knownText(last.date);
  const on = day === undefined ? '' : `${dayInWords(day)}的`;
  return `公开以后更正过${corrections.length}次，最近是${on}第${last.edition}版`;
}
