import { describe, expect, it } from 'vitest';
import { saysNothing } from '../../../src/checks/words/empty-words.ts';

/** What stood, or may stand, where a reason should. */
const EMPTY = [
  '无 / 同上 见附件 …… 待定 x — - 。 略 不详 暂无 按规定 正常 测试 abc 111 原因 主要原因 增加 减少 详见说明 无。 （略） /无',
  'N/A n/a null NULL TBD undefined ……。 同前 同左 见上 见上表 如上 同上。 “无” 【无】 无无无 ***** ？？？ · ～ ⼀ １２３ ①②③ 啊 人 2.5%',
  '没有 无原因 无说明 无具体原因 暂无说明 待补充 待核实 待确认 从略 省略 不明 不清楚 不适用 不涉及 详见附件1 详见绩效自评报告 详见第三部分说明 参见附表',
  '具体原因详见附件。 见附表2 见批复 按照有关规定 按规定执行 按要求执行 正常支出 正常增长 正常变动 属正常现象 测试文字 示例 占位 空 空白',
  '原因如下： 主要原因是 主要原因： 原因一 原因1 其他原因 支出增加 支出减少 费用增加 较上年增加 比上年减少5.3万元 有所增加 略有下降 增减变动 同比增长3.2%',
  '本年支出较上年增加 本年决算数比上年决算数减少，下降12.5% 增加5.3万元，增长3.2% 变动 有变化了 等 等等 包括 主要包括 相关费用 各项支出等 asdf test none 按实际情况填写 请根据单位实际填写原因 请结合实际说明',
].flatMap((line) => line.split(' '));

const HONEST = [
  '追加 预算调剂 据实结算 人员变动 增人增资 增资 工资调整 机构改革 天气原因 疫情原因 按实际情况结算水费 根据实际需要增加人员 价格上涨 新增 退休 落实政策 财政压减预算 工作需要 水费增加 项目支出增加',
  '未公开 无人员变动 无新增项目 上年无此项支出 见习人员增加 见效快 同城化工作增加 同行评议费增加 燃油费、维修费 租车 接待用餐 无外事任务 待遇提高 待报解项目增加',
  '按规定标准提高补贴 按规定记实职业年金 正常晋级晋档 测试服务采购增加 示例市拨付 空调更换 不详细的预算已补齐 上年基数低 略高于上年物价 参照公务员法管理',
  'སྡེ་ཚན་གྱི་ལས་འགན་མཐར་ཕྱིན་པ། يېڭى',
].flatMap((line) => line.split(' '));

describe('a text that says nothing', () => {
  it.each(EMPTY)('%s', (text) => {
    expect(saysNothing(text)).toBe(true);
  });

  it.each([
    ['公务接待费', ['公务接待费']],
    ['公务接待费等费用', ['公务接待费']],
    ['行政运行支出增加', ['行政运行（2010301）一般公共预算财政拨款支出', '行政运行']],
    ['收入总计比上年增加', ['收入总计', '收入']],
  ])('%s, beside its own name', (text, names) => {
    expect(saysNothing(text, () => names)).toBe(true);
    expect(saysNothing(`${text}主要是外宾来访`, () => names)).toBe(false);
  });

  it.each(
    [
      '主要 原因 因素 情况 说明 如下 内容 具体 各种 各项 相关 有关 等 等等 包括 包含 用于 用 是 为 系 因为 因 由于 导致 所致 造成',
      '支出 开支 经费 费用 费 数额 数 金额 总额 决算 执行 项目内容 本年度 本年 当年 今年 上年度 上年 上一年 去年 与 较 比 和 同 相比 相较 对比',
      '有所 略有 小幅 大幅 相应 增长 增加 上升 提高 增减 增 减少 下降 降低 减 变化 差异 波动 亿元 万元 元 个百分点 百分之 了 的 之 所 而',
    ].flatMap((line) => line.split(' ')),
  )('%s, where nothing but a change is told of', (word) => {
    expect(saysNothing(`变动${word}变动`)).toBe(true);
    expect(saysNothing(`变动${word}人员变动`)).toBe(false);
  });

  it('may be long', () => {
    expect(saysNothing('—'.repeat(20_000))).toBe(true);
    expect(saysNothing('啊'.repeat(20_000))).toBe(true);
  });
});

describe('a text that says something', () => {
  it.each(HONEST)('%s', (text) => {
    expect(saysNothing(text)).toBe(false);
  });

  it('may begin as if it did not', () => {
    expect(saysNothing(`参见${'某项目按批复的实施方案分期支付设备款'.repeat(3)}`)).toBe(false);
    expect(saysNothing(`${'增加'.repeat(5_000)}人员`)).toBe(false);
    expect(saysNothing(`${'啊'.repeat(19_000)}人员`)).toBe(false);
    expect(saysNothing(`${'—'.repeat(19_000)}人员增加`)).toBe(false);
  });
});
