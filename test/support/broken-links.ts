import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pagesOf } from './served-site.ts';

/** A link of a page that leads to no page, file or element. */
export interface BrokenLink {
  readonly page: string;
  readonly address: string;
}

/** All broken links between the pages and files of a built site. */
export function brokenLinks(folder: string): readonly BrokenLink[] {
  const files = new Set(readdirSync(folder, { recursive: true, encoding: 'utf8' }));
  const html = new Map(pagesOf(folder).map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
  const ids = new Map([...html].map(([path, text]) => [path, new Set(attributes(text, 'id'))]));
  const leads = (page: string, address: string): boolean => {
    const { pathname, hash, host } = new URL(address, `http://site/${page}`);
    const target = decodeURIComponent(pathname.slice(1));
    const id = decodeURIComponent(hash.slice(1));
    return host === 'site' && files.has(target) && (id === '' || ids.get(target)?.has(id) === true);
  };
  return [...html].flatMap(([page, text]) => {
    const addresses = new Set(['href', 'src', 'data-file'].flatMap((name) => attributes(text, name)));
    return [...addresses].filter((address) => !leads(page, address)).map((address) => ({ page, address }));
  });
}

/** The values of an attribute in a page. */
export function attributes(html: string, name: string): readonly string[] {
  return [...html.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map(([, value = '']) =>
    value
      .replaceAll('&quot;', '"')
      .replaceAll('&#34;', '"')
      .replaceAll('&amp;', '&')
      .replaceAll('&#38;', '&'),
  );
}
