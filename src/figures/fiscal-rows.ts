import { APPROPRIATIONS, EXPENDITURE_KINDS } from '../accounts/categories.ts';
import type { Find } from './budgets.ts';
import type { Definition } from './figure.ts';

/** A 款 or 项 of expenditure; tables of appropriations as they are laid down stop at the 类, whose figures are listed. */
const ROW = /^支出\.(\d{5}|\d{7})\.财政拨款$/u;
/** What keeps a row from being known where some expenditure of a fund was entered without its code. */
const VEIL = '支出.未公开.分科目';
const TOTAL = '本年支出合计';

/**
 * What the appropriations together spent under a 款 or 项: `支出.2010301.财政拨款`. Undefined for other ids, and for codes
 * under which the booklet has no expenditure.
 */
export function fiscalRow(id: string, listed: Find): Definition | undefined {
  const code = ROW.exec(id)?.[1];
  const all = code === undefined ? undefined : listed(`支出.${code}.合计`);
  if (code === undefined || all === undefined) return undefined;
  const inputs = Object.values(APPROPRIATIONS).flatMap(
    (fund) => listed(`支出.${code}.${fund}.合计`)?.id ?? (isUnclassified(fund, listed) ? VEIL : []),
  );
  return {
    id,
    label: `${all.label.slice(0, -TOTAL.length)}财政拨款支出`,
    unit: '万元',
    origin: { kind: 'derived', operation: 'sum', inputs },
  };
}

function isUnclassified(fund: string, listed: Find): boolean {
  return Object.values(EXPENDITURE_KINDS).some((kind) => listed(`支出.未公开.${fund}.${kind}`) !== undefined);
}
