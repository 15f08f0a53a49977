import type { Booklet } from '../../compile/booklet.ts';
import { publishedFigures } from '../../compile/published-figures.ts';
import type { BookletSummary } from '../../summary/booklet-summary.ts';
import { bookletAddress, elementAddress } from '../addresses.ts';
import { originPage } from './origin-page.ts';
import { hasOrigin, originPages } from './topics.ts';

/**
 * Address of a figure in the booklet's list of figures, by which it can be cited; undefined for a comparison that the
 * booklet does not print, which the list does not have.
 */
export function figureAddress(page: URL, booklet: Booklet | BookletSummary, id: string): string | undefined {
  const listed = 'listed' in booklet ? booklet.listed.includes(id) : publishedFigures(booklet).has(id);
  return listed ? elementAddress(bookletAddress(page, booklet, 'figures'), id) : undefined;
}

/** Address of the page that explains the figures of a topic. */
export function topicAddress(page: URL, booklet: Booklet, topic: string): string {
  return bookletAddress(page, booklet, `figures/${topic}`);
}

/** Address of what is told of a figure's origin: of one that is zero since nothing happened, the list says so. */
export function originAddress(page: URL, booklet: Booklet, id: string): string {
  const figure = booklet.figures.find(id) ?? publishedFigures(booklet).get(id);
  const topic = originPage(id);
  const explained = originPages(booklet).has(topic) && figure !== undefined && hasOrigin(figure, booklet);
  const address = explained ? topicAddress(page, booklet, topic) : bookletAddress(page, booklet, 'figures');
  return elementAddress(isPage(page, address) ? '' : address, id);
}

/**
 * Address of what is told of a figure, for pages that have room for it: without scripts, too, it is one click away.
 * Undefined as {@link figureAddress} is; of a booklet of which only a summary is at hand, its list of figures.
 */
export function toldAddress(page: URL, booklet: Booklet | BookletSummary, id: string): string | undefined {
  const listed = figureAddress(page, booklet, id);
  return listed === undefined || 'listed' in booklet ? listed : originAddress(page, booklet, id);
}

function isPage(page: URL, address: string): boolean {
  return new URL(address, page).pathname === new URL('index.html', page).pathname;
}
