import { expect, it } from 'vitest';
import { compiled } from '../support/compiled.ts';
import { edited } from '../support/project.ts';
import { withTestPack } from '../support/test-packs.ts';

const PACK = 'templates/meetings/pack.yaml';
const PART = 'templates/meetings/parts/meetings.md.hbs';
const CALL = '{{万元 会议费.决算数}}';

const files = await withTestPack('meetings');

/** The errors of a file: their lines and messages. */
function toldOf(file: string, from: string, to: string): string {
  const { diagnostics } = compiled(edited(files, file, from, to));
  return diagnostics
    .filter(({ severity, place }) => severity === 'error' && place.file === file)
    .map(({ place, message }) => `${place.line} ${message}`)
    .join('\n');
}

it.each([
  ['单位: 个 }', '单位： 个 }', '没有“单位： 个”这一项；键后面的冒号要用半角'],
  ['会议个数, 单位: 个', '会议个数，单位: 个', '35 方括号、花括号里的逗号、冒号是全角的'],
  ['{ 名称: 会议个数, 单位: 个 }', '｛ 名称: 会议个数, 单位: 个 ｝', '35 这里的括号是全角的'],
  ['meetings.md.hbs }', 'meetings.md.hbs ｝', '10 这里的括号是全角的'],
  ['  - meetings\n', '  － meetings\n', '24 列表的每一行以半角的“-”加空格开头'],
  ['  - meetings\n', '  -meetings\n', '24 列表的每一行以半角的“-”加空格开头'],
  ['单位: "%"', '单位: “%”', '只写单位本身，不带标点'],
  ['单位: "%"', '单位: "％"', '只写单位本身，不带标点'],
])('pack.yaml with %s typed as %s: the sign is named', (from, to, message) => {
  expect(toldOf(PACK, from, to)).toContain(message);
});

it.each([
  ['{{万元 会议费。决算数}}', '是否为“会议费.决算数”？（这里的 。 是中文标点，请改用半角的“.”）'],
  ['{{万元 会议费.决算数 小数＝1}}', '（这里的 ＝ 是中文标点，请改用半角的“=”）'],
  ['{{万元 会议费.决算数 小数=“1”}}', '（这里的引号是中文引号，请改用半角的 "）'],
  ['{{万元 “会议费.决算数”}}', '（这里的引号是中文引号，请改用半角的 "）'],
  ['{{万元，会议费.决算数}}', '助手与数字之间空一格，例如 {{万元 会议费.决算数}}'],
  ['{{万元会议费.决算数}}', '助手与数字之间空一格，例如 {{万元 会议费.决算数}}'],
  ['{{会议费.决算数}}', '助手写在前面，例如 {{万元 会议费.决算数}}'],
  ['{{会议费.决算数 万元}}', '助手写在前面，例如 {{万元 会议费.决算数}}'],
  ['{{＃有数 会议费.决算数}}', '（这里的 ＃ 是中文标点，请改用半角的“#”）'],
  ['{{万元 基本支出.302}}', '以数字开头的一段要加方括号，例如 基本支出.[302]'],
  ['{{＞ meetings}}', '（这里的 ＞ 是中文标点，请改用半角的“>”）'],
])('a text with %s: what to write is said', (to, message) => {
  expect(toldOf(PART, CALL, to)).toContain(message);
});

it.each([
  ['占{{万元 会议费.决算数}}%，计', '“万元”印的数后面写着“%”，单位不对'],
  ['{{亿元 会议费.决算数}}', '“亿元”印的数后面写着“万”，单位不对'],
  ['{{元 会议费.决算数}}', '“元”印的数后面写着“万”，单位不对'],
  ['{{百分数 会议费.占商品和服务支出}}', '“百分数”印的数后面写着“万元”，单位不对'],
  ['{{占 会议费.决算数 基本支出.[302]}}', '“占”印的数后面写着“万元”，单位不对'],
])('a text with %s before the unit of another number: told', (to, message) => {
  expect(toldOf(PART, CALL, to)).toContain(message);
});

it('a year in Chinese numerals is a number that nobody answers for, unless it is declared', () => {
  const typed = edited(files, PART, CALL, `二〇二三年${CALL}`);
  expect(toldOf(PART, CALL, `二〇二三年${CALL}`)).toContain('“二〇二三”，应写成 {{年度}}、{{上年度}}');
  const declared = edited(typed, PACK, '\n自定数:\n', '\n字面数: [二〇二三年]\n自定数:\n');
  expect(compiled(declared).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
});
