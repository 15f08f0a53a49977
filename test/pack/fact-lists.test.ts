import { toString } from 'hast-util-to-string';
import { describe, expect, it } from 'vitest';
import { compiled } from '../support/compiled.ts';
import { findSample } from '../../src/describe/words/sample.ts';
import { packWords } from '../../src/describe/words/pack-words.ts';
import { wordsText } from '../../src/describe/words/words-text.ts';
import { edited, withBytes } from '../support/project.ts';
import { DEMO_ACCOUNTS, withTestPack } from '../support/test-packs.ts';

const PART = 'templates/commissions/parts/commissions.md.hbs';
const PACK = 'templates/commissions/pack.yaml';
const BY_UNIT =
  '\n培训:\n  费用: { 本级: 41135.93, 示例市政务服务中心: 0.00, 示例市大数据服务中心: 20000.00 }\n  人次: { 本级: 30, 示例市大数据服务中心: 12 }\n';
const declared = edited(
  await withTestPack('commissions'),
  PACK,
  '\n自定合计:\n',
  `
  培训.费用: { 名称: 培训费用, 单位: 万元, 分: 单位 }
  培训.人次: { 名称: 培训人次, 单位: 人次, 分: 单位 }

自定合计:
`,
);
const files = edited(declared, DEMO_ACCOUNTS, '\n委托业务:\n', `${BY_UNIT}\n委托业务:\n`);

function says(text: string): string {
  const site = compiled(withBytes(files, PART, new TextEncoder().encode(`${text}\n`)));
  const errors = site.diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return errors.map(({ rule, message }) => `${rule} ${message}`).join('\n');
  const booklet = site.units[0]?.booklets.find(({ year }) => year === 2023);
  const part = booklet?.render().parts.find(({ key }) => key === 'commissions');
  return (part?.content.map((node) => toString(node)) ?? []).join('').trim();
}

describe('a list of what a pack’s facts are broken down by', () => {
  it.each([
    [
      '{{#each 委托业务项}}{{编码}}{{名称}}{{万元 评估咨询费}}和{{万元 信息服务费}}共{{万元 小计}}；{{/each}}',
      '2010301行政运行10.00和1.28共11.28；2010350事业运行0.00和6.00共6.00；2080501行政单位离退休4.00和0.00共4.00；',
    ],
    [
      '{{#each 委托业务项 有数="评估咨询费" 升序="小计"}}{{名称}}{{占 评估咨询费 小计}}%；{{/each}}',
      '行政单位离退休100.00%；行政运行88.66%；',
    ],
    [
      '{{#each 委托业务类 降序="小计"}}{{名称}}：{{#each 下级}}{{名称}}{{#each 下级}}（{{名称}}{{万元 小计}}）{{/each}}{{/each}}；{{/each}}',
      '一般公共服务支出：政府办公厅（室）及相关机构事务（行政运行11.28）（事业运行6.00）；社会保障和就业支出：行政事业单位养老支出（行政单位离退休4.00）；',
    ],
    [
      '{{#each 培训 降序="人次"}}{{名称}}{{万元 费用}}万元{{数 人次}}人次；{{/each}}',
      '本级4.11万元30人次；示例市大数据服务中心2.00万元12人次；',
    ],
    ['{{连列 培训 有数="费用"}}', '本级、示例市大数据服务中心'],
    [
      '{{#each 培训 有数="人次"}}{{名称}}{{万元 费用}}万元{{数 人次}}人次；{{/each}}',
      '本级4.11万元30人次；示例市大数据服务中心2.00万元12人次；',
    ],
    ['{{#if 委托业务款}}有{{/if}}', '有'],
    ['{{#each 委托业务项}}{{万元 咨询费}}{{/each}}', /^unknown-figure .*没有“咨询费”/u],
    ['{{#each 委托业务项 有数="咨询费"}}{{名称}}{{/each}}', /^unknown-name .*清单各项没有“咨询费”这个数/u],
    [
      '{{#each 委托事务项}}{{名称}}{{/each}}',
      /^unknown-name 没有“委托事务项”这个清单；是否为“委托业务项”？/u,
    ],
    ['{{#each 培训}}{{万元 人次}}{{/each}}', /^wrong-helper “人次”的单位是人次/u],
  ])('%s', (text, expected) => {
    if (typeof expected === 'string') expect(says(text)).toBe(expected);
    else expect(says(text)).toMatch(expected);
  });

  it('has a row for each item in a table, and is among the words of the pack', () => {
    const table = edited(
      files,
      'templates/commissions/tables/commissions.yaml',
      '      - { 合计行: 合计, 数: ["委托业务.{栏}", 委托业务.小计] }',
      '      - { 逐项: 培训, 数: ["", "", "培训.费用.{项}"] }',
    );
    const site = compiled(table);
    const booklet = site.units[0]?.booklets.find(({ year }) => year === 2023);
    const rows = booklet?.render().tables.find(({ key }) => key === 'commissions')?.body ?? [];
    expect(rows.slice(-2).map((row) => row.map(({ text }) => text))).toEqual([
      ['', '本级', '', '', '4.11'],
      ['', '示例市大数据服务中心', '', '', '2.00'],
    ]);
    const source = findSample(files, 'commissions');
    if (source === undefined) throw new Error('no sample');
    const lines = wordsText(packWords(source.pack, source));
    expect(lines).toContain('清单 委托业务项（例中 3 项）');
    expect(lines).toContain('清单 培训.人次：人次 → 30');
  });
});
