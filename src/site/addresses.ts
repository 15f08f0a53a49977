import type { Booklet } from '../compile/compile-site.ts';

/** Written out, so that links also lead somewhere where no server adds it: on a disk, in a mail, on a USB stick. */
const PAGE = 'index.html';

/** The way from a page to the site's root, such as `../../`: all addresses are relative, whatever the site's own. */
export function rootFrom(page: URL): string {
  const folders = page.pathname.replace(/[^/]*$/, '').split('/').length - 2;
  return folders === 0 ? './' : '../'.repeat(folders);
}

/** Address of the list of units, as seen from a page. */
export function homeAddress(page: URL): string {
  return rootFrom(page) + PAGE;
}

/** Address of a unit's page. */
export function unitAddress(page: URL, slug: string): string {
  return `${rootFrom(page)}${slug}/${PAGE}`;
}

/** Address of a booklet's front page or, with a name, of one of its other pages. */
export function bookletAddress(page: URL, booklet: Pick<Booklet, 'slug' | 'year'>, name = ''): string {
  return bookletFile(page, booklet, name === '' ? PAGE : `${name}/${PAGE}`);
}

/** Address of a file that lies beside a booklet's front page. */
export function bookletFile(page: URL, { slug, year }: Pick<Booklet, 'slug' | 'year'>, name: string): string {
  return `${rootFrom(page)}${slug}/${year}/${name}`;
}

/** Address of a figure's origin; `list` is the address of the page of figures, empty on that page itself. */
export function figureAddress(list: string, id: string): string {
  return `${list}#${encodeURIComponent(id)}`;
}

/** Address of something that Vite bundled and addresses from the root, such as a stylesheet. */
export function assetAddress(page: URL, bundled: string): string {
  return rootFrom(page) + bundled.replace(/^\//, '');
}
