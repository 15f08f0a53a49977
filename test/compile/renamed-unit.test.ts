import { beforeAll, describe, expect, it } from 'vitest';
import type { SiteUnit } from '../../src/compile/site-unit.ts';
import { toHtml } from 'hast-util-to-html';
import { catalog, listed } from '../../src/outputs/data/catalog.ts';
import { dataSet } from '../../src/outputs/data/data-set.ts';
import { Exact } from '../../src/accounts/decimal.ts';
import { known } from '../../src/figures/value.ts';
import { hasErrors } from '../../src/source/diagnostic.ts';
import { recordOf } from '../../src/outputs/published/booklet-record.ts';
import { unitIndex } from '../../src/site/hub/unit-rows.ts';
import { summarizeUnits } from '../../src/summary/unit-summary.ts';
import { compiled } from '../support/compiled.ts';
import { workbookFiles } from '../outputs/data/read-workbook.ts';
import { edited, realFiles } from '../support/project.ts';

const OLD = '示例市行政审批局';
const NEW = '示例市政务服务局';
const FILE = 'content/units/demo-bureau/unit.yaml';

let unit: SiteUnit;

/** The demonstration unit with another name, kind and subordinates until 2022. */
async function renamed(): Promise<SiteUnit> {
  const real = await realFiles('demo-bureau');
  const named = edited(
    real,
    FILE,
    `\n名称: ${NEW}\n类型: 行政单位\n`,
    `\n名称:\n  2019: ${OLD}\n  2023: ${NEW}\n类型:\n  2019: 参公事业单位\n  2023: 行政单位\n主管部门:\n  2019: 示例市人民政府办公室\n  2023: 无\n`,
  );
  const files = edited(
    named,
    FILE,
    '  - 示例市政务服务中心\n  - 示例市大数据服务中心\n',
    '  2019:\n    - 示例市政务服务中心\n  2023:\n    - 示例市政务服务中心\n    - 示例市大数据服务中心\n',
  );
  const site = compiled(files);
  expect(hasErrors(site.diagnostics)).toBe(false);
  const [only] = site.units;
  if (only === undefined) throw new Error('no unit');
  return only;
}

function bookletOf(year: number) {
  const booklet = unit.booklets.find((one) => one.year === year);
  if (booklet === undefined) throw new Error(`no booklet ${year}`);
  return booklet;
}

describe('a unit that was renamed in 2023', () => {
  beforeAll(async () => {
    unit = await renamed();
  });

  it.each([
    [2022, OLD, NEW],
    [2023, NEW, OLD],
  ])(
    'its booklet of %d is %s in its title, tables, data and catalogue, never %s',
    async (year, name, other) => {
      const booklet = bookletOf(year);
      const { title, tables, forms } = booklet.render();
      expect(title).toContain(name);
      expect(tables.map(({ unitName }) => unitName)).toEqual(tables.map(() => name));
      expect(forms.map(({ unitName }) => unitName)).toEqual(forms.map(() => name));
      const set = await dataSet(booklet);
      const record = recordOf(booklet, set.map(listed), false);
      const read = (path: string): string =>
        new TextDecoder().decode(set.find((file) => file.path === path)?.bytes);
      for (const text of [read('figures.json'), read('datapackage.json'), catalog([record])]) {
        expect(text).toContain(name);
        expect(text).not.toContain(other);
      }
      const book = set.find(({ path }) => path === 'booklet.xlsx');
      const sheets = Object.values(workbookFiles(book?.bytes ?? new Uint8Array())).join('');
      expect(sheets).toContain(name);
      expect(sheets).not.toContain(other);
    },
  );

  it('says the subordinates and the kind of the year', () => {
    const text = (year: number, part: string): string => {
      const found = bookletOf(year)
        .render()
        .parts.find(({ key }) => key === part);
      return toHtml(found?.content.slice() ?? []).replaceAll(/<[^>]*>/g, '');
    };
    expect(text(2023, 'overview')).toContain('示例市大数据服务中心');
    expect(text(2022, 'overview')).not.toContain('示例市大数据服务中心');
    expect(bookletOf(2022).figures.get('机构.下属单位数').value).toEqual(known(new Exact(1)));
    expect(text(2022, 'explanations')).toContain('（参照公务员法管理的事业单位）机关运行经费支出');
    expect(text(2023, 'explanations')).toContain('（行政单位）机关运行经费支出');
    expect([bookletOf(2022).unit.kind, bookletOf(2023).unit.kind]).toEqual(['参公事业单位', '行政单位']);
    expect([bookletOf(2022).unit.supervisor, bookletOf(2023).unit.supervisor]).toEqual([
      '示例市人民政府办公室',
      undefined,
    ]);
  });

  it('is listed by its newest name and found by its former one', () => {
    const [row] = unitIndex(summarizeUnits([unit], false)).rows;
    expect(row?.name).toBe(NEW);
    expect(row?.otherNames).toContain(OLD);
    expect(unit.formerNames).toEqual([{ name: OLD, years: '2022年度及以前' }]);
  });
});
