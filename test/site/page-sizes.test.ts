import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { builtSite, pagesOf } from '../support/served-site.ts';

const PAGE = 40_000;
const SCRIPT = 10_000;

/** The whole booklet on one page, from which the PDF is printed. */
const WHOLE = /\/print\/index\.html$/;

let folder: string;
let pages: readonly string[];

beforeAll(async () => {
  folder = await builtSite();
  pages = pagesOf(folder);
});

/** Bytes of a file as a host sends it. */
function sent(path: string): number {
  return gzipSync(readFileSync(join(folder, path)), { level: 9 }).length;
}

/** The files that a page names in an attribute of elements of a kind. */
function filesOf(page: string, element: RegExp): readonly string[] {
  const html = readFileSync(join(folder, page), 'utf8');
  return [...html.matchAll(element)].map(([, address = '']) => join(dirname(page), address));
}

const total = (files: readonly string[]): number => files.reduce((sum, file) => sum + sent(file), 0);

describe('every page but the whole booklet for printing', () => {
  it('is at most 40 KB with its styles', () => {
    const sizes = pages
      .filter((page) => !WHOLE.test(page))
      .map((page) => [page, sent(page) + total(filesOf(page, /<link rel="stylesheet" href="([^"]+)"/g))]);
    expect(sizes.length).toBeGreaterThan(100);
    expect(sizes.filter(([, size]) => Number(size) > PAGE)).toEqual([]);
  });

  it('has at most 10 KB of script, and no font', () => {
    const sizes = pages.map((page) => [page, total(filesOf(page, /<script[^>]* src="([^"]+)"/g))]);
    expect(sizes.some(([, size]) => Number(size) > 0)).toBe(true);
    expect(sizes.filter(([, size]) => Number(size) > SCRIPT)).toEqual([]);
    const styles = new Set(pages.flatMap((page) => filesOf(page, /<link rel="stylesheet" href="([^"]+)"/g)));
    for (const style of styles) expect(readFileSync(join(folder, style), 'utf8')).not.toContain('@font-face');
  });
});
