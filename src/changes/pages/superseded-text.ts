import type { Booklet } from '../../compile/booklet.ts';
import type { PageText } from './page-text.ts';

/** What every page of an edition that was corrected since says of that. */
export function supersededText({ superseded }: Booklet): PageText {
  return superseded && [superseded.edition, superseded.by.date];
}
