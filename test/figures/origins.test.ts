import { beforeAll, describe, expect, it } from 'vitest';
import { Exact, formatExact } from '../../src/accounts/decimal.ts';
import type { Booklet } from '../../src/compile/booklet.ts';
import { explain } from '../../src/figures/explain.ts';
import { placeOfEntry, type Entry, type Figure } from '../../src/figures/figure.ts';
import type { Value } from '../../src/figures/value.ts';
import { figuresFile } from '../../src/outputs/data/figures-file.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { textAt, type YamlDocument, type YamlPath } from '../../src/source/yaml.ts';
import { formatPlace } from '../../src/source/place.ts';
import { compiled } from '../support/compiled.ts';
import { numbersByPlace, withDistinctNumbers } from '../support/distinct-numbers.ts';
import { edited, realFiles } from '../support/project.ts';

const PACK = 'templates/xinjiang-2023/pack.yaml';
let files: readonly RawFile[];
let booklets: readonly Booklet[];

const bookletsOf = (input: readonly RawFile[]): readonly Booklet[] =>
  compiled(input).units.flatMap((unit) => unit.booklets);

beforeAll(async () => {
  files = await realFiles('changji-sme', 'demo-bureau');
  booklets = bookletsOf(files);
});

/** What a file must say at a figure's place for the figure to be what is entered there. */
function writtenIn({ document }: { readonly document: YamlDocument }, { value, unit }: Figure): string {
  if (value.state !== 'known') return '未公开';
  const yuan = unit === '万元' && textAt(document, ['金额单位']) === '元';
  return formatExact(yuan ? value.exact.times(10_000) : value.exact);
}

/** The text of the value at a place, a number without the zeros that it may be written with. */
function textOf(document: YamlDocument, path: YamlPath): string {
  const text = textAt(document, path) ?? 'nothing';
  return /^-?\d+(\.\d+)?$/.test(text) ? formatExact(new Exact(text)) : text;
}

describe('a figure that is said to be entered at a place', () => {
  it('is what the file says there', () => {
    const entered = booklets
      .flatMap(({ figures }) => figures.all())
      .flatMap((figure) =>
        figure.origin.kind === 'reported' ? [{ figure, entry: figure.origin.entry }] : [],
      );
    expect(entered.length).toBeGreaterThan(1500);
    const wrong = entered.filter(({ figure, entry }) => {
      const approved = figure.approval === undefined ? figure.value : figure.approval.computed;
      return textOf(entry.document, entry.path) !== writtenIn(entry, { ...figure, value: approved });
    });
    expect(wrong.map(({ figure: { id }, entry }) => [id, placeOfEntry(entry), entry.path])).toEqual([]);
  });

  it('stands in the text there, if the text says more', () => {
    const read = booklets
      .flatMap(({ figures }) => figures.all())
      .flatMap((figure) => (figure.origin.kind === 'read' ? [{ figure, entry: figure.origin.entry }] : []));
    expect(read.length).toBeGreaterThan(200);
    const wrong = read.filter(
      ({ figure, entry }) => !textOf(entry.document, entry.path).includes(writtenIn(entry, figure)),
    );
    expect(wrong.map(({ figure: { id } }) => id)).toEqual([]);
  });

  it('is as many as are listed, if it was counted', () => {
    const counted = booklets.flatMap(({ figures }) =>
      figures
        .all()
        .flatMap(({ id, origin, value }) => (origin.kind === 'counted' ? [{ id, origin, value }] : [])),
    );
    expect(counted.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['机构.下设处室数', '机构.下属单位数', '绩效.整体.个数', '绩效.项目.个数']),
    );
    for (const { id, origin, value } of counted) {
      expect([id, value.state === 'known' && value.exact.toNumber()]).toEqual([id, origin.entries.length]);
      expect(
        origin.entries.every(
          ({ document, path }) => path.length === 0 || textAt(document, path) !== undefined,
        ),
      ).toBe(true);
    }
  });
});

describe('where no two places hold the same number', () => {
  const FOLDERS = ['content/units/demo-bureau/', 'content/units/changji-sme/'];
  let distinct: readonly RawFile[];
  let numbers: ReadonlyMap<string, string>;
  let all: readonly Booklet[];

  beforeAll(() => {
    distinct = FOLDERS.reduce(withDistinctNumbers, files);
    numbers = new Map(FOLDERS.flatMap((folder) => [...numbersByPlace(distinct, folder)]));
    all = bookletsOf(distinct);
  });

  /** Every place that some figure names, with what the figure says is written there. */
  function claims(): readonly (readonly [id: string, place: string, written: string])[] {
    return all.flatMap(({ figures, prior }) =>
      figures.all().flatMap((figure) => {
        const { origin, approval, pin } = figure;
        const last = prior(figure);
        const written = (entry: Entry, value: Value): string => writtenIn(entry, { ...figure, value });
        const said = [
          ...(origin.kind === 'reported'
            ? [[origin.entry, written(origin.entry, origin.value)] as const]
            : []),
          ...(approval ? [[approval.entry, written(approval.entry, figure.value)] as const] : []),
          ...(last?.entry ? [[last.entry, written(last.entry, last.value)] as const] : []),
          ...(pin ? [[pin.entry, formatExact(new Exact(pin.print))] as const] : []),
        ];
        return said.map(([entry, text]) => [figure.id, formatPlace(placeOfEntry(entry)), text] as const);
      }),
    );
  }

  it('each figure names the line and column of its own', () => {
    const wrong = claims().filter(([, place, written]) => {
      const text = numbers.get(place);
      return text === undefined ? written !== '未公开' : formatExact(new Exact(text)) !== written;
    });
    expect(wrong).toEqual([]);
  });

  it('each number that is entered is a figure, and of one figure only', () => {
    const places = claims().flatMap(([id, place]) => (numbers.has(place) ? [`${place} ${id}`] : []));
    const named = new Set(places.map((one) => one.split(' ')[0]));
    expect([...numbers.keys()].filter((place) => !named.has(place))).toEqual([
      // The years of the files that hold nothing but figures for comparison.
      'content/units/demo-bureau/2020/accounts.yaml:4:5',
      'content/units/changji-sme/2022/accounts.yaml:5:5',
    ]);
    expect(new Set(places).size).toBe(named.size);
    expect(numbers.size).toBeGreaterThan(2000);
  });
});

describe('the points of the execution row', () => {
  const ID = '绩效.project-1.执行分值';

  it('are laid down by the pack, in the line that says so', () => {
    for (const { figures } of booklets) {
      const { origin, value } = figures.get(ID);
      if (origin.kind !== 'set' || origin.entry === undefined) throw new Error('not laid down');
      expect(origin.entry.document.source.path).toBe(PACK);
      expect(textAt(origin.entry.document, origin.entry.path)).toBe('10');
      expect(value).toMatchObject({ state: 'known' });
    }
  });

  it('are printed as the pack lays them down, and counted into the total', () => {
    const changed = bookletsOf(edited(files, PACK, '  执行分值: 10', '  执行分值: 20'));
    const [booklet] = changed;
    if (booklet === undefined) throw new Error('no booklet');
    const cells = booklet.render().forms.flatMap(({ body }) => body.flat());
    expect(cells.find(({ figure }) => figure?.id === ID)).toMatchObject({ text: '20' });
    const total = (one: Booklet | undefined): string => {
      const value = one?.figures.get('绩效.project-1.总分值').value;
      return value?.state === 'known' ? formatExact(value.exact) : '';
    };
    expect([total(booklets[0]), total(booklet)]).toEqual(['100', '110']);
  });

  it('are what is common where the pack is silent', () => {
    const [booklet] = bookletsOf(edited(files, PACK, '  执行分值: 10\n', ''));
    expect(booklet?.figures.get(ID)).toMatchObject({ origin: { kind: 'set' } });
    expect(booklet?.figures.get(ID).origin).not.toHaveProperty('entry');
  });
});

describe('a rate whose base is zero', () => {
  /** What explain, the pages and figures.json say of it. */
  const CASES = [
    ['三公经费.决算数.合计.增减率', '上年为零，不能作除数，没有这个比率；公开文本按惯例印100.00%。'],
    ['三公经费.决算数.公务接待费.增减率', '上年为零，不能作除数，没有这个比率；公开文本按惯例印0.00%。'],
    [
      '三公经费.决算数.公务接待费.预决算差异率',
      '“‘三公’经费公务接待费全年预算数”为零，不能作除数，没有这个比率；公开文本按惯例印0.00%。',
    ],
  ] as const;

  it.each(CASES)('%s is told alike by explain and figures.json', (id, words) => {
    const booklet = booklets.find(({ slug }) => slug === 'changji-sme');
    if (booklet === undefined) throw new Error('no booklet');
    const { value, origin } = explain(id, booklet.told);
    expect([value, origin]).toEqual(['没有这个比率', [words]]);
    const line = figuresFile(booklet)
      .split('\n')
      .find((one) => one.includes(`"id":"${id}"`));
    expect(JSON.parse((line ?? '').trim().replace(/,$/, ''))).toMatchObject({
      value: null,
      state: 'undefined',
      remark: words,
    });
  });
});

describe('a comparison with a year of which the input says nothing', () => {
  it('is told to have no last year, and one that somebody withheld to be undisclosed', async () => {
    const files = await realFiles('changji-sme');
    const prior = 'content/units/changji-sme/2022/accounts.yaml';
    const withheld = edited(
      files,
      prior,
      '  收入.总计: 450.53',
      '  收入.本年收入合计: 未公开\n  收入.总计: 450.53',
    );
    const valueIn = (input: readonly RawFile[]): string | undefined => {
      const booklet = compiled(input).units[0]?.booklets[0];
      return booklet && explain('收入.本年收入合计.上年', booklet.told).value;
    };
    expect(valueIn(files)).toBe('没有上年数');
    expect(valueIn(withheld)).toBe('未公开');
  });
});
