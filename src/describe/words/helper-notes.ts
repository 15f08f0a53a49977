import type { ArgumentKind } from '../../pack/language.ts';
import type { Pack } from '../../pack/pack.ts';

/** What a helper is for, and one way to write it that holds in every pack. */
export interface HelperNote {
  readonly says: string;
  /** Undefined where the pack has nothing that it could name. */
  example(pack: Pack): string | undefined;
}

function note(says: string, example: string): HelperNote {
  return { says, example: () => example };
}

const NOTES: Readonly<Record<string, HelperNote>> = {
  元: note('金额，印成元，不带单位', '{{元 收入.总计}}'),
  万元: note('金额，印成万元，不带单位', '{{万元 收入.总计}}'),
  亿元: note('金额，印成亿元，不带单位', '{{亿元 收入.总计}}'),
  百分数: note('比率，不带 %', '{{百分数 支出.基本支出.占比}}'),
  数: note('人数、辆数等', '{{数 人员.实有人数}}'),
  占比: note('这个数的占比，多用在清单里', '{{占比 支出.基本支出}}'),
  占: note('一个数占另一个数的百分比，不带 %', '{{占 支出.基本支出 支出.本年支出合计}}'),
  完成率: note('决算数完成预算数的百分比，不带 %', '{{完成率 支出.一般公共预算.合计 年初预算.一般公共预算}}'),
  措辞: {
    says: '按数的正、负、零、未公开等选一句“自定措辞”',
    example: ({ phrases }) =>
      [...phrases.own.keys()].slice(0, 1).map((name) => `{{措辞 "${name}" 收入.总计}}`)[0],
  },
  较上年: note('按增减选一句“措辞.较上年”', '{{较上年 收入.总计}}'),
  原因: note('只印原因的文字', '{{原因 收入.总计}}'),
  主要原因: note('原因从句，没有变动也没有写原因时不印', '{{主要原因 收入.总计}}'),
  开支内容: note('narrative.yaml 的开支内容', '{{开支内容 "公务接待费"}}'),
  中文序号: note('清单的第几项：一、二、三', '{{#each 收入来源}}{{中文序号 @index}}、{{名称}}；{{/each}}'),
  序号: note('清单的第几项：1、2、3', '{{#each 收入来源}}{{序号 @index}}.{{名称}}；{{/each}}'),
  较预算: note('按决算数与预算数之差选一句“措辞.较预算”', '{{较预算 支出.一般公共预算.合计}}'),
  节: note('部分中的下一节，依次编号', '{{节}}、收入；{{节}}、支出'),
  小节: note('这一节中的下一小节，依次编号', '（{{小节}}）收入；（{{小节}}）支出'),
  连列: note('清单各项的名称用顿号连起来', '{{连列 收入来源 有数="收入"}}'),
  绩效自评表: note('插入自评表，独占一段', '{{绩效自评表 "项目"}}'),
  决算表: {
    says: '插入一张决算表，独占一段',
    example: ({ tables: [first] }) => first && `{{决算表 "${first.key}"}}`,
  },
  有数: note(
    '数字不全为零时印前一半，否则印 {{else}} 后面的',
    '{{#有数 收入.事业收入}}有{{else}}没有{{/有数}}',
  ),
  有文字: note('有没有写这段文字', '{{#有文字 叙述.其他说明事项}}有{{else}}没有{{/有文字}}'),
  若单位: note('按单位类型选', '{{#若单位 "事业单位"}}是{{else}}不是{{/若单位}}'),
  若情形: {
    says: '按单位有没有申明情形选',
    example: ({ states }) =>
      [...states.keys()].slice(0, 1).map((name) => `{{#若情形 "${name}"}}是{{else}}不是{{/若情形}}`)[0],
  },
  each: note('清单逐项', '{{#each 支出性质 有数="支出"}}{{名称}}{{万元 支出}}万元；{{else}}没有{{/each}}'),
  if: note('清单有没有内容', '{{#if 下设处室}}有{{else}}没有{{/if}}'),
  unless: note(
    '清单是否没有内容；不是最后一项',
    '{{#each 支出性质}}{{名称}}{{#unless @last}}、{{/unless}}{{/each}}',
  ),
};

/** What each helper is for, by its name. */
export const HELPER_NOTES: ReadonlyMap<string, HelperNote> = new Map(Object.entries(NOTES));

/** What stands for an argument where a helper is shown. */
export const ARGUMENT_WORDS: Readonly<Record<ArgumentKind, string>> = {
  figure: '数字',
  list: '清单',
  string: '"文字"',
  form: '"种类"',
  phrase: '"措辞的名称"',
  state: '"情形"',
  table: '"表名"',
  places: '"几位"',
  yes: '"是"或"否"',
  field: '"各项的数"',
  index: '@index',
  condition: '清单',
  text: '文字的名称',
};
