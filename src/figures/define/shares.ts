import { EXPENDITURE_KINDS, keysOf, REVENUE_KINDS } from '../../accounts/categories.ts';
import { withAncestors } from '../../accounts/code-levels.ts';
import { cellIds } from '../cell-ids.ts';
import type { FigureContext } from './context.ts';

const OF_ALL = { whole: cellIds('支出', '合计'), share: cellIds('支出', '合计.占比') };
const OF_GENERAL = {
  whole: cellIds('支出', '一般公共预算.合计'),
  share: cellIds('支出', '一般公共预算.合计.占比'),
};

/**
 * Shares of wholes (R63) and variances from the initial budget (R66) that booklets state:
 * `收入.事业收入.占比`, `支出.基本支出.占比`, `支出.201.合计.占比`, `支出.201.一般公共预算.合计.占比`,
 * `财政拨款.支出总计.预决算差异率`. Completion of the initial budget is of what was spent in the year: money left
 * unspent is not executed.
 */
export function defineShares(context: FigureContext): void {
  const { definitions } = context;
  for (const name of ['财政拨款收入', ...Object.values(REVENUE_KINDS)]) {
    definitions.percentage(`收入.${name}.占比`, `${name}占本年收入合计`, `收入.${name}`, '收入.本年收入合计');
  }
  for (const kind of keysOf(EXPENDITURE_KINDS)) {
    const name = EXPENDITURE_KINDS[kind];
    definitions.percentage(`支出.${name}.占比`, `${name}占本年支出合计`, `支出.${name}`, '支出.本年支出合计');
  }
  for (const code of classesOf(context)) {
    const id = OF_ALL.whole(code);
    const label = definitions.find(id)?.label ?? code;
    definitions.percentage(OF_ALL.share(code), `${label}占本年支出合计`, id, '支出.本年支出合计');
  }
  const whole = '支出.一般公共预算.合计';
  definitions.percentage(
    `${whole}.占比`,
    '一般公共预算财政拨款支出占本年支出合计',
    whole,
    '支出.本年支出合计',
  );
  for (const code of rowsOf(context)) {
    const id = OF_GENERAL.whole(code);
    const label = definitions.find(id)?.label;
    if (label === undefined) continue;
    definitions.percentage(OF_GENERAL.share(code), `${label}占一般公共预算财政拨款支出`, id, whole);
  }
  defineVariance(context, '财政拨款.支出总计', '年初预算.财政拨款');
  defineVariance(context, whole, '年初预算.一般公共预算');
  defineCompletion(context, '财政拨款.本年支出', '年初预算.财政拨款');
  defineCompletion(context, whole, '年初预算.一般公共预算');
}

/** The 类 to which the entered expenditure belongs, ascending. */
function classesOf({ entered }: FigureContext): readonly string[] {
  return withAncestors(entered.codesIn('支出')).filter((code) => code.length === 3);
}

/** Every row that the expenditure tables can have. */
function rowsOf({ entered, codes }: FigureContext): readonly string[] {
  const classes = [...codes.functional.keys()].filter((code) => code.length === 3);
  return withAncestors([...classes, ...entered.codesIn('支出')]);
}

function defineVariance({ definitions }: FigureContext, outturn: string, budget: string): void {
  const label = definitions.find(outturn)?.label ?? outturn;
  definitions.difference(`${outturn}.预决算差异额`, `${label}与年初预算数之差`, [outturn, budget]);
  definitions.percentage(
    `${outturn}.预决算差异率`,
    `${label}预决算差异率`,
    `${outturn}.预决算差异额`,
    budget,
  );
}

function defineCompletion({ definitions }: FigureContext, outturn: string, budget: string): void {
  const label = definitions.find(outturn)?.label ?? outturn;
  definitions.percentage(`${outturn}.完成年初预算率`, `${label}完成年初预算`, outturn, budget);
}
