import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { builtSite, pagesOf } from '../support/served-site.ts';

interface Published {
  readonly id: string;
  readonly value: string | null;
  readonly printed: string;
  readonly state: 'known' | 'undisclosed' | 'undefined';
}

/** A figure that a page prints: in a sentence, a cell of a table or form, or a chart's table. */
interface Printed {
  readonly page: string;
  readonly id: string;
  readonly value: string;
}

let folder: string;
let pages: readonly string[];

beforeAll(async () => {
  folder = await builtSite();
  pages = pagesOf(folder);
});

const read = (path: string): string => readFileSync(join(folder, path), 'utf8');

function printedOn(page: string): readonly Printed[] {
  return [...read(page).matchAll(/<(?:data|td|th)\b[^>]*data-figure="[^>]*>/g)].map(([tag]) => ({
    page,
    id: attribute(tag, 'data-figure') ?? '',
    value: attribute(tag, 'data-value') ?? attribute(tag, 'value') ?? 'none',
  }));
}

/** An empty value may stand without its quotes. */
function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s>])`).exec(tag);
  return found === null ? undefined : (found[1] ?? '').replaceAll(/&quot;|&#34;/g, '"');
}

function published(booklet: string): readonly Published[] {
  return (JSON.parse(read(`${booklet}/figures.json`)) as { figures: Published[] }).figures;
}

/** What a page holds of a figure: nothing of one that is not disclosed, its print where a rate has no value. */
function agrees({ value }: Printed, figure: Published | undefined): boolean {
  if (figure === undefined) return false;
  if (figure.state === 'known') return figure.value === value;
  return value === (figure.state === 'undisclosed' ? '' : figure.printed);
}

const folderOf = (page: string): string => /^(?!three-public\/)[^/]+\/\d{4}/.exec(page)?.[0] ?? '';

it('every figure that a page of a booklet prints is in the booklet’s figures.json, with the same value', () => {
  const figures = new Map<string, ReadonlyMap<string, Published>>();
  const own = pages.filter((page) => folderOf(page) !== '');
  for (const booklet of new Set(own.map(folderOf)))
    figures.set(booklet, new Map(published(booklet).map((figure) => [figure.id, figure])));
  const printed = own.flatMap(printedOn);
  expect(printed.length).toBeGreaterThan(15_000);
  const missing = printed.filter((one) => !agrees(one, figures.get(folderOf(one.page))?.get(one.id)));
  expect(missing).toEqual([]);
});

it('every figure of a unit’s page is in figures.json of one of its booklets', () => {
  const units = pages.filter((page) => /^(?!search\/)[^/]+\/index\.html$/.test(page));
  expect(units.length).toBeGreaterThan(1);
  for (const unit of units) {
    const slug = unit.split('/')[0] ?? '';
    const booklets = [...new Set(pages.map(folderOf).filter((folder) => folder.startsWith(`${slug}/`)))];
    const all = booklets.flatMap(published);
    const missing = printedOn(unit).filter(
      (one) => !all.some((figure) => figure.id === one.id && agrees(one, figure)),
    );
    expect(missing).toEqual([]);
  }
});

it('every published figure has its line in the list of figures', () => {
  for (const booklet of new Set(pages.map(folderOf).filter((folder) => folder !== ''))) {
    const ids = new Set(
      [...read(`${booklet}/figures/index.html`).matchAll(/<(?:li|i) id="([^"]*)"/g)].map(([, id]) => id),
    );
    expect(published(booklet).filter(({ id }) => !ids.has(id))).toEqual([]);
  }
});
