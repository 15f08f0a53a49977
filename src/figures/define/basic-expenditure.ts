import {
  GENERAL_OPERATING_CLASSES,
  isPersonnel,
  PERSONNEL_CLASSES,
} from '../../accounts/economic-classes.ts';
import { codeLabel } from '../../accounts/code-table.ts';
import { cellIds } from '../cell-ids.ts';
import type { FigureContext } from './context.ts';
import { codeTree, defineColumn } from './rows.ts';

const CELL = cellIds('基本支出');

/**
 * Basic expenditure from the general public budget by economic classification (T6): `基本支出.<code>`,
 * `基本支出.人员经费`, `基本支出.公用经费`, and their sum `基本支出.合计`, which must equal T5 (R46); `机关运行经费` (R75).
 */
export function defineBasicExpenditure(context: FigureContext): void {
  const { definitions, year, ledger, codes } = context;
  const items = year.accounts.value.basicByEconomicCode;
  const tree = codeTree([...PERSONNEL_CLASSES, ...GENERAL_OPERATING_CLASSES, ...Object.keys(items)]);
  defineColumn(definitions, {
    tree,
    id: CELL,
    label: (code) => codeLabel(code, codes.economic),
    enter: (code) => {
      const item = items[code];
      if (item === undefined) return undefined;
      const path = item.written === 'amount' ? [code] : [code, '金额'];
      return (id, label) => definitions.amount(id, label, ledger, ['基本支出经济分类', ...path], item.amount);
    },
  });
  const classes = tree.rows.filter((code) => code.length === 3);
  const personnel = classes.filter(isPersonnel);
  const operating = classes.filter((code) => !isPersonnel(code));
  definitions.sum('基本支出.人员经费', '人员经费', personnel.map(CELL));
  definitions.sum('基本支出.公用经费', '公用经费', operating.map(CELL));
  definitions.sum('基本支出.合计', '人员经费和公用经费合计', ['基本支出.人员经费', '基本支出.公用经费']);
  defineAgencyOperating(context);
}

/** Of a body with institutions below it only its own part is entered; an institution has none. */
function defineAgencyOperating({ definitions, year, ledger }: FigureContext): void {
  const label = '机关运行经费';
  const entered = year.accounts.value.agencyOperating;
  if (entered !== undefined) definitions.amount(label, label, ledger, [label], entered);
  else definitions.sum(label, label, year.unit.kind === '事业单位' ? [] : ['基本支出.公用经费']);
}
