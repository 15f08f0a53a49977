import { relative } from 'node:path/posix';
import type { Booklet } from '../compile/booklet.ts';
import { settings } from './model.ts';

/** Written out, so that links also lead somewhere where no server adds it: on a disk, in a mail, on a USB stick. */
const PAGE = 'index.html';

/** Chinese may stand in an address as it is, at a third of its length in codes; these characters may not. */
const NOT_IN_ADDRESS = /[\s"%<>[\\\]^`{|}]/g;

/** A booklet's place on the site; without a folder of its own it has that of the year. */
type Volume = Pick<Booklet, 'slug' | 'year'> & Partial<Pick<Booklet, 'folder'>>;

/** Address of the list of units, as seen from a page. */
export function homeAddress(page: URL): string {
  return addressFrom(page, `/${PAGE}`);
}

/** Address of the page that searches all booklets. */
export function searchAddress(page: URL): string {
  return addressFrom(page, `/search/${PAGE}`);
}

/**
 * Address of a page on which the three public expenses of all bodies in a year stand side by side.
 *
 * @param number which of them, where there are several
 */
export function threePublicAddress(page: URL, year: number, number = 1): string {
  return addressFrom(page, `/three-public/${year}/${number === 1 ? '' : `${number}/`}${PAGE}`);
}

/** Address of a unit's page. */
export function unitAddress(page: URL, slug: string): string {
  return addressFrom(page, `/${slug}/${PAGE}`);
}

/** Address of a booklet's front page or, with a name, of one of its other pages. */
export function bookletAddress(page: URL, booklet: Volume, name = ''): string {
  return bookletFile(page, booklet, name === '' ? PAGE : `${name}/${PAGE}`);
}

/** Address of a file that lies beside a booklet's front page. */
export function bookletFile(page: URL, { slug, year, folder = String(year) }: Volume, name: string): string {
  return addressFrom(page, `/${slug}/${folder}/${name}`);
}

/** Address of an element; `page` is the address of its page, empty on that page itself. */
export function elementAddress(page: string, id: string): string {
  return `${page}#${id.replaceAll(NOT_IN_ADDRESS, encodeURIComponent)}`;
}

/** Address of something that Vite bundled and addresses from the root, such as a stylesheet. */
export function assetAddress(page: URL, bundled: string): string {
  return addressFrom(page, bundled);
}

/**
 * Address of a page or file as others must call it, such as a feed reader; undefined if the site does not say where
 * it will stand.
 *
 * @param path from the site's root, without a slash before it
 */
export function publicAddress(path: string): string | undefined {
  const { address } = settings();
  return address === undefined ? undefined : new URL(path, address).href;
}

/** Relative, so that the site works wherever it is put. */
function addressFrom(page: URL, target: string): string {
  return relative(page.pathname.replace(/[^/]*$/, ''), target);
}
