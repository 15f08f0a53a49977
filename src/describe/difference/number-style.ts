import type { NumberStyle } from '../../pack/number-style.ts';
import type { Conventions } from '../../pack/pack.ts';

/** How numbers are printed where a pack says nothing. */
const USUAL = { unit: '万元', decimals: 2, rateDecimals: 2, separated: false } as const satisfies NumberStyle;

/** How a table prints its numbers, what the pack says for all tables included. */
export function tableStyleText({ inTables }: Conventions, own: NumberStyle | undefined): string {
  return styleText({ ...inTables, ...own });
}

/** `以万元为单位，2 位小数`. */
export function styleText(style: NumberStyle | undefined): string {
  const { unit, decimals, rateDecimals, separated, zero } = { ...USUAL, ...style } as NumberStyle;
  return [
    `以${unit}为单位`,
    `${decimals} 位小数`,
    `百分数 ${rateDecimals} 位小数`,
    ...(separated === true ? ['有千分位'] : []),
    ...(zero === undefined ? [] : [zero === '' ? '零空着' : `零印 ${zero}`]),
  ].join('，');
}
