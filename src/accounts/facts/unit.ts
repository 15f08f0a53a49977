/** Units that the program itself knows: money, rates, the year, and the values of indicators. */
export const SPECIAL_UNITS = ['万元', '%', '年', '指标值'] as const;

/**
 * What a figure counts. Amounts are always in 万元, whatever unit their file is written in; the value of an indicator
 * (指标值) has the unit that its target names. Any other unit is a word: 人, 辆, 平方米, or what a pack's facts count.
 */
export type FigureUnit = (typeof SPECIAL_UNITS)[number] | (string & Record<never, never>);

/** Units of what is measured, not counted: they have two decimals at most. */
const MEASURED: ReadonlySet<FigureUnit> = new Set([
  '%',
  '元',
  '平方米',
  '亩',
  '公顷',
  '公里',
  '吨',
  '立方米',
]);

/** How many decimals a number of this unit may have where it is entered. */
export function decimalsOf(unit: FigureUnit): number {
  return unit === '万元' || unit === '分' || MEASURED.has(unit) ? 2 : 0;
}

/** Whether numbers of this unit are measured and printed with two decimals. */
export function isMeasured(unit: FigureUnit): boolean {
  return MEASURED.has(unit);
}

/** Whether a unit is one of what is counted or measured: neither money nor a rate, nor the value of an indicator. */
export function isCounted(unit: FigureUnit): boolean {
  return unit === '年' || !SPECIAL_UNITS.some((one) => one === unit);
}
