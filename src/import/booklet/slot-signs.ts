import type { Slot } from './pattern.ts';

const NUMBER = /[\d.,\-负]/u;
const NUMBER_BEGINS = /[\d\-负]/u;
const ORDINAL = /[\d一二三四五六七八九十]/u;
const PUNCTUATION = /[,、。;:!?]/u;

/**
 * What each sign costs that a reading takes without knowing it, around the parts and in numbers. Signs of the pattern's own
 * words cost nothing, which is what draws a reading to them.
 */
const UNKNOWN = 0.05;
/** A little more, so that no reason takes in the tables behind it. */
const NAMED = 0.052;
/** A text ends at the first place where what follows it may begin. */
const LONG = 0.0505;

/**
 * What it costs to take a sign of the text into a slot.
 *
 * @param more whether the slot has others before it
 */
export function costOfSign(slot: Slot, sign: string, more: boolean): number {
  if (slot.kind === 'figure') return (more ? NUMBER : NUMBER_BEGINS).test(sign) ? UNKNOWN : 4;
  if (slot.kind === 'ordinal') return ORDINAL.test(sign) ? UNKNOWN : 2;
  if (slot.kind === 'name') return PUNCTUATION.test(sign) ? 1.5 : /[\d()]/u.test(sign) ? 0.3 : NAMED;
  if (slot.kind === 'tables') return UNKNOWN;
  if (slot.long === true) return LONG;
  // A reason is mostly one sentence; what stands behind it is rather something that the pattern has not.
  return sign === '。' ? 5 : NAMED;
}
