import { Exact } from '../accounts/decimal.ts';

/** What kind of thing a quantity measures; only quantities of one kind and unit are added or compared. */
export type QuantityKind = 'money' | 'rate' | 'points' | 'times' | 'count';

/** A unit as texts write it. */
export interface WrittenUnit {
  readonly kind: QuantityKind;
  /** The unit in which its quantities are kept: 万元, %, 人. */
  readonly unit: string;
  /** How many of those it is. */
  readonly factor: Exact;
}

const ONE = new Exact(1);
const money = (factor: string): WrittenUnit => ({ kind: 'money', unit: '万元', factor: new Exact(factor) });

const MEASURES: Readonly<Record<string, WrittenUnit>> = {
  亿元: money('10000'),
  千万元: money('1000'),
  百万元: money('100'),
  万元: money('1'),
  千元: money('0.1'),
  元: money('0.0001'),
  '%': { kind: 'rate', unit: '%', factor: ONE },
  '‰': { kind: 'rate', unit: '%', factor: new Exact('0.1') },
  个百分点: { kind: 'points', unit: '个百分点', factor: ONE },
  百分点: { kind: 'points', unit: '个百分点', factor: ONE },
  倍: { kind: 'times', unit: '倍', factor: ONE },
};

/** Words that count, with the one by which each is kept where several mean the same. */
const COUNTED =
  // Several characters.
  (
    '人次 批次 车次 台次 场次 班次 户次 件次 例次 剂次 册次 轮次 架次 家次 项次 人份 台班 个工作日 个月 个人月 人月 人天 人日 床日 平方米 平方公里 ' +
    '公里 千米 标箱 台（套） 台套 件（套） 台（件） 公斤 千克 小时 分钟 工时 学时 课时 立方米 千瓦时 千瓦 兆瓦 标段 公顷 周年 周岁 ' +
    // One.
    '个 份 张 项 人 批 辆 次 件 家 户 条 篇 场 期 处 座 间 所 支 只 部 册 本 类 种 宗 起 亩 吨 天 分 组 台 套 例 ' +
    '班 栋 幢 门 幅 块 盏 名 位 单 秒 岁 米 款 笔 株 颗 片 页 字 封 通 餐 床 路 箱 包 袋 桶 盒 瓶 枚 轮 卷 周 ' +
    '把 具 架 艘 顶 副 头 匹 羽 尾 樘 扇 根 棵 眼 节 堂 集 首 剂 针 道 盆 面 度 对 孔 帧 席 股 队 案'
  ).split(' ');
const SAME: Readonly<Record<string, string>> = {
  名: '人',
  位: '人',
  台套: '台（套）',
  千米: '公里',
  千克: '公斤',
  个人月: '人月',
};
const MULTIPLES: Readonly<Record<string, string>> = {
  '': '1',
  百: '100',
  千: '1000',
  万: '10000',
  亿: '100000000',
};

const UNITS: ReadonlyMap<string, WrittenUnit> = new Map([
  ...Object.entries(MEASURES),
  ...COUNTED.flatMap((word) =>
    Object.entries(MULTIPLES).map(([multiple, factor]): [string, WrittenUnit] => [
      multiple + word,
      { kind: 'count', unit: SAME[word] ?? word, factor: new Exact(factor) },
    ]),
  ),
]);
const LONGEST = Math.max(...[...UNITS.keys()].map(({ length }) => length));

/** The unit that a text goes on with at a place, the longest that fits, and its length there. */
export function unitAt(
  text: string,
  at: number,
): { readonly written: WrittenUnit; readonly length: number } | undefined {
  for (let length = LONGEST; length > 0; length -= 1) {
    const written = UNITS.get(text.slice(at, at + length));
    if (written !== undefined) return { written, length };
  }
  return undefined;
}
