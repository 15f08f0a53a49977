import { beforeAll, describe, expect, it } from 'vitest';
import type { Booklet } from '../../../src/compile/booklet.ts';
import type { Site } from '../../../src/compile/compile-site.ts';
import { catalog, listed } from '../../../src/outputs/data/catalog.ts';
import { dataSet } from '../../../src/outputs/data/data-set.ts';
import { recordOf } from '../../../src/outputs/published/booklet-record.ts';
import { explain } from '../../../src/figures/explain.ts';
import { feed } from '../../../src/site/hub/site-lists.ts';
import { datasetDescription } from '../../../src/site/meta/dataset.ts';
import { handOver } from '../../../src/summary/handover.ts';
import { compiled } from '../../support/compiled.ts';
import { withImprint, withPublication } from '../../support/imprint.ts';
import { realFiles } from '../../support/project.ts';
import { dataOf, textOf } from './data-of.ts';

const LICENCE = 'https://www.example/licence/';

let site: Site;
let booklet: Booklet;

const newestOf = ({ units }: Site): Booklet => {
  const newest = units[0]?.booklets.at(-1);
  if (newest === undefined) throw new Error('no booklet');
  return newest;
};

beforeAll(async () => {
  site = compiled(withImprint(await realFiles('demo-bureau')));
  booklet = newestOf(site);
});

describe('the licence of the data, stated once for the site', () => {
  it('stands in the Data Package', async () => {
    const files = await dataSet(booklet, site.settings);
    const text = new TextDecoder().decode(files.find(({ name }) => name === 'datapackage')?.bytes);
    expect(JSON.parse(text)).toMatchObject({
      licenses: [{ path: LICENCE, title: '示例开放数据许可' }],
    });
  });

  it('stands in the catalogue, of each data set and each of its files', async () => {
    const { licence } = site.settings;
    const files = (await dataSet(booklet, site.settings)).map(listed);
    const { 'dcat:dataset': sets } = JSON.parse(catalog([recordOf(booklet, files, false, licence)])) as {
      'dcat:dataset': readonly {
        'dct:license'?: object;
        'dcat:distribution': readonly { 'dct:license'?: object }[];
      }[];
    };
    expect(sets[0]?.['dct:license']).toEqual({
      '@id': LICENCE,
      '@type': 'dct:LicenseDocument',
      'dct:title': '示例开放数据许可',
    });
    const ofFiles = sets[0]?.['dcat:distribution'].map((one) => one['dct:license']);
    expect(ofFiles).toEqual(files.map(() => ({ '@id': LICENCE })));
    const without = catalog([recordOf(booklet, files, false)]).split('\n');
    expect(without.filter((line) => line.includes('"dct:license"'))).toEqual([]);
  });
});

it('the catalogue says of each file where it is, what it is and how large, and nothing of the size of a PDF', async () => {
  const data = await dataSet(booklet, site.settings);
  const pdf = { title: '全文', path: 'booklet.pdf', mediaType: 'application/pdf' };
  const { 'dcat:dataset': sets } = JSON.parse(
    catalog([recordOf(booklet, [...data.map(listed), pdf], false)]),
  ) as { 'dcat:dataset': readonly { 'dcat:distribution': readonly object[] }[] };
  const folder = `demo-bureau/${booklet.year}/`;
  expect(sets[0]?.['dcat:distribution']).toEqual(
    [...data, pdf].map((file) => ({
      '@type': 'dcat:Distribution',
      'dct:title': file.title,
      'dcat:downloadURL': { '@id': `${folder}${file.path}` },
      'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${file.mediaType}` },
      ...('bytes' in file && { 'dcat:byteSize': String(file.bytes.length) }),
    })),
  );
});

describe('the days on which a booklet was published and corrected', () => {
  it('stand in catalogue, feed and the description for search engines', async () => {
    handOver({ site, pdf: false });
    const sets = JSON.parse(catalog([recordOf(booklet, [], false)])) as { 'dcat:dataset': readonly object[] };
    expect(sets['dcat:dataset'][0]).toMatchObject({
      'dct:issued': '2024-09-05',
      'dct:modified': '2025-03-01',
    });
    expect(datasetDescription(booklet)).toMatchObject({
      license: LICENCE,
      datePublished: '2024-09-05',
      dateModified: '2025-03-01',
    });
    // Midnight in China; the booklets of other years say nothing of it.
    expect([
      ...(await feed('https://juesuan.example/')).matchAll(/<pubDate>(.*?)<\/pubDate>/g),
    ]).toMatchObject([{ 1: 'Wed, 04 Sep 2024 16:00:00 GMT' }]);
  });

  it('stand in figures.json, with what was printed of each figure before', async () => {
    const content = JSON.parse(textOf(await dataOf(booklet), 'figures.json')) as {
      figures: readonly { id: string; printed: string; corrections?: readonly object[] }[];
    };
    expect(content).toMatchObject({
      approvedOn: '2024-08-20',
      publishedOn: '2024-09-05',
      corrections: [
        { edition: 2, date: '2024-10-08', changes: '原来漏列一份合同' },
        { edition: 3, date: '2025-03-01', changes: '再次核对了合同' },
      ],
    });
    const corrected = content.figures.filter(({ corrections }) => corrections !== undefined);
    expect(corrected.map(({ id }) => id).sort()).toEqual(['收入.总计.增减率', '政府采购.服务']);
    expect(corrected.find(({ id }) => id === '政府采购.服务')).toMatchObject({
      printed: '742.80',
      corrections: [
        { edition: 2, date: '2024-10-08', before: '739.80', line: 13 },
        { edition: 3, date: '2025-03-01', before: '741.80', line: 17 },
      ],
    });
  });

  it('that are not disclosed are null there, and no day elsewhere', async () => {
    const publication =
      '公开:\n  批复日期: 未公开\n  公开日期: 未公开\n  更正:\n    - { 版次: 2, 日期: 未公开, 内容: 补列一份合同, 原数: { 政府采购.服务: 未公开 } }\n';
    const silent = newestOf(compiled(withPublication(await realFiles('demo-bureau'), publication)));
    const content = JSON.parse(textOf(await dataOf(silent), 'figures.json')) as {
      figures: readonly object[];
    };
    expect(content).toMatchObject({ approvedOn: null, publishedOn: null, corrections: [{ date: null }] });
    expect(content.figures).toContainEqual(
      expect.objectContaining({ corrections: [expect.objectContaining({ date: null, before: null })] }),
    );
    expect(catalog([recordOf(silent, [], false)])).not.toMatch(/"dct:(issued|modified)": "/);
  });

  it('are told by explain', () => {
    const { origin } = explain('政府采购.服务', booklet.told);
    expect(origin.filter((line) => line.includes('更正'))).toEqual([
      '2024-10-08 第2版更正，原来印的是 739.80 万元 content/units/demo-bureau/2023/accounts.yaml:13:22',
      '2025-03-01 第3版更正，原来印的是 741.80 万元 content/units/demo-bureau/2023/accounts.yaml:17:22',
    ]);
  });
});
