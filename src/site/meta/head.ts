import { publicAddress } from '../addresses.ts';
import { downloads, hasDrafts, settings } from '../model.ts';
import type { SitePage } from './site-page.ts';

/** What a page's head says of it. */
export interface PageHead {
  /** The site's name. */
  readonly site: string;
  readonly title: string;
  /** The title with the site's name. */
  readonly fullTitle: string;
  /** The page's description after schema.org, as it stands in a script element. */
  readonly json: string | undefined;
  /** The page's, its picture's and the feed's full addresses, where the site says where it stands. */
  readonly address: string | undefined;
  readonly image: string | undefined;
  readonly feed: string | undefined;
  /** Whether search engines are to leave it out: drafts and what lists them, editions that were corrected since. */
  readonly hidden: boolean;
  /** Whether the page says at its head that it is of a draft, or of an edition that was corrected since. */
  readonly noted: boolean;
}

/** The head of a page. */
export function headOf({ title, booklet, data }: SitePage, page: URL): PageHead {
  const noted = booklet?.publication.draft !== undefined || booklet?.superseded !== undefined;
  const { name } = settings();
  // The browser that prints the PDFs draws the pictures: the booklet's, on pages of a booklet, otherwise the site's.
  const image = booklet ? `${booklet.slug}/${booklet.folder}/share.png` : 'share.png';
  return {
    site: name,
    title,
    fullTitle: title === name ? title : `${title} - ${name}`,
    // A name must not end the element that it stands in.
    json: data && JSON.stringify(data).replaceAll('<', String.raw`\u003c`),
    address: publicAddress(page.pathname.slice(1)),
    image: downloads().pdf ? publicAddress(image) : undefined,
    feed: hasDrafts() ? undefined : publicAddress('feed.xml'),
    hidden: booklet === undefined ? hasDrafts() : noted,
    noted,
  };
}
