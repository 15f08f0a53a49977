import type { Judgement } from '../../../sentences/judgement.ts';
import type { Check } from '../../check.ts';
import { changeInWords } from '../../words/explained-change.ts';
import { isIn, misquoted } from './judged.ts';

const CHANGED = isIn(['change', 'changeRate']);

/** 在职增加 4 人；退休增加 3 人，合计净增 7 人: of all that stand before, and not of the last. */
const NETTED = /^(?:[三四五]项|各项|以上)?(?:合计|共计|总计)净/u;

/** A change that a text states is the change of the figures. */
export const statedChange: Check = {
  rule: 'stated-change',
  numbers: ['R62', 'R64'],
  source: '增减额 = 本年数 − 上年数；增减率 = 增减额 ÷ 上年数',
  summary: '文字中写的增减额、增减率应与账目相符',
  run: (subject) =>
    misquoted(
      'stated-change',
      subject,
      (one, all) => CHANGED(one) && !NETTED.test(one.mention.words) && !isToldAlready(one, all),
      say,
    ),
};

/** 增加 30.15 万元，增长 8.52% of what shrank by as much: one wrong direction, told at the amount. */
function isToldAlready({ figure, mention, expected }: Judgement, all: readonly Judgement[]): boolean {
  const { quantity, role, direction } = mention;
  if (role !== 'changeRate' || expected.state !== 'known') return false;
  const amount = all.findLast((one) => one.mention.quantity.to < quantity.from);
  if (amount === undefined || amount.agrees || amount.mention.role !== 'change') return false;
  const turned = expected.exact.abs().minus(quantity.value).abs().lte(quantity.half.plus(expected.tolerance));
  return turned && amount.figure.id === figure.id && amount.mention.direction === direction;
}

function say({ figure, expected, mention: { quantity, direction, comparand } }: Judgement): string {
  const written = `${direction < 0 ? '减少' : '增加'} ${quantity.text}`;
  const base = comparand === undefined || comparand === 'last' ? '比上年' : '比预算';
  const told =
    expected.state === 'known'
      ? changeInWords(expected.exact, quantity.unit === '倍' ? '%' : quantity.unit)
      : '没有增减率（基数为 0）';
  return `文字中写“${written}”，“${figure.label}”${base}${told}；请核对`;
}
