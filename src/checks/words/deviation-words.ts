/**
 * Words at least one of which a reason for falling short contains: what was lacking, what came between, what will be
 * done. A reason without any of them only describes the project.
 */
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

/** Words that fill the cell and say nothing. */
const EMPTY_REASONS =
  /^(?:无|没有|无偏差|无偏差原因|不适用|不涉及|正常|已完成|按计划完成|完成|详见附件|见附件|略|同上|暂无|[-—–/\\.。、…\s]*)$/u;

const REASON = new RegExp(REASON_WORDS.join('|'), 'u');

/** Whether a text given as a reason for a deviation gives one. */
export function givesReason(text: string): boolean {
  return !EMPTY_REASONS.test(text.trim()) && REASON.test(text);
}
