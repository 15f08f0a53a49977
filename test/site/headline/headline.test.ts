import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { Exact, formatExact, formatFixed } from '../../../src/accounts/decimal.ts';
import type { Booklet } from '../../../src/compile/booklet.ts';
import { printFigure, printInSentence } from '../../../src/document/print-figure.ts';
import { comparedIn } from '../../../src/figures/comparisons.ts';
import type { Figure } from '../../../src/figures/figure.ts';
import { compareYears } from '../../../src/figures/year-comparison.ts';
import { recent } from '../../../src/source/recent.ts';
import { compiled } from '../../support/compiled.ts';
import { realFiles } from '../../support/project.ts';
import { builtSite } from '../../support/served-site.ts';
import { readPage, type ShownFigure, type ShownName, type ShownPage } from './shown-figures.ts';

/** Pages of a booklet that show figures outside the statutory text; of the print page, its sheet of charts. */
const PAGES = [
  'index.html',
  'compare/index.html',
  'answers/three-public/index.html',
  'answers/performance/index.html',
  'print/index.html',
];

const ids = ['changji-sme/2023', 'demo-bureau/2021', 'demo-bureau/2022', 'demo-bureau/2023'];
let folder: string;
let booklets: ReadonlyMap<string, Booklet>;

beforeAll(async () => {
  folder = await builtSite();
  const { units } = compiled(await realFiles('changji-sme', 'demo-bureau'));
  const all = units.flatMap((unit) => unit.booklets);
  booklets = new Map(all.map((booklet) => [`${booklet.slug}/${booklet.year}`, booklet]));
});

/** What a page shows, read once for all that is asked of it. */
const page = recent(100, (path): ShownPage => readPage(readFileSync(join(folder, path), 'utf8')));

function bookletOf(id: string): Booklet {
  const booklet = booklets.get(id);
  if (booklet === undefined) throw new Error(`no booklet ${id}`);
  return booklet;
}

/** The registry's own figure; of a code that only last year's booklet has, what the comparison makes of it. */
function figureOf(id: string, { figures, prior, codes }: Booklet): Figure | undefined {
  const { base } = comparedIn(id) ?? { base: id };
  const years = compareYears(base, { figures, prior, codes });
  return (
    figures.find(id) ??
    [years?.current, years?.prior, years?.change, years?.rate].find((figure) => figure?.id === id)
  );
}

/** Whether a figure may stand under a name: its own, that of what it compares, is a share of or completes, or its row's. */
function belongs({ id }: ShownFigure, { of }: ShownName): boolean {
  if (id === of || comparedIn(id)?.base === of) return true;
  if (id === `${of}.占比`) return true;
  // Beside the outturn that names the row stands the budget for the same.
  const budget = id
    .replace(/^年初预算\.(.+)$/, '支出.$1.合计')
    .replace(/^三公经费\.(?:全年|年初)预算数\./, '三公经费.决算数.');
  return budget === of;
}

/** What the registry calls a figure, as a whole and as the row of a table whose context says the rest. */
function namesOf(id: string, booklet: Booklet): readonly string[] {
  const label = figureOf(id, booklet)?.label ?? 'unknown';
  const code = /^[^.]+\.(\d{3,7})(\.|$)/.exec(id)?.[1];
  const inTable = code === undefined ? [] : [label.replace(/（\d+）.*$/, '')];
  const item = /^“三公”经费(.+)决算数$/.exec(label)?.[1];
  const completion = label.endsWith('完成年初预算') ? ['完成年初预算'] : [];
  // Below the name of its form a figure is called as its column is.
  const inForm = id.startsWith('绩效.') ? [id.slice(id.lastIndexOf('.') + 1)] : [];
  return [label, ...inForm, ...inTable, ...(item === undefined ? [] : [item]), ...completion];
}

/** The ways in which a figure may be printed outside the tables: as there, in a sentence, in 亿元; or why it is not. */
function printsOf(figure: Figure, { source, prior }: Booklet): readonly string[] {
  const { value } = figure;
  if (value.state === 'undisclosed') {
    // 未公开 stands only where somebody wrote it: nobody did of a year of which nothing is said.
    const base = /^(.*)\.(?:上年|增减额|增减率)$/.exec(figure.id)?.[1];
    return [base !== undefined && prior({ id: base, unit: figure.unit }) === undefined ? '—' : '未公开'];
  }
  if (value.state === 'undefined') return [];
  const { conventions } = source.pack;
  return [
    printFigure(figure, conventions).printed,
    printInSentence(figure, conventions).printed,
    formatFixed(value.exact.div(10_000), 2),
  ];
}

function isTrue(shown: ShownFigure, booklet: Booklet): boolean {
  const figure = figureOf(shown.id, booklet);
  if (figure === undefined || shown.name === undefined) return false;
  const exact = figure.value.state === 'known' ? formatExact(figure.value.exact) : '';
  return (
    belongs(shown, shown.name) &&
    namesOf(shown.name.of, booklet).includes(shown.name.text) &&
    shown.value === exact &&
    printsOf(figure, booklet).includes(shown.text)
  );
}

const asLine = ({ name, text, id }: ShownFigure): string => `${name?.text ?? '(no name)'} ${text} [${id}]`;

describe.each(ids)('%s', (id) => {
  const shownOn = (path: string): ShownPage => page(`${id}/${path}`);

  it.each(PAGES)('%s shows every figure under its own name, with its own value', (path) => {
    const { figures } = shownOn(path);
    const booklet = bookletOf(id);
    expect(figures.filter((shown) => !isTrue(shown, booklet)).map(asLine)).toEqual([]);
  });

  it('shows at least 60 names with their values', () => {
    const pairs = PAGES.flatMap((path) => shownOn(path).figures).map(asLine);
    expect(new Set(pairs).size).toBeGreaterThanOrEqual(60);
  });

  it('calls no figure by a name that is not its own, even where the value stands elsewhere', () => {
    const booklet = bookletOf(id);
    const wrong = PAGES.flatMap((path) => shownOn(path).names).filter(
      ({ of, text }) => !namesOf(of, booklet).includes(text),
    );
    expect(wrong).toEqual([]);
  });

  it('shows no part larger than its whole in one view', () => {
    const booklet = bookletOf(id);
    const wrong = PAGES.flatMap((path) => partsAboveWholes(shownOn(path).figures, booklet));
    expect(wrong).toEqual([]);
  });

  it('says of a hundred yuan where all of it went', () => {
    const said = PAGES.flatMap((path) => shownOn(path).sentences).filter((text) => text.includes('每100元'));
    expect(said.length).toBeGreaterThan(1);
    for (const text of said) {
      const shares = text.slice(text.indexOf('每100元') + 5).matchAll(/(-?\d+\.\d\d)元/g);
      const [, residue] = /相加为(\d+\.\d\d)元/.exec(text) ?? [];
      const parts = [...shares]
        .map(([, share = '']) => share)
        .slice(0, residue === undefined ? undefined : -1);
      const sum = parts.reduce((total, share) => total.plus(share), new Exact(0));
      expect([text, formatFixed(sum, 2)]).toEqual([text, residue ?? '100.00']);
    }
  });

  it('says in its description what its front page says', () => {
    const { description, figures } = shownOn('index.html');
    const known = new Set(figures.map(({ name, text }) => `${name?.text ?? ''} ${text}`));
    const said = [...description.replace(/（四舍五入[^）]*）/, '').matchAll(/([^，。、]+?)(-?\d+\.\d\d)/g)];
    const pairs = said.map(([, words = '', number = '']) => [words.replace(/^\d+年|（.*）$/g, ''), number]);
    expect(pairs.length).toBeGreaterThan(3);
    expect(pairs.filter((pair) => !known.has(pair.join(' ')))).toEqual([]);
  });

  it('says in its pictures what the tables below them say', () => {
    const { figures, pictures } = shownOn('index.html');
    const tables = figures.filter(({ view }) => view.type === 'element' && view.tagName === 'table');
    const rows = Map.groupBy(
      tables,
      ({ view, name }) => `${tables.findIndex((one) => one.view === view)} ${name?.of ?? ''}`,
    );
    const said = new Set(
      [...rows.values()].map((row) => [row[0]?.name?.text, ...row.map(({ text }) => text)].join(' ')),
    );
    const drawn = pictures.flatMap((text) => text.split(/[。；]/).slice(1, -1));
    expect(drawn.length).toBeGreaterThan(8);
    const wrong = drawn.filter((phrase) => {
      const [name = ''] = phrase.split(/(?:年初预算数|全年预算数|\d{4}年|(?=-?\d+\.\d\d))/);
      const amounts = [...phrase.matchAll(/-?\d+\.\d\d/g)].map(([amount]) => amount);
      return !said.has([name, ...amounts].join(' '));
    });
    expect(wrong).toEqual([]);
  });

  it('begins with what a picture for links shows', () => {
    const { figures } = shownOn('index.html');
    const cards = figures.filter(({ view }) => view.type === 'element' && view.tagName === 'dl');
    const own = [...new Set(cards.filter(({ id: of, name }) => of === name?.of).map(({ id: of }) => of))];
    expect(own.filter((of) => !of.includes('总计')).slice(0, 4)).toEqual([
      '收入.本年收入合计',
      '支出.本年支出合计',
      '财政拨款.本年支出',
      '三公经费.决算数.合计',
    ]);
  });
});

/** Parts of wholes that no sum of the registry sets beside each other. */
const PARTS: readonly (readonly [part: string, whole: string])[] = [
  ['收入.本年收入合计', '收入.总计'],
  ['支出.本年支出合计', '支出.总计'],
  ['财政拨款.本年支出', '支出.本年支出合计'],
  ['财政拨款.本年收入', '收入.本年收入合计'],
  ['财政拨款.支出总计', '支出.总计'],
  ['财政拨款.收入总计', '收入.总计'],
  ['支出.一般公共预算.合计', '财政拨款.本年支出'],
  ['三公经费.决算数.合计', '财政拨款.本年支出'],
];

function partsAboveWholes(figures: readonly ShownFigure[], booklet: Booklet): readonly string[] {
  return figures.flatMap((whole) =>
    figures
      .filter(({ id, view }) => view === whole.view && PARTS.some(([a, b]) => a === id && b === whole.id))
      .filter((part) => exceeds(part.id, whole.id, booklet))
      .map((part) => `${asLine(part)} > ${asLine(whole)}`),
  );
}

function exceeds(part: string, whole: string, { figures }: Booklet): boolean {
  const [a, b] = [figures.get(part).value, figures.get(whole).value];
  return (
    a.state === 'known' && b.state === 'known' && a.exact.gt(b.exact.plus(a.tolerance).plus(b.tolerance))
  );
}

it.each(['changji-sme/2023', 'demo-bureau/2023'])(
  '%s: the names and values of its front page',
  async (id) => {
    const lines = page(`${id}/index.html`).figures.map(asLine);
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`${id.replace('/', '-')}.txt`);
  },
);

describe('lists of units and years', () => {
  it.each([['changji-sme'], ['demo-bureau']])('%s shows every figure under its own name', (slug) => {
    const own = [...booklets.values()].filter((booklet) => booklet.slug === slug);
    const { figures, names } = page(`${slug}/index.html`);
    expect(figures.length).toBeGreaterThan(10);
    expect(figures.filter((shown) => !own.some((booklet) => isTrue(shown, booklet))).map(asLine)).toEqual([]);
    expect(
      names.filter(({ of, text }) => !namesOf(of, own[0] ?? bookletOf(ids[0] ?? '')).includes(text)),
    ).toEqual([]);
  });

  it('the list of all units shows every figure under its own name', () => {
    const { figures } = page('index.html');
    const all = [...booklets.values()];
    expect(figures.length).toBeGreaterThan(3);
    expect(figures.filter((shown) => !all.some((booklet) => isTrue(shown, booklet))).map(asLine)).toEqual([]);
  });
});

describe.each([2021, 2022, 2023])('the “三公”经费 of all bodies in %i', (year) => {
  it('shows every figure under its own name', () => {
    const { figures } = page(`three-public/${year}/index.html`);
    const all = [...booklets.values()].filter((booklet) => booklet.year === year);
    expect(figures.length).toBeGreaterThanOrEqual(4 * all.length);
    expect(figures.filter((shown) => !all.some((booklet) => isTrue(shown, booklet))).map(asLine)).toEqual([]);
  });
});

describe('the list of figures of a booklet', () => {
  it.each(ids)('%s: a rate without a base has no value there', (id) => {
    const html = readFileSync(join(folder, id, 'figures/index.html'), 'utf8');
    // A rate may stand beside what it compares, in the same line.
    const lines = [...html.matchAll(/<(?:li|i) id="([^"]+)">(.*?)(?=<i |<\/i>|<\/li>)/gs)];
    const booklet = bookletOf(id);
    const without = lines.filter(([, of = '']) => figureOf(of, booklet)?.value.state === 'undefined');
    expect(without.length).toBeGreaterThan(0);
    for (const [, of, line] of without)
      expect([of, line]).toEqual([of, expect.stringContaining('没有比率（')]);
  });
});
