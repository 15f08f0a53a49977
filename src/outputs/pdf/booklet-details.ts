import { publicationDates } from '../../accounts/publication-dates.ts';
import type { Booklet } from '../../compile/booklet.ts';
import { identityOf } from '../../compile/booklet-identity.ts';
import { programVersion } from '../../workspace/program.ts';
import { sourceDate } from '../source-date.ts';
import type { DocumentDetails } from './document-details.ts';

/**
 * What the PDF of a booklet says of itself. Its dates are those on which the body published and corrected it; where none is
 * given, the one by which whoever builds asks for equal files (https://reproducible-builds.org/specs/source-date-epoch/), or
 * none: that of the clock would differ with every build.
 *
 * @param sourceDate `SOURCE_DATE_EPOCH` of the environment: seconds since 1970
 */
export function bookletDetails(booklet: Booklet, sourceDate: string | undefined): DocumentDetails {
  const { identifier, keywords, edition } = identityOf(booklet);
  const { title } = booklet.render();
  const { draft } = booklet.publication;
  const { publishedOn, correctedOn } = publicationDates(booklet.publication);
  const created = publishedOn ?? momentOf(sourceDate);
  return {
    title,
    unitName: booklet.unit.name,
    lang: 'zh-CN',
    subject: subjectOf(title, draft ?? (edition === 1 ? '' : `第${edition}版`)),
    keywords,
    identifier: draft === undefined ? `${identifier}-${edition}` : `${identifier}-draft`,
    created,
    modified: correctedOn ?? created,
    producer: `Mingbai ${programVersion()}`,
  };
}

function subjectOf(title: string, which: string): string {
  return which === '' ? title : `${title}（${which}）`;
}

/** `2024-09-05T00:00:00Z` */
function momentOf(seconds: string | undefined): string | undefined {
  return sourceDate(seconds)?.toISOString().replace('.000', '');
}
