import { THREE_PUBLIC_ITEMS } from '../../accounts/categories.ts';
import type { FigureContext } from './context.ts';

const ROOT = '三公经费';
const VEHICLES = '公务用车购置及运行维护费';
/** The items of T7 with their sums, in the order of the table. */
const TOTALS = ['合计', ...Object.values(THREE_PUBLIC_ITEMS), VEHICLES] as const;

/** The sums of a column of T7 (R50, R51): `三公经费.决算数.合计`. A column that was not entered has none. */
export function deriveThreePublicSums(
  column: '年初预算数' | '全年预算数' | '决算数',
): (context: FigureContext) => void {
  const id = (item: string): string => `${ROOT}.${column}.${item}`;
  return ({ definitions }) => {
    if (!definitions.has(id(THREE_PUBLIC_ITEMS.hospitality))) return;
    definitions.sum(id(VEHICLES), `“三公”经费${VEHICLES}${column}`, [
      id(THREE_PUBLIC_ITEMS.vehiclePurchase),
      id(THREE_PUBLIC_ITEMS.vehicleOperation),
    ]);
    definitions.sum(id('合计'), `“三公”经费${column}`, [
      id(THREE_PUBLIC_ITEMS.overseasVisits),
      id(VEHICLES),
      id(THREE_PUBLIC_ITEMS.hospitality),
    ]);
  };
}

/** The variance of the outturn from the adjusted budget (R66), and shares (R63). */
export function deriveThreePublicRates({ definitions }: FigureContext): void {
  for (const item of TOTALS) {
    const outturn = `${ROOT}.决算数.${item}`;
    const budget = `${ROOT}.全年预算数.${item}`;
    definitions.difference(`${outturn}.预决算差异额`, `“三公”经费${item}决算数与全年预算数之差`, [
      outturn,
      budget,
    ]);
    definitions.percentage(
      `${outturn}.预决算差异率`,
      `“三公”经费${item}预决算差异率`,
      `${outturn}.预决算差异额`,
      budget,
    );
    if (item !== '合计')
      definitions.percentage(`${outturn}.占比`, `${item}占“三公”经费`, outturn, `${ROOT}.决算数.合计`);
  }
}
