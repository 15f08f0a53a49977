import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { toString } from 'hast-util-to-string';
import { describe, expect, it } from 'vitest';
import { applied, mutationsOf } from '../../scripts/mutate/mutations.ts';
import { compiled } from '../support/compiled.ts';
import { explain } from '../../src/figures/explain.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { edited, ROOT, textOf } from '../support/project.ts';
import { DEMO_ACCOUNTS, withTestPack } from '../support/test-packs.ts';

const files = await withTestPack('commissions');
const site = compiled(files);
const booklet = site.units[0]?.booklets.find(({ year }) => year === 2023);
if (booklet === undefined) throw new Error('no booklet');

function problems(all: readonly RawFile[]): readonly string[] {
  return compiled(all)
    .diagnostics.filter(({ severity }) => severity !== 'note')
    .map(({ severity, rule, place }) => `${severity} ${rule} ${place.file}:${place.line}`);
}

describe('a tenth table with two columns that its pack declares, one sentence and one relation', () => {
  it('is YAML and Markdown alone, and makes no finding', () => {
    const own = readdirSync(join(ROOT, 'test/packs/commissions'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);
    expect(own.every((name) => /\.(?:yaml|md\.hbs)$/.test(name))).toBe(true);
    expect(problems(files)).toEqual([]);
  });

  it('prints codes by class with what each class comes to, and a column for each of the two', () => {
    const table = booklet.render().tables.find(({ key }) => key === 'commissions');
    expect(table?.head.map((row) => row.map(({ text }) => text))).toEqual([
      ['编码', '科目名称', '评估咨询费', '信息服务费', '小计'],
    ]);
    expect(table?.body.map((row) => row.map(({ text }) => text))).toEqual([
      ['2010301', '行政运行', '10.00', '1.28', '11.28'],
      ['2010350', '事业运行', '0.00', '6.00', '6.00'],
      ['一般公共服务支出小计', '10.00', '7.28', '17.28'],
      ['2080501', '行政单位离退休', '4.00', '0.00', '4.00'],
      ['社会保障和就业支出小计', '4.00', '0.00', '4.00'],
      ['合计', '14.00', '7.28', '21.28'],
    ]);
  });

  it('prints its sums in its sentence, and explains them down to their lines', () => {
    const part = booklet.render().parts.find(({ key }) => key === 'commissions');
    expect(
      part?.content
        .map((node) => toString(node))
        .join('')
        .trim(),
    ).toBe('委托业务费21.28万元，其中评估咨询费14.00万元；一般公共服务以外的4.00万元。');
    const line =
      textOf(files, DEMO_ACCOUNTS).split('\n').indexOf('  "2080501": { 评估咨询费: 40000.00 }') + 1;
    expect(JSON.stringify(explain('委托业务.其他各类', booklet.told))).toContain(`${DEMO_ACCOUNTS}:${line}:`);
  });

  it.each([
    ['费: 100000.00', '费: 100010.00'],
    ['费: 60000.00', '费: 59999.00'],
  ])('check finds a wrong value in it: %s for %s', (from, to) => {
    const wrong = edited(files, DEMO_ACCOUNTS, from, to);
    const line =
      textOf(files, DEMO_ACCOUNTS)
        .split('\n')
        .findIndex((text) => text.includes('评估咨询费: 100')) + 1;
    expect(problems(wrong)).toEqual([`error declared-relation ${DEMO_ACCOUNTS}:${line}`]);
  });

  it('mutate finds that each of its values is noticed', () => {
    const file = files.find(({ path }) => path === DEMO_ACCOUNTS);
    if (file === undefined) throw new Error('no accounts');
    const own = mutationsOf(file, []).filter(({ label }) => label.startsWith('委托业务.'));
    expect(own).toHaveLength(4);
    expect(own.filter((mutation) => problems(applied(files, mutation)).length === 0)).toEqual([]);
  });
});
