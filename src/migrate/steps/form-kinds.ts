import type { YamlMap, YamlValue } from '../../source/writer/value.ts';
import { FORM_KINDS, isOlderPack } from '../older-pack.ts';
import type { Step } from '../step.ts';

/** The two kinds of forms that the program knew by itself. */
const KINDS = record({
  整体: record({
    格式: 'overall.yaml',
    张数: '一张',
    全称: '整体支出绩效自评表',
    资金: record({ 合计: '合计', 按来源: '是', 财政来源: ['安排', '财政拨款'] }),
    指标: record({ 级数: '3', 栏: ['设定依据', '偏差原因'] }),
    执行数应为: '支出.本年支出合计',
  }),
  项目: record({
    格式: 'project.yaml',
    张数: '每个项目一张',
    全称: '项目支出绩效自评表',
    资金: record({
      合计: '年度资金总额',
      各行: [
        record({ 行: '当年财政拨款', 性质: '财政拨款' }),
        record({ 行: '上年结转资金', 性质: '上年结转', 可无: '是' }),
        record({ 行: '其他资金', 性质: '其他资金' }),
      ],
    }),
    执行得分: '是',
    指标: record({ 级数: '3', 栏: ['偏差原因'] }),
    执行数应为: '支出.项目支出',
  }),
});

/** Which kinds of forms there are was the program's knowledge; now every pack that inherits from none states them. */
export const FORM_KINDS_STATED: Step = {
  since: '0.1.0',
  files: /^templates\/[^/]+\/pack\.yaml$/u,
  find(document, others) {
    if (!isOlderPack(document, others)) return [];
    return [
      {
        at: [FORM_KINDS],
        change: `缺少“${FORM_KINDS}”：有哪几种绩效自评表、各有哪些栏目，原来由程序定，现在由模板包写`,
        rewrite: { edits: [{ do: 'insert', at: [], key: FORM_KINDS, value: KINDS }] },
      },
    ];
  },
};

function record(entries: Readonly<Record<string, YamlValue>>): YamlMap {
  return new Map(Object.entries(entries));
}
