import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { builtSite, pagesOf } from '../support/served-site.ts';

/** What the tests' site is built without. */
const NOT_BUILT = /\.pdf$/;

it('every link of every page leads to a page, file or element that exists', async () => {
  const folder = await builtSite();
  const files = new Set(readdirSync(folder, { recursive: true, encoding: 'utf8' }));
  const html = new Map(pagesOf(folder).map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
  const ids = new Map([...html].map(([path, text]) => [path, new Set(attributes(text, 'id'))]));
  const broken = [...html].flatMap(([path, text]) =>
    [...new Set(['href', 'src', 'data-file'].flatMap((name) => attributes(text, name)))].filter((address) => {
      const { pathname, hash, host } = new URL(address, `http://site/${path}`);
      const target = decodeURIComponent(pathname.slice(1));
      const id = decodeURIComponent(hash.slice(1));
      if (NOT_BUILT.test(target)) return false;
      return host !== 'site' || !files.has(target) || (id !== '' && !ids.get(target)?.has(id));
    }),
  );
  expect(html.size).toBeGreaterThan(100);
  expect(broken).toEqual([]);
});

it('no id stands twice on a page', async () => {
  const folder = await builtSite();
  for (const path of pagesOf(folder)) {
    const ids = attributes(readFileSync(join(folder, path), 'utf8'), 'id');
    expect(new Set(ids).size, path).toBe(ids.length);
  }
});

function attributes(html: string, name: string): readonly string[] {
  return [...html.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map(([, value = '']) =>
    value
      .replaceAll('&quot;', '"')
      .replaceAll('&#34;', '"')
      .replaceAll('&amp;', '&')
      .replaceAll('&#38;', '&'),
  );
}
