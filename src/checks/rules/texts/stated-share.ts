import type { Judgement } from '../../../sentences/judgement.ts';
import type { Check } from '../../check.ts';
import { expectedText, isIn, misquoted } from './judged.ts';

/** A share that a text states is the part of the whole that it names. */
export const statedShare: Check = {
  rule: 'stated-share',
  numbers: ['R62', 'R63'],
  source: '占比 = 部分 ÷ 合计',
  summary: '文字中写的占比应与账目相符',
  run: (subject) => misquoted('stated-share', subject, isIn(['share']), say),
};

function say({ name, figure, expected, mention: { quantity, whole = '' } }: Judgement): string {
  const parts = whole === '' ? `“${figure.label}”的占比` : `“${name}” ÷ “${whole}”`;
  return `文字中的占比为 ${quantity.text}，应为 ${expectedText(expected, '%')}（${parts}）；请核对`;
}
