import { describe, expect, it } from 'vitest';
import { formatFixed } from '../../src/accounts/decimal.ts';
import { toString } from 'hast-util-to-string';
import { edited, realFiles } from '../support/project.ts';
import { DEMO_ACCOUNTS, withTestPack } from '../support/test-packs.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { compiled } from '../support/compiled.ts';

const demo = await realFiles('demo-bureau');

function bookletOf(files: readonly RawFile[]) {
  const found = compiled(files).units[0]?.booklets.find(({ year }) => year === 2023);
  if (found === undefined) throw new Error('no booklet');
  return found;
}

/** A figure as a reader takes it down: its label, its value with two decimals, its unit. */
function seen(files: readonly RawFile[], id: string): string {
  const figure = bookletOf(files).figures.find(id);
  if (figure === undefined) return 'none';
  const { value, label, unit } = figure;
  return `${label} ${value.state === 'known' ? formatFixed(value.exact, 2) : value.state} ${unit}`;
}

const ADJUSTED = '\n基本支出经济分类:\n';
const withAdjusted = edited(
  demo,
  DEMO_ACCOUNTS,
  ADJUSTED,
  `\n全年预算:\n  一般公共预算:\n    "2010302": 4500000.00\n    "2010303": 1400000.00\n  政府性基金预算: 6500000.00\n  国有资本经营预算: 1600000.00\n${ADJUSTED}`,
);
const ITEM = '一般行政管理事务（2010302）一般公共预算财政拨款支出';

it('the budgets of some funds alone make no budget of all appropriations', () => {
  const some = edited(demo, DEMO_ACCOUNTS, ADJUSTED, `\n全年预算:\n  一般公共预算: 47000000.00\n${ADJUSTED}`);
  expect(seen(some, '全年预算.一般公共预算')).toContain('4700.00 万元');
  expect(seen(some, '全年预算.财政拨款')).toContain('undisclosed');
  expect(seen(withAdjusted, '全年预算.财政拨款')).toContain('1400.00 万元');
});

describe('an outturn against its budget', () => {
  it.each([
    ['支出.2010302.一般公共预算.合计.预决算差异额', `${ITEM}与年初预算数之差 11.18 万元`],
    ['支出.2010302.一般公共预算.合计.预决算差异率', `${ITEM}预决算差异率 2.63 %`],
    ['支出.2010302.一般公共预算.合计.完成年初预算率', `${ITEM}完成年初预算 102.63 %`],
    [
      '支出.20103.一般公共预算.合计.完成年初预算率',
      '政府办公厅（室）及相关机构事务（20103）一般公共预算财政拨款支出完成年初预算 102.77 %',
    ],
    ['支出.政府性基金预算.合计.完成年初预算率', '政府性基金预算财政拨款支出完成年初预算 110.37 %'],
    ['财政拨款.本年支出.预决算差异额', '本年财政拨款支出与年初预算数之差 217.18 万元'],
    ['三公经费.决算数.公务接待费.完成年初预算率', '“三公”经费公务接待费决算数完成年初预算 85.72 %'],
    ['三公经费.决算数.合计.完成全年预算率', '“三公”经费决算数完成全年预算 97.05 %'],
    ['绩效.项目.全年执行数.完成全年预算率', '项目支出绩效自评全年执行数完成全年预算 93.25 %'],
    ['支出.2010302.一般公共预算.合计.完成全年预算率', 'none'],
    ['收入.事业收入.完成年初预算率', 'none'],
    ['支出.2010350.非财政拨款.合计.预决算差异率', 'none'],
  ])('%s is %s', (id, words) => {
    expect(seen(demo, id)).toBe(words);
  });

  it('is against the adjusted budget, too, where a region enters it', () => {
    expect(seen(withAdjusted, '支出.2010302.一般公共预算.合计.完成全年预算率')).toBe(
      `${ITEM}完成全年预算 96.93 %`,
    );
    expect(seen(withAdjusted, '全年预算.财政拨款')).toBe('财政拨款支出全年预算数 1400.00 万元');
  });

  it('of a code without an entry among the budgets by code is against nothing', () => {
    const id = '支出.2010507.一般公共预算.合计';
    expect(seen(withAdjusted, '全年预算.2010507.一般公共预算')).toBe(
      '专项普查活动（2010507）一般公共预算财政拨款支出全年预算数 0.00 万元',
    );
    expect(seen(withAdjusted, `${id}.完成全年预算率`)).toContain('undefined');
  });

  it('of a code is not told where the budget was entered as one amount', () => {
    expect(seen(withAdjusted, '支出.2120899.政府性基金预算.合计.完成全年预算率')).toContain('undisclosed');
  });

  it('is in no list of figures but those that booklets always had', () => {
    const ids = bookletOf(demo).figures.ids();
    expect(ids.filter((id) => id.startsWith('支出.2010302.') && /预算率|差异/u.test(id))).toEqual([]);
    expect(ids).toContain('支出.一般公共预算.合计.完成年初预算率');
  });

  it('follows for what a pack declares from the budget that it names', async () => {
    const files = await withTestPack('meetings');
    expect(seen(files, '会议费.决算数.完成年初预算率')).toBe('会议费决算数完成年初预算 86.92 %');
    expect(seen(files, '会议费.决算数.预决算差异额')).toBe('会议费决算数与年初预算数之差 -0.59 万元');
    expect(seen(files, '会议费.会议个数.完成年初预算率')).toBe('none');
  });

  it('is printed item by item in a list', async () => {
    const part = 'templates/meetings/parts/meetings.md.hbs';
    const sentence =
      '{{#each 国有资本经营支出项}}{{名称}}年初预算{{万元 年初预算}}万元，完成{{百分数 完成年初预算率}}%；{{/each}}\n\n会议费{{万元';
    const booklet = bookletOf(edited(await withTestPack('meetings'), part, '会议费{{万元', sentence));
    const [text] = booklet.render().parts.find(({ key }) => key === 'meetings')?.content ?? [];
    expect(text && toString(text)).toBe(
      '国有企业退休人员社会化管理补助支出年初预算40.00万元，完成106.18%；其他国有资本经营预算支出年初预算110.00万元，完成104.76%；',
    );
  });
});
