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
  /** Whether it is a list of thousands of lines, which has a stylesheet for itself so as not to be too heavy. */
  readonly list?: boolean;
  /** Addresses of stylesheets that the page needs beyond the common one, from the site's root. */
  readonly stylesheets?: readonly string[];
  /** What the page describes, after schema.org. */
  readonly data?: object;
}
