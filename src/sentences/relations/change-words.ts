import type { Interval } from '../interval.ts';
import type { Mention } from '../sentence.ts';
import { shown, signed } from './relation.ts';

export function verb({ direction, quantity }: Mention): string {
  if (quantity.kind === 'rate' || quantity.kind === 'times') return direction < 0 ? '下降' : '增长';
  return direction < 0 ? '减少' : '增加';
}

export function spoken(outcome: Interval, unit: string): string {
  const down = outcome.low.plus(outcome.high).isNegative();
  const size = down ? signed(outcome, -1) : outcome;
  const word = unit === '%' ? (down ? '下降' : '增长') : down ? '减少' : '增加';
  return `${word} ${shown(size, unit)}`;
}
