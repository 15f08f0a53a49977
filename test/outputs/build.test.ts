import { createHash } from 'node:crypto';
import { PDFDocument } from '@cantoo/pdf-lib';
import { attachedFiles } from '../../src/outputs/pdf/attached-file.ts';
import { verifyPdf } from '../../src/outputs/pdf/verify/verify-pdf.ts';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recent } from '../../src/source/recent.ts';
import { treeOf } from '../support/folder-tree.ts';
import { KillableBuilds } from '../support/kills/killable-build.ts';
import { ROOT } from '../support/project.ts';
import { readPdf } from './pdf/read-pdf.ts';
import { readWord } from './word/read-word.ts';

const BUILD = { root: ROOT, target: 'changji-sme' };
const builds = new KillableBuilds();
const site = builds.out;

/** The tree of a page, which all tests only look at. */
const page = recent(4, (path): Root => fromHtml(readFileSync(join(site, path), 'utf8')));
const fold = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, '');

function elements(tree: Root | Element, wanted: (element: Element) => boolean): readonly Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (element) => {
    if (wanted(element)) found.push(element);
  });
  return found;
}

/** The text of an element without the parts of it that a test leaves out. */
function textWithout(element: Element, leftOut: (element: Element) => boolean): string {
  const text = (node: ElementContent): string => {
    if (node.type === 'text') return node.value;
    return node.type === 'element' && !leftOut(node) ? node.children.map(text).join('') : '';
  };
  return fold(element.children.map(text).join(''));
}

const has = (name: string) => (element: Element) => element.properties[name] !== undefined;

/** Waits until something has come to pass. */
async function until(happened: () => boolean): Promise<void> {
  while (!happened()) await pause(20);
}

beforeAll(() => builds.finish({ ...BUILD, pdf: true }));

afterAll(() => builds.remove());

describe('the built site', () => {
  it('has every page of the contract', () => {
    const booklet = 'changji-sme/2023';
    const parts = ['', 'overview/', 'explanations/', 'glossary/', 'tables/', 'figures/', 'print/'];
    const pages = [
      'index.html',
      'changji-sme/index.html',
      ...parts.map((part) => `${booklet}/${part}index.html`),
    ];
    expect(pages.filter((path) => !existsSync(join(site, path)))).toEqual([]);
    expect(
      readFileSync(join(site, booklet, 'booklet.pdf'))
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  it('lists all its files with their SHA-256, but for what is the program’s own', () => {
    const lines = readFileSync(join(site, 'SHA256SUMS'), 'utf8').trimEnd().split('\n');
    const listed = new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
    const files = [...treeOf(site).keys()].filter(
      (path) => !/(?:^|\/)\./u.test(path) && path !== 'SHA256SUMS',
    );
    expect([...listed.keys()]).toEqual(files.toSorted());
    for (const path of ['index.html', 'changji-sme/2023/booklet.pdf', 'changji-sme/2023/index.html'])
      expect(listed.get(path)).toBe(
        createHash('sha256')
          .update(readFileSync(join(site, path)))
          .digest('hex'),
      );
  });

  it('offers each chart as a PNG, an SVG and its numbers, and has what it offers', () => {
    const folder = 'changji-sme/2023';
    const lists = elements(page(`${folder}/index.html`), ({ properties }) =>
      String(properties['className']).includes('chart-files'),
    );
    expect(lists.length).toBeGreaterThan(4);
    for (const list of lists) {
      const files = elements(list, has('download')).map(({ properties }) => String(properties['href']));
      expect(files.map((file) => file.split('.').at(-1))).toEqual(['png', 'svg', 'csv']);
      expect(files.filter((file) => !existsSync(join(site, folder, file)))).toEqual([]);
      const [png = ''] = files;
      expect(
        readFileSync(join(site, folder, png))
          .subarray(1, 4)
          .toString(),
      ).toBe('PNG');
    }
  });

  it('prints the reference booklet, character by character, in its four parts', () => {
    const reference = fold(readFileSync(join(ROOT, 'test/reference/changji-sme-2023.txt'), 'utf8'));
    const parts = elements(page('changji-sme/2023/print/index.html'), has('dataPart'));
    const leftOut = (element: Element): boolean =>
      ['dataForm', 'dataTable', 'dataAux'].some((name) => has(name)(element));
    const firstForm = reference.search(/部门\(单位\)整体支出绩效目标自评表/);
    const afterForms = reference.indexOf('十二、其他需说明的事项');
    expect(parts.map((part) => part.properties['dataPart'])).toEqual([
      'overview',
      'explanations',
      'glossary',
      'tables',
    ]);
    expect(parts.map((part) => textWithout(part, leftOut)).join('')).toBe(
      reference.slice(0, firstForm) + reference.slice(afterForms),
    );
  });

  it('has nine tables and nine forms on the print page, each figure of them marked', () => {
    const tree = page('changji-sme/2023/print/index.html');
    expect(elements(tree, has('dataTable'))).toHaveLength(9);
    expect(elements(tree, has('dataForm'))).toHaveLength(9);
    const [general] = elements(tree, (element) => element.properties['dataTable'] === 'general-budget');
    const amounts = elements(
      general ?? tree,
      (element) => element.tagName === 'td' && has('dataFigure')(element),
    );
    expect(amounts.map((cell) => cell.properties['dataValue'])).toEqual(
      expect.arrayContaining(['292.54', '151.14', '141.4']),
    );
  });
});

describe('the booklet in Word', () => {
  it('says what the print page says, part by part, table by table and form by form', () => {
    const parts = elements(page('changji-sme/2023/print/index.html'), has('dataPart'));
    const [, , ...pages] = readWord(readFileSync(join(site, 'changji-sme/2023/booklet.docx')));
    const text = pages.flatMap(({ blocks }) => blocks.map((block) => block.text)).join('');
    expect(fold(text)).toBe(parts.map((part) => textWithout(part, has('dataAux'))).join(''));
  });

  it('is offered on the booklet’s front page, with its size', () => {
    const front = readFileSync(join(site, 'changji-sme/2023/index.html'), 'utf8');
    expect(front).toMatch(
      /href="booklet\.docx">全文（Word）<\/a>\s*<span class="size" data-file="booklet\.docx">\d+ KB/,
    );
  });
});

describe('the PDF', () => {
  let booklet: Awaited<ReturnType<typeof readPdf>>;

  beforeAll(async () => {
    booklet = await readPdf(new Uint8Array(readFileSync(join(site, 'changji-sme/2023/booklet.pdf'))));
  });

  it('has every form, and every table of few rows, on a page of its own', () => {
    const { bookmarks, pages } = booklet;
    const below = (heading: string) => {
      const at = bookmarks.findIndex(({ title }) => title.startsWith(heading));
      const level = bookmarks[at]?.level ?? NaN;
      const next = bookmarks.findIndex((one, index) => index > at && one.level <= level);
      return bookmarks.slice(at + 1, next === -1 ? undefined : next);
    };
    const sheets = [...below('十一、'), ...below('第四部分')];
    const lengths = sheets.map(({ page: from }) => {
      const next = bookmarks.find(({ page: other }) => other > from)?.page ?? pages.length + 1;
      return next - from;
    });
    expect(sheets).toHaveLength(9 + 9);
    expect(lengths).toEqual(sheets.map(() => 1));
  });

  it('has no letters of less than nine points, in tables and charts neither', () => {
    const smallest = booklet.pages.map(({ placed }) =>
      Math.min(...placed.filter(({ text }) => text.trim() !== '').map(({ size }) => size)),
    );
    expect(smallest.filter((size) => size < 8.99)).toEqual([]);
  });

  it('ends with a page that says which edition it is, and of which data', () => {
    const { bookmarks, pages } = booklet;
    const last = fold(pages.at(-1)?.text ?? '');
    expect(bookmarks.at(-1)).toMatchObject({ title: '版本说明', page: pages.length });
    const figures = readFileSync(join(site, 'changji-sme/2023/figures.json'));
    expect(last).toContain(createHash('sha256').update(figures).digest('hex'));
    expect(last).toContain(fold('版次第1版'));
  });

  it('fits the data that it brings, which is that of the site', async () => {
    const bytes = readFileSync(join(site, 'changji-sme/2023/booklet.pdf'));
    const { faults, counts } = await verifyPdf(bytes);
    expect(faults).toEqual([]);
    expect(counts?.figures).toBeGreaterThan(500);
    const files = attachedFiles(await PDFDocument.load(bytes));
    const accounts = readFileSync(join(ROOT, 'content/units/changji-sme/2023/accounts.yaml'));
    expect(Buffer.from(files.get('accounts.yaml') ?? '').equals(accounts)).toBe(true);
    for (const [name, path] of [
      ['figures.json', 'figures.json'],
      ['booklet.xlsx', 'booklet.xlsx'],
      ['datapackage.json', 'datapackage.json'],
      ['three-public.csv', 'tables/three-public.csv'],
    ] as const) {
      expect(
        Buffer.compare(
          files.get(name) ?? new Uint8Array(),
          readFileSync(join(site, 'changji-sme/2023', path)),
        ),
      ).toBe(0);
    }
  });

  it('never ends a page with a heading', () => {
    const { bookmarks, pages } = booklet;
    const headings = bookmarks.map(({ title }) => fold(title));
    expect(headings.length).toBeGreaterThan(30);
    expect(
      pages.slice(1).filter(({ text }) => headings.some((heading) => fold(text).endsWith(heading))),
    ).toEqual([]);
  });

  it('contains every figure that the print page shows', () => {
    const { pages } = booklet;
    const text = fold(pages.map((one) => one.text).join(''));
    const figures = elements(page('changji-sme/2023/print/index.html'), has('dataFigure')).map((one) =>
      fold(toString(one)),
    );
    expect(figures.length).toBeGreaterThan(500);
    expect(figures.filter((figure) => !text.includes(figure))).toEqual([]);
  });
});

describe('a link to a booklet', () => {
  it('comes with a picture of the size that networks ask for, named by its full address', () => {
    const html = readFileSync(join(site, 'changji-sme/2023/overview/index.html'), 'utf8');
    const address = /property="og:image" content="([^"]*)"/.exec(html)?.[1] ?? '';
    expect(address).toBe('https://juesuan.example/changji-sme/2023/share.png');
    const image = readFileSync(join(site, new URL(address).pathname));
    expect(image.subarray(1, 4).toString()).toBe('PNG');
    expect([image.readUInt32BE(16), image.readUInt32BE(20)]).toEqual([1200, 630]);
  });
});

describe('a build that is stopped', () => {
  it('ends by the signal that stopped it, never as if it had built', async () => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
      const child = builds.start(BUILD);
      const ended = once(child, 'exit');
      await until(() => builds.processes().some((words) => words.includes('src/cli/main.ts')));
      child.kill(signal);
      const [status, by] = (await ended) as [number | null, string | null];
      expect([128 + constants.signals[signal], signal]).toContain(status ?? by);
    }
  });
});
