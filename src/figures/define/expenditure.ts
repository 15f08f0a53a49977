import { APPROPRIATIONS, EXPENDITURE_KINDS, FUNDS, keysOf, type Fund } from '../../accounts/categories.ts';
import { withAncestors } from '../../accounts/code-levels.ts';
import { UNDISCLOSED } from '../../accounts/disclosed.ts';
import { codesOfFund, hasUnclassified } from '../../accounts/facts/fund-codes.ts';
import { EXPENDITURE, fundLabel } from '../../accounts/facts/money-facts.ts';
import { codeLabel } from '../../accounts/code-table.ts';
import { cellIds } from '../cell-ids.ts';
import type { FigureContext } from './context.ts';
import { unclassifiedVeil } from './facts.ts';

/** Undisclosed: how much of the expenditure of undisclosed classification belongs to a given code. */
const VEIL = unclassifiedVeil(EXPENDITURE.nonFiscal[0] ?? { path: [] });

type CellId = (code: string) => string;

/** Ids of a fund's cells, for each kind that it knows and for their sum. */
const FUND_CELLS = {
  generalBudget: fundCells('generalBudget'),
  governmentFund: fundCells('governmentFund'),
  stateCapital: fundCells('stateCapital'),
  nonFiscal: fundCells('nonFiscal'),
} as const satisfies Readonly<Record<Fund, object>>;

function fundCells(fund: Fund): { readonly kinds: ReadonlyMap<string, CellId>; readonly total: CellId } {
  const kinds = EXPENDITURE[fund].map(({ path }) => path.at(-1) ?? '');
  return {
    kinds: new Map(kinds.map((kind) => [kind, cellIds('支出', `${FUNDS[fund]}.${kind}`)])),
    total: cellIds('支出', `${FUNDS[fund]}.合计`),
  };
}

/** Ids of the cells over all funds. */
const ROW_CELLS = Object.values(EXPENDITURE_KINDS).map((kind) => ({ kind, cell: cellIds('支出', kind) }));
const ROW_TOTAL = cellIds('支出', '合计');
const ROW_FISCAL = cellIds('支出', '财政拨款');

/** What keeps rows from being known where some expenditure was entered without its code: `支出.未公开.分科目`. */
export function defineUnclassified({ definitions, entered }: FigureContext): void {
  if (keysOf(FUNDS).some((fund) => hasUnclassified(entered, fund)))
    definitions.undisclosed(VEIL, '科目未公开的支出中属于某一科目的部分');
}

/** What was spent of one fund, by code and in all (R08, R43, R57): `支出.<code>.<fund>.合计`, `支出.<fund>.合计`. */
export function deriveFund(fund: Fund): (context: FigureContext) => void {
  const label = `${fundLabel(fund)}支出`;
  const { kinds, total } = FUND_CELLS[fund];
  return ({ definitions, entered, codes }) => {
    for (const code of withAncestors(codesOfFund(entered, fund))) {
      const inputs = [...kinds.values()].map((cell) => cell(code));
      definitions.sum(total(code), `${codeLabel(code, codes.functional)}${label}`, inputs);
    }
    const totals = EXPENDITURE[fund].map(({ id }) => id);
    definitions.sum(`支出.${FUNDS[fund]}.合计`, label, totals);
  };
}

/** A fund's codes, and the kinds of which something was entered without a code. */
interface FundRows {
  readonly fund: Fund;
  readonly codes: ReadonlySet<string>;
  readonly unclassified: ReadonlySet<string>;
}

/**
 * Sums of expenditure over funds (T3, T4; R03, R20–R26): `支出.<code>.<kind>`, `支出.<code>.合计`, `支出.<code>.财政拨款`.
 */
export function deriveExpenditureRows(context: FigureContext): void {
  const { entered, codes } = context;
  const funds = keysOf(FUNDS).map((fund): FundRows => {
    const unclassified = EXPENDITURE[fund].filter(({ id }) => entered.rows(id).has(UNDISCLOSED));
    return {
      fund,
      codes: new Set(withAncestors(codesOfFund(entered, fund))),
      unclassified: new Set(unclassified.map(({ path }) => path.at(-1) ?? '')),
    };
  });
  const classes = [...codes.functional.keys()].filter((code) => code.length === 3);
  const rows = withAncestors([...classes, ...entered.codesIn('支出')]);
  for (const code of rows) defineRow(context, code, funds);
  for (const code of rows.filter((row) => row.length === 3)) defineClassByFund(context, code, funds);
}

/** One row of T3: the five kinds over all funds, and their total. */
function defineRow({ definitions, codes }: FigureContext, code: string, funds: readonly FundRows[]): void {
  const label = codeLabel(code, codes.functional);
  const cells = ROW_CELLS.map(({ kind, cell }) => {
    const inputs = funds.flatMap((fund): readonly string[] => {
      const ofFund = FUND_CELLS[fund.fund].kinds.get(kind);
      if (ofFund === undefined) return [];
      if (fund.codes.has(code)) return [ofFund(code)];
      return fund.unclassified.has(kind) ? [VEIL] : [];
    });
    return definitions.sum(cell(code), `${label}${kind}`, inputs);
  });
  definitions.sum(ROW_TOTAL(code), `${label}本年支出合计`, cells);
}

/** One row of T4's right side: a 类 over the three appropriations. Rows without money of a fund are zero. */
function defineClassByFund(
  { definitions, codes }: FigureContext,
  code: string,
  funds: readonly FundRows[],
): void {
  const label = codeLabel(code, codes.functional);
  const inputs = keysOf(APPROPRIATIONS).map((fund) => {
    const id = FUND_CELLS[fund].total(code);
    const present = funds.some((one) => one.fund === fund && one.codes.has(code));
    return present ? id : definitions.sum(id, `${label}${fundLabel(fund)}支出`, []);
  });
  definitions.sum(ROW_FISCAL(code), `${label}财政拨款支出`, inputs);
}

/** Expenditure by kind over all funds and together: `支出.基本支出`, `支出.本年支出合计`. */
export function deriveExpenditureTotals({ definitions }: FigureContext): void {
  const kinds = Object.values(EXPENDITURE_KINDS);
  for (const kind of kinds) {
    const ofFunds = keysOf(FUNDS).filter((fund) => FUND_CELLS[fund].kinds.has(kind));
    definitions.sum(
      `支出.${kind}`,
      kind,
      ofFunds.map((fund) => `支出.${FUNDS[fund]}.${kind}`),
    );
  }
  definitions.sum(
    '支出.本年支出合计',
    '本年支出合计',
    kinds.map((kind) => `支出.${kind}`),
  );
}

/** T1 from the expenditure of the year to all that was used (R03): `支出.总计`. */
export function deriveUseOfFunds({ definitions }: FigureContext): void {
  definitions.sum(
    '支出.年末结转和结余',
    '年末结转和结余',
    keysOf(FUNDS).map((fund) => `年末结转和结余.${FUNDS[fund]}`),
  );
  definitions.sum('支出.总计', '支出总计', ['支出.本年支出合计', '支出.结余分配', '支出.年末结转和结余']);
}
