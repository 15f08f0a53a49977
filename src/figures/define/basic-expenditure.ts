import { isPersonnel } from '../../accounts/economic-classes.ts';
import { withAncestors } from '../../accounts/code-levels.ts';
import { BASIC_BY_ECONOMIC_CODE } from '../../accounts/facts/money-facts.ts';
import { cellIds } from '../cell-ids.ts';
import type { FigureContext } from './context.ts';

const CELL = cellIds('基本支出');

/**
 * Basic expenditure from the general public budget (T6): `基本支出.人员经费`, `基本支出.公用经费`, and their sum
 * `基本支出.合计`, which must equal T5 (R46).
 */
export function deriveBasicExpenditure({ definitions, entered }: FigureContext): void {
  const fixed = BASIC_BY_ECONOMIC_CODE.flatMap(({ fixedRows }) => fixedRows ?? []);
  const classes = withAncestors([...fixed, ...entered.keysOf('基本支出')]).filter(
    (code) => code.length === 3,
  );
  const personnel = classes.filter(isPersonnel);
  const operating = classes.filter((code) => !isPersonnel(code));
  definitions.sum('基本支出.人员经费', '人员经费', personnel.map(CELL));
  definitions.sum('基本支出.公用经费', '公用经费', operating.map(CELL));
  definitions.sum('基本支出.合计', '人员经费和公用经费合计', ['基本支出.人员经费', '基本支出.公用经费']);
}

/** R75: of a body with institutions below it only its own part is entered; an institution has none. */
export function deriveAgencyOperating({ definitions, year }: FigureContext): void {
  const label = '机关运行经费';
  if (definitions.has(label)) return;
  definitions.sum(label, label, year.unit.kind === '事业单位' ? [] : ['基本支出.公用经费']);
}
