/**
 * What a citizen asks first: what came in, what was spent, what of it came from appropriations, and the three public
 * expenses. Of the year itself: money carried over and left unspent is in the totals (总计), where a part of the budget
 * can be larger than all that was spent.
 */
export const OF_THE_YEAR = {
  revenue: '收入.本年收入合计',
  expenditure: '支出.本年支出合计',
  fiscal: '财政拨款.本年支出',
  threePublic: '三公经费.决算数.合计',
} as const;

const COMPARED = [OF_THE_YEAR.revenue, OF_THE_YEAR.expenditure, OF_THE_YEAR.fiscal];
/** The same with what was carried over and left unspent, each under its own name. */
const TOTALS = ['收入.总计', '支出.总计', '财政拨款.支出总计'];

/** All figures by which booklets are set side by side. */
export const GREAT_FIGURES: readonly string[] = [...Object.values(OF_THE_YEAR), ...TOTALS];

/**
 * The great figures to set beside those of other years: those of the year or, where none of these is known of another
 * year, the totals, so that what is compared stands side by side with its like.
 *
 * @param isCompared whether a figure is known of the years that are set side by side
 */
export function comparedFigures(isCompared: (id: string) => boolean): readonly string[] {
  return COMPARED.some(isCompared) ? COMPARED : TOTALS.some(isCompared) ? TOTALS : COMPARED;
}
