import type { Slot } from './pattern.ts';

const NUMBER = /[\d.,\-负]/u;
const ORDINAL = /[\d一二三四五六七八九十]/u;
const PUNCTUATION = /[,、。;:!?]/u;

/** What it costs to take a sign of the text into a slot: nothing where it belongs there, little where it may. */
export function costOfSign(slot: Slot, sign: string): number {
  if (slot.kind === 'figure') return NUMBER.test(sign) ? 0 : 4;
  if (slot.kind === 'ordinal') return ORDINAL.test(sign) ? 0 : 2;
  if (slot.kind === 'name') return PUNCTUATION.test(sign) ? 1.5 : /[\d()]/u.test(sign) ? 0.3 : 0.05;
  if (slot.kind === 'tables') return 0.01;
  // A text ends at the first place where what follows it may begin.
  if (slot.long === true) return 0.012;
  // A reason is mostly one sentence; what stands behind it is rather something that the pattern has not.
  return sign === '。' ? 5 : 0.05;
}
