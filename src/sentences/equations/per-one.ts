import { ZERO } from '../../accounts/decimal.ts';
import { saysNotAllPaid } from '../charity/overlaps.ts';
import { roundedBy } from '../interval.ts';
import type { Placed } from '../relations/placed.ts';
import type { Mention, Sentence } from '../sentence.ts';
import { isAlike } from './beside.ts';

/** Units of lengths and areas as a price may tell them: 每米 of 公里. */
const SCALES: Readonly<Record<string, readonly (readonly [unit: string, scale: number])[]>> = {
  米: [['公里', 1000]],
  公里: [['米', 0.001]],
  方: [
    ['平方米', 1],
    ['立方米', 1],
  ],
  平方米: [['公顷', 10000]],
  辆: [['台', 1]],
  车: [
    ['辆', 1],
    ['台', 1],
  ],
  处: [['座', 1]],
  校: [['所', 1]],
  校次: [['所', 1]],
  次: [['人次', 1]],
  生: [
    ['人', 1],
    ['名', 1],
  ],
  师: [
    ['人', 1],
    ['名', 1],
  ],
  床: [['张', 1]],
  户: [['家', 1]],
  企: [['家', 1]],
  案: [['件', 1]],
  单: [['件', 1]],
  中: [],
};
/** How many of what a price is told by (`unit`) one of what is counted is; undefined where it is something else. */
export function scaleOf({ mention: { quantity, after, words } }: Placed, unit: string): number | undefined {
  if (quantity.kind !== 'count') return undefined;
  if (isAlike(quantity.unit, unit)) return 1;
  // 律师事务所 24 家，所均 9 人: what is counted is called so.
  if (words.endsWith(unit)) return 1;
  // 4 个季度，平均每季度; 8 个调查组, of which 组 is told further on.
  if (quantity.unit === '个' && isCalled(unit, after)) return 1;
  const scaled = SCALES[unit]?.find(([other]) => other === quantity.unit);
  if (scaled !== undefined) return scaled[1];
  // 32 个中心，每个中心; 单价 of whatever is counted.
  return unit === '价' || unit === '位' ? 1 : undefined;
}

/** 32 个行政村，平均每村: what is counted ends in what one is called. */
function isCalled(unit: string, after: string): boolean {
  return (
    after.startsWith(unit) ||
    new RegExp(`^[\\p{Script=Han}]{1,4}${unit}(?![\\p{Script=Han}]{0,2}[\\d人])`, 'u').test(after)
  );
}

/** 日均 784 通 is rounded to whole ones; 每村 8 万元 is laid down and exact. */
export function meanOf({ mention, clause }: Placed, sentence: Sentence): Mention {
  const { quantity } = mention;
  const isMean = clause.includes('均');
  if (isMean) {
    return { ...mention, quantity: { ...quantity, half: roundedBy(quantity) } };
  }
  const isExactly = !quantity.digits.includes('.') && !saysNotAllPaid(sentence);
  return isExactly ? { ...mention, quantity: { ...quantity, half: ZERO } } : mention;
}
