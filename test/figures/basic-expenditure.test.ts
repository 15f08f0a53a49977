import { toString } from 'hast-util-to-string';
import { beforeAll, describe, expect, it } from 'vitest';
import { formatFixed } from '../../src/accounts/decimal.ts';
import type { Booklet } from '../../src/compile/booklet.ts';
import { compiled } from '../support/compiled.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { edited, realFiles } from '../support/project.ts';

const ACCOUNTS = 'content/units/demo-bureau/2023/accounts.yaml';
let files: readonly RawFile[];
let before: Booklet;

beforeAll(async () => {
  files = (await realFiles('demo-bureau')).filter(({ path }) => !/\/202[01]\//.test(path));
  before = bookletOf(files);
});

function bookletOf(input: readonly RawFile[]): Booklet {
  const booklet = compiled(input).units[0]?.booklets.at(-1);
  if (booklet === undefined) throw new Error('no booklet');
  return booklet;
}

/** What the parts make of a total, which also stands as approved. */
function madeOf({ figures }: Booklet, id: string): string {
  const { value, approval } = figures.get(id);
  const made = approval?.computed ?? value;
  return made.state === 'known' ? formatFixed(made.exact, 2) : made.state;
}

const PERSONNEL = '基本支出.人员经费';
const OPERATING = '基本支出.公用经费';

describe('basic expenditure of an economic class', () => {
  it.each([
    ['30103', '301', '奖金', PERSONNEL],
    ['30309', '303', '奖励金', PERSONNEL],
    ['30201', '302', '办公费', OPERATING],
    ['30701', '307', '国内债务付息', OPERATING],
    ['30901', '309', '房屋建筑物购建', OPERATING],
    ['31002', '310', '办公设备购置', OPERATING],
    ['31101', '311', '资本金注入', OPERATING],
    ['31201', '312', '资本金注入', OPERATING],
    ['31302', '313', '对社会保险基金补助', OPERATING],
    ['39907', '399', '国家赔偿费用支出', OPERATING],
  ])('%s of %s, %s, is part of %s and of nothing else', (code, _, name, whole) => {
    // A hundred 万元 more of it.
    const own = new RegExp(`^  "${code}":\n(    名称: .*\n)    金额: (.*)$`, 'm');
    const text = new TextDecoder().decode(files.find(({ path }) => path === ACCOUNTS)?.bytes);
    const [entry = '', head = '', amount = ''] = own.exec(text) ?? [];
    const more =
      entry === ''
        ? edited(files, ACCOUNTS, '\n基本支出经济分类:\n', `\n基本支出经济分类:\n  "${code}": 1000000.00\n`)
        : edited(
            files,
            ACCOUNTS,
            entry,
            `  "${code}":\n${head}    金额: ${(Number(amount) + 1e6).toFixed(2)}`,
          );
    const after = bookletOf(more);
    const grown = (id: string): number => Number(madeOf(after, id)) - Number(madeOf(before, id));
    expect([PERSONNEL, OPERATING].map((id) => [id, Math.round(grown(id))])).toEqual([
      [PERSONNEL, whole === PERSONNEL ? 100 : 0],
      [OPERATING, whole === OPERATING ? 100 : 0],
    ]);
    const words = after
      .render()
      .parts.map(({ content }) => content.map((node) => toString(node)).join(''))
      .join('');
    const [, personnel = '', operating = ''] =
      /，其中：人员经费[\d.]+万元，包括：(.*?)。\s*公用经费[\d.]+万元，包括：(.*?)。/s.exec(words) ?? [];
    expect([personnel.split('、').includes(name), operating.split('、').includes(name)]).toEqual([
      whole === PERSONNEL,
      whole === OPERATING,
    ]);
  });

  it('that a booklet does not have is nothing, not missing', () => {
    for (const code of ['301', '302', '303', '307', '310', '312', '399'])
      expect(before.figures.has(`基本支出.${code}`)).toBe(true);
    expect(madeOf(before, '基本支出.312')).toBe('0.00');
  });
});
