import type { Booklet } from '../../compile/booklet.ts';
import type { UnitSummary } from '../../summary/unit-summary.ts';

/** What stands around a page's own text: in its head, above and below it. */
export interface SitePage {
  /** Title in the browser, and what a search engine shows below it. */
  readonly title: string;
  readonly description: string;
  readonly unit?: UnitSummary;
  readonly booklet?: Booklet;
  /** Name of a page within the booklet; such pages show the booklet's table of contents beside them. */
  readonly page?: string;
  /** The kind of a page that has much to say and so has a stylesheet with only what it needs. */
  readonly sheet?: 'part' | 'list' | 'compare';
  /** Addresses of stylesheets that the page needs beyond the common one, from the site's root. */
  readonly stylesheets?: readonly string[];
  /** False where no figure and no term leads anywhere: then nothing that opens them is loaded. */
  readonly explained?: false;
  /** What the page describes, after schema.org. */
  readonly data?: object;
}
