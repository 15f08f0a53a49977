import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { attributes, brokenLinks } from '../support/broken-links.ts';
import { builtSite, pagesOf } from '../support/served-site.ts';

it('every link of every page leads to a page, file or element that exists', async () => {
  const folder = await builtSite();
  expect(pagesOf(folder).length).toBeGreaterThan(100);
  expect(brokenLinks(folder)).toEqual([]);
});

it('no id stands twice on a page', async () => {
  const folder = await builtSite();
  for (const path of pagesOf(folder)) {
    const ids = attributes(readFileSync(join(folder, path), 'utf8'), 'id');
    expect(new Set(ids).size, path).toBe(ids.length);
  }
});
