import type { Judgement } from '../../../sentences/against-figures.ts';
import type { Check } from '../../check.ts';
import { changeInWords } from '../../words/explained-change.ts';
import { isIn, misquoted } from './judged.ts';

const CHANGED = isIn(['change', 'changeRate']);

/** A change that a text states is the change of the figures. */
export const statedChange: Check = {
  rule: 'stated-change',
  numbers: ['R62', 'R64'],
  source: '增减额 = 本年数 − 上年数；增减率 = 增减额 ÷ 上年数',
  summary: '文字中写的增减额、增减率应与账目相符',
  run: (subject) => misquoted('stated-change', subject, CHANGED, say),
};

function say({ figure, expected, mention: { quantity, direction, comparand } }: Judgement): string {
  const written = `${direction < 0 ? '减少' : '增加'} ${quantity.text}`;
  const base = comparand === undefined || comparand === 'last' ? '比上年' : '比预算';
  const told =
    expected.state === 'known'
      ? changeInWords(expected.exact, quantity.unit === '倍' ? '%' : quantity.unit)
      : '没有增减率（基数为 0）';
  return `文字中写“${written}”，“${figure.label}”${base}${told}；请核对`;
}
