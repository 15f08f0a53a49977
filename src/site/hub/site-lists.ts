import { Readable } from 'node:stream';
import { getRssString } from '@astrojs/rss';
import { SitemapStream, streamToPromise } from 'sitemap';
import type { BookletSummary } from '../../summary/booklet-summary.ts';
import { ANSWERS } from '../answers/beside.ts';
import { settings, units } from '../model.ts';
import { disclosedYears } from './disclosed-years.ts';

/** Pages beside a booklet's parts that readers look for; the rest is found from them. */
const PAGES = [...Object.values(ANSWERS).map(({ name }) => `${name}/`), 'figures/'];

/**
 * The pages of the site after https://www.sitemaps.org/protocol.html.
 *
 * @param address of the site, ending in a slash
 */
export async function sitemap(address: string): Promise<string> {
  const paths = [
    '',
    ...disclosedYears().map((year) => `three-public/${year}/`),
    ...units().map(({ slug }) => `${slug}/`),
    ...published().flatMap(({ slug, year, parts }) =>
      ['', ...parts.map((key) => `${key}/`), ...PAGES].map((page) => `${slug}/${year}/${page}`),
    ),
  ];
  const stream = new SitemapStream({
    hostname: address,
    xmlns: { news: false, xhtml: false, image: false, video: false },
  });
  const links = paths.map((path) => ({ url: new URL(path, address).href }));
  return (await streamToPromise(Readable.from(links).pipe(stream))).toString('utf8');
}

/**
 * The booklets as an RSS 2.0 feed, those of the newest year first. Items carry the day on which they were published, where
 * that is stated.
 *
 * @param address of the site, ending in a slash
 */
export function feed(address: string): Promise<string> {
  const { name } = settings();
  const newestFirst = published().toSorted((a, b) => b.year - a.year);
  return getRssString({
    title: name,
    description: `${name}：新公开的部门决算`,
    site: address,
    trailingSlash: true,
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: `<language>zh-cn</language><atom:link href="${new URL('feed.xml', address).href}" rel="self" type="application/rss+xml"/>`,
    items: newestFirst.map(({ slug, year, title, tables, publishedOn }) => ({
      title,
      // A day in China begins eight hours before it does in Greenwich.
      ...(publishedOn !== undefined && { pubDate: new Date(`${publishedOn}T00:00:00+08:00`) }),
      link: new URL(`${slug}/${year}/`, address).href,
      description: `${title}：情况说明和${tables}张决算表，每个数字都可查出处。`,
    })),
  });
}

function published(): readonly BookletSummary[] {
  return units().flatMap((unit) => unit.booklets);
}
