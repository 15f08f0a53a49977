import type { Judgement } from '../../../sentences/judgement.ts';
import type { Check } from '../../check.ts';
import { expectedText, isIn, misquoted } from './judged.ts';

/** What a figure may be quoted as: its own amount, last year's, its budget. */
const QUOTED = isIn(['amount', 'outturn', 'last', 'initial', 'adjusted', 'budget', 'base']);
const WHOSE: Readonly<Record<string, string>> = {
  last: '上年的',
  base: '上年的',
  initial: '年初预算的',
  adjusted: '全年预算的',
  budget: '预算的',
};

/** A figure that a text quotes is the figure of the accounts. */
export const quotedFigure: Check = {
  rule: 'quoted-figure',
  numbers: ['R62', 'R69', 'R76'],
  source: '文字与报表的同一个数一致',
  summary: '文字中引用的数应与账目相同',
  run: (subject) => misquoted('quoted-figure', subject, QUOTED, say),
};

function say({ name, figure, expected, mention: { role, quantity }, slip }: Judgement): string {
  const advice = slip ? '请把“元”改成“万元”' : '请核对文字和账目';
  const called = name === '' ? figure.label : name;
  const wanted = `${expectedText(expected, quantity.unit)}（账目的“${figure.label}”）`;
  return `文字中${WHOSE[role] ?? ''}“${called}”为 ${quantity.text}，应为 ${wanted}；${advice}`;
}
