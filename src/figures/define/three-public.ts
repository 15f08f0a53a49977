import { keysOf, THREE_PUBLIC_ITEMS, type ThreePublicItem } from '../../accounts/categories.ts';
import type { Exact } from '../../accounts/decimal.ts';
import type { Disclosed } from '../../accounts/disclosed.ts';
import type { FigureUnit } from '../figure.ts';
import type { FigureContext } from './context.ts';

type Amounts = Readonly<Record<ThreePublicItem, Disclosed<Exact>>>;

const ROOT = '三公经费';
const VEHICLES = '公务用车购置及运行维护费';
/** The items of T7 with their sums, in the order of the table. */
const TOTALS = ['合计', ...Object.values(THREE_PUBLIC_ITEMS), VEHICLES] as const;

/**
 * “三公”经费 (T7): budget and outturn by item with the sums of R50 and R51, the variance of the outturn from the
 * adjusted budget (R66), shares (R63), and the counts. Ids `三公经费.决算数.公务接待费`, `三公经费.公务用车保有量`.
 */
export function defineThreePublic(context: FigureContext): void {
  const { definitions, year } = context;
  const { threePublic } = year.accounts.value;
  if (threePublic.initialBudget !== undefined) defineBlock(context, '年初预算数', threePublic.initialBudget);
  defineBlock(context, '全年预算数', threePublic.adjustedBudget);
  defineBlock(context, '决算数', threePublic.outturn);
  for (const item of TOTALS) {
    const outturn = `${ROOT}.决算数.${item}`;
    const budget = `${ROOT}.全年预算数.${item}`;
    definitions.difference(
      `${outturn}.预决算差异额`,
      `“三公”经费${item}决算数与全年预算数之差`,
      outturn,
      budget,
    );
    definitions.percentage(
      `${outturn}.预决算差异率`,
      `“三公”经费${item}预决算差异率`,
      `${outturn}.预决算差异额`,
      budget,
    );
    if (item !== '合计')
      definitions.percentage(`${outturn}.占比`, `${item}占“三公”经费`, outturn, `${ROOT}.决算数.合计`);
  }
  defineCounts(context);
}

function defineBlock({ definitions, ledger }: FigureContext, block: string, amounts: Amounts): void {
  const id = (item: string): string => `${ROOT}.${block}.${item}`;
  for (const item of keysOf(THREE_PUBLIC_ITEMS)) {
    const name = THREE_PUBLIC_ITEMS[item];
    definitions.amount(id(name), `“三公”经费${name}${block}`, ledger, [ROOT, block, name], amounts[item]);
  }
  definitions.sum(id(VEHICLES), `“三公”经费${VEHICLES}${block}`, [
    id(THREE_PUBLIC_ITEMS.vehiclePurchase),
    id(THREE_PUBLIC_ITEMS.vehicleOperation),
  ]);
  definitions.sum(id('合计'), `“三公”经费${block}`, [
    id(THREE_PUBLIC_ITEMS.overseasVisits),
    id(VEHICLES),
    id(THREE_PUBLIC_ITEMS.hospitality),
  ]);
}

function defineCounts({ definitions, year, ledger }: FigureContext): void {
  const { threePublic } = year.accounts.value;
  const counts: readonly (readonly [string, FigureUnit, Disclosed<Exact>])[] = [
    ['因公出国（境）团组数', '个', threePublic.delegations],
    ['因公出国（境）人次', '人次', threePublic.travellers],
    ['公务用车购置数', '辆', threePublic.vehiclesPurchased],
    ['公务用车保有量', '辆', threePublic.vehiclesHeld],
    ['国内公务接待批次', '批次', threePublic.receptions],
    ['国内公务接待人次', '人次', threePublic.guests],
  ];
  for (const [name, unit, value] of counts) {
    definitions.count(
      `${ROOT}.${name}`,
      name,
      unit,
      { document: ledger.document, path: [ROOT, name] },
      value,
    );
  }
}
