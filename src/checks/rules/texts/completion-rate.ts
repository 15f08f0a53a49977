import type { Judgement } from '../../../sentences/judgement.ts';
import type { Check } from '../../check.ts';
import { expectedText, isIn, misquoted } from './judged.ts';

/** What a text says of how far a budget was used follows from the two amounts; on no budget there is no such rate. */
export const completionRate: Check = {
  rule: 'completion-rate',
  numbers: ['R62', 'R65', 'R66'],
  source: '预算完成率 = 决算数 ÷ 预算数 = 100% + 预决算差异率',
  summary: '文字中的预算完成率、预决算差异率应与决算数、预算数相符；预算为 0 时没有完成率',
  run: (subject) => misquoted('completion-rate', subject, isIn(['completion', 'variance']), say),
};

function say({ figure, expected, mention: { role, quantity } }: Judgement): string {
  const rate = role === 'variance' ? '预决算差异率' : '预算完成率';
  if (expected.state !== 'known')
    return `文字中的${rate}为 ${quantity.text}，预算数为 0，没有${rate}（R65）；请核对`;
  return `文字中的${rate}为 ${quantity.text}，应为 ${expectedText(expected, '%')}（“${figure.label}”的决算数、预算数，R66）；请核对`;
}
