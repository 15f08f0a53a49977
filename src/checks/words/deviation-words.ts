import { saysNothing } from './empty-words.ts';

/** Words that a reason for falling short contains: what was lacking, what came between, what will be done. */
const REASON_WORDS = [
  ...['未', '没', '无法', '不', '因', '由于', '受', '影响', '导致', '鉴于'],
  ...['延', '迟', '滞后', '推后', '顺延', '缓', '暂', '停', '取消', '调整', '变更', '变动'],
  ...[
    '少',
    '低',
    '缺',
    '欠',
    '难',
    '困',
    '有限',
    '尚',
    '待',
    '退出',
    '离',
    '流失',
    '偏',
    '下降',
    '降低',
    '较',
  ],
  ...['多', '超', '高', '增', '节约', '结余', '剩余', '压减'],
  ...['疫情', '集中', '跨年', '跨年度', '按年', '两年期', '分期', '后期', '次年', '下年', '下一年', '明年'],
  ...[
    '将',
    '已',
    '今后',
    '下一步',
    '计划',
    '改进',
    '整改',
    '加强',
    '加大',
    '加快',
    '完善',
    '优化',
    '督促',
    '协调',
    '进行',
    '推进',
  ],
];

/** Words that fill the cell of a deviation, besides those that say nothing anywhere. */
const EMPTY_REASONS = /^(?:无偏差|无偏差原因|已完成|按计划完成|完成)$/u;

/** A sentence that only says what the project or its money is: 此项目为单位保障项目, 属于补助资金, 项目正常开展. */
const DESCRIPTION =
  /^[^，]{0,20}(?:为|是|属于?)[^，]{1,20}(?:项目|资金|经费|工作|任务|指标|支出|类)$|^[^，]{0,12}(?:正常|按(?:计划|要求|规定|时|期))(?:开展|推进|实施|执行|完成|支付)$/u;

const REASON = new RegExp(REASON_WORDS.join('|'), 'u');

/** Whether a text given as a reason for a deviation gives one: it says more than what the project is. */
export function givesReason(text: string): boolean {
  if (EMPTY_REASONS.test(text.trim()) || saysNothing(text)) return false;
  const sentences = text.split(/[。；;\n]/u).flatMap((sentence) => sentence.trim() || []);
  return REASON.test(text) || !sentences.every((sentence) => DESCRIPTION.test(sentence));
}
