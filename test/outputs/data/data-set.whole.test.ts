import { createHash } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Booklet } from '../../../src/compile/booklet.ts';
import { catalog, listed } from '../../../src/outputs/data/catalog.ts';
import { dataSet } from '../../../src/outputs/data/data-set.ts';
import { recordOf } from '../../../src/outputs/published/booklet-record.ts';
import { compiled } from '../../support/compiled.ts';
import { withImprint } from '../../support/imprint.ts';
import { edited, realFiles } from '../../support/project.ts';
import { bookletOf, dataOf, textOf, type DataFiles } from './data-of.ts';

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly hash: string;
  readonly dialect?: { readonly property?: string };
  readonly schema: {
    readonly fields: readonly {
      readonly name: string;
      readonly type: string;
      readonly description: string;
    }[];
  };
}

let booklet: Booklet;
let files: DataFiles;

beforeAll(async () => {
  booklet = await bookletOf('changji-sme');
  files = await dataOf(booklet);
});

afterEach(() => void vi.useRealTimers());

describe('datapackage.json', () => {
  it('describes the files as they are', () => {
    const { name, resources } = JSON.parse(textOf(files, 'datapackage.json')) as {
      name: string;
      resources: Resource[];
    };
    expect(name).toBe('changji-sme-2023');
    expect(resources).toHaveLength(10);
    for (const { path, bytes, hash, schema } of resources) {
      const content = files.get(path) ?? new Uint8Array();
      expect(bytes).toBe(content.length);
      expect(hash).toBe(`sha256:${createHash('sha256').update(content).digest('hex')}`);
      const header = schema.fields.map((field) => field.name).join(',');
      if (path.endsWith('.csv')) expect(textOf(files, path).split('\r\n')[0]).toBe(`\uFEFF${header}`);
    }
  });

  it('says of each column what its numbers count', async () => {
    const path = 'templates/ministry-2024/tables/general-budget.yaml';
    const real = await realFiles('changji-sme');
    const rates = edited(
      real,
      path,
      '支出.{科目}.一般公共预算.项目支出',
      '支出.{科目}.一般公共预算.合计.增减率',
    );
    const rated = compiled(rates).units[0]?.booklets.at(-1);
    const { resources } = JSON.parse(textOf(await dataOf(rated ?? booklet), 'datapackage.json')) as {
      resources: Resource[];
    };
    const fields = resources.find(({ name }) => name === 'general-budget')?.schema.fields ?? [];
    expect(fields.map(({ description }) => description.replace('；准确值；空为未公开', '')).slice(2)).toEqual(
      ['单位：万元', '单位：万元', '单位：万元、%'],
    );
  });

  it('describes every field of the records in figures.json', async () => {
    const corrected = compiled(withImprint(await realFiles('demo-bureau'))).units[0]?.booklets.at(-1);
    const ofBoth = [files, await dataOf(corrected ?? booklet)];
    const { resources } = JSON.parse(textOf(files, 'datapackage.json')) as { resources: Resource[] };
    const { dialect, schema } = resources.find(({ path }) => path === 'figures.json') ?? {};
    const records = ofBoth.flatMap((one) => {
      const content = JSON.parse(textOf(one, 'figures.json')) as Record<string, unknown>;
      return content[dialect?.property ?? ''] as Record<string, unknown>[];
    });
    const types = new Map(schema?.fields.map(({ name, type }) => [name, type]));
    expect(records.length).toBeGreaterThan(500);
    const values = records.flatMap((record) => Object.entries(record));
    const wrong = values.filter(([name, value]) => {
      const type = types.get(name);
      if (type === 'number') return value !== null && Number.isNaN(Number(value));
      return type === 'array' ? !Array.isArray(value) : typeof value !== type;
    });
    expect(wrong).toEqual([]);
    expect(new Set(values.map(([name]) => name))).toEqual(new Set(types.keys()));
  });

  it('names no licence where none is stated, and no time of its making', () => {
    expect(textOf(files, 'datapackage.json')).not.toMatch(/"(licenses|created)"/);
  });
});

describe('catalog.json', () => {
  it('lists every file of every booklet by a relative address', async () => {
    const { 'dcat:dataset': sets } = JSON.parse(
      catalog([recordOf(booklet, (await dataSet(booklet)).map(listed), false)]),
    ) as {
      'dcat:dataset': {
        'dct:title': string;
        'dcat:distribution': { 'dcat:downloadURL': { '@id': string } }[];
      }[];
    };
    expect(sets).toMatchObject([{ 'dct:title': '昌吉回族自治州中小企业发展局2023年度部门决算公开说明' }]);
    expect(sets[0]?.['dcat:distribution'].map((one) => one['dcat:downloadURL']['@id'])).toEqual(
      [...files.keys()].map((path) => `changji-sme/2023/${path}`),
    );
  });
});

describe('the same booklet', () => {
  it('gives the same bytes, whenever and after whatever else', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-05-06') });
    const again = await bookletOf('changji-sme');
    // A check may ask for comparisons that no sentence prints.
    for (const id of again.figures.ids().toReversed()) again.figures.find(`${id}.增减率`);
    expect(await dataOf(again)).toEqual(files);
  });
});
