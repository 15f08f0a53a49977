import { COUNTED_PARTS } from '../amount-cues.ts';

const COUNTED = new RegExp(`(前|后)?(?<!第)(${COUNTED_PARTS})`, 'u');
const NUMERALS = '零一二三四五六七八九十';

/** How many parts a total speaks of, and whether of the first or the last. */
export interface Counted {
  readonly count: number;
  readonly first: boolean;
}

/** 两项合计, 前三类共: the parts that words of a total count. */
export function countedIn(words: string): Counted | undefined {
  const [, which, counted = ''] = COUNTED.exec(words) ?? [];
  const [numeral] = /^(?:\d+|.)/u.exec(counted) ?? [];
  if (numeral === undefined) return undefined;
  const count = /\d/u.test(numeral) ? Number(numeral) : NUMERALS.indexOf(numeral.replace('两', '二'));
  return { count, first: which === '前' };
}
