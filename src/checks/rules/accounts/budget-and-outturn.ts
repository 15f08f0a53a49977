import { APPROPRIATIONS, THREE_PUBLIC_ITEMS } from '../../../accounts/categories.ts';
import { isZero } from '../../../figures/value.ts';
import { note, warning, type Diagnostic } from '../../../source/diagnostic.ts';
import { placeOfKey } from '../../../source/yaml.ts';
import { amountsIn } from '../../amounts.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { placeOfFigure, relatedFigure } from '../../figure-places.ts';
import { excessOf, isPositive } from '../../relations.ts';

const BUDGET = '全年预算数';

/** What was spent stays within the adjusted budget; where there was none, the variance rate has no base. */
export const budgetAndOutturn: Check = {
  rule: 'budget-and-outturn',
  numbers: ['R65', 'R66'],
  source: '预算法第十三条：没有预算的不得支出；预决算差异率 = （决算 − 预算）÷ 预算，预算为 0 时没有意义',
  summary: '“三公”经费和各项财政拨款支出的决算数不应超过全年预算数；预算为 0 的，差异率没有基数，按惯例印',
  run(subject) {
    const { figures, year } = subject;
    const items = Object.values(THREE_PUBLIC_ITEMS);
    const nothing = items.filter(
      (item) => isZero(figures.get(id(BUDGET, item)).value) && isZero(figures.get(id('决算数', item)).value),
    );
    const over = [
      ...items.flatMap((item) => checkWithin(subject, id('决算数', item), id(BUDGET, item))),
      ...Object.values(APPROPRIATIONS).flatMap((fund) => checkFund(subject, fund)),
      ...withoutBudget(subject),
    ];
    // A body without any of it has an empty table; its rates are not printed item by item.
    if (nothing.length === 0 || nothing.length === items.length) return over;
    const message = `${nothing.join('、')}的预算数、决算数都为 0，“预决算差异率 0.00%”没有基数（R65），按惯例印出，无需处理`;
    return [
      ...over,
      note('budget-and-outturn', message, placeOfKey(year.accounts.document, ['三公经费', BUDGET])),
    ];
  },
};

/** Outturns that are held against the initial budget, and their budgets. */
const INITIAL = [
  ['财政拨款.支出总计', '年初预算.财政拨款'],
  ['支出.一般公共预算.合计', '年初预算.一般公共预算'],
] as const;

/** Money that was spent without an initial budget: what is printed as its variance rate is a convention. */
function withoutBudget({ figures, year }: CheckSubject): readonly Diagnostic[] {
  return INITIAL.flatMap(([outturnId, budgetId]) => {
    const [outturn, budget] = [figures.get(outturnId), figures.get(budgetId)];
    if (!isZero(budget.value) || !isPositive(outturn.value)) return [];
    const message = `“${budget.label}”为 0，“${outturn.label}”不为 0，预决算差异率没有基数（R65），按惯例印出；请核对预算数，确实没有的无需处理`;
    return [note('budget-and-outturn', message, placeOfKey(year.accounts.document, ['年初预算']))];
  });
}

function id(block: string, item: string): string {
  return `三公经费.${block}.${item}`;
}

/** Expenditure of one appropriation, code by code where budgets are entered so; together where no code says anything. */
function checkFund(
  subject: CheckSubject,
  fund: (typeof APPROPRIATIONS)[keyof typeof APPROPRIATIONS],
): readonly Diagnostic[] {
  const codes = subject.year.accounts.value.entered.keysOf(`全年预算.${fund}`);
  const over = codes.flatMap((code) =>
    checkWithin(subject, `支出.${code}.${fund}.合计`, `全年预算.${code}.${fund}`),
  );
  return over.length > 0 ? over : checkWithin(subject, `支出.${fund}.合计`, `全年预算.${fund}`);
}

/** Nothing is said of what has no adjusted budget: many regions do not enter it. */
function checkWithin(
  { figures, year }: CheckSubject,
  outturnId: string,
  budgetId: string,
): readonly Diagnostic[] {
  const [budget, outturn] = [figures.find(budgetId), figures.find(outturnId)];
  if (budget === undefined || outturn === undefined) return [];
  const excess = excessOf(outturn.value, budget.value);
  const place = excess && placeOfFigure(outturn, figures);
  if (excess === undefined || place === undefined) return [];
  const amounts = amountsIn(year.accounts.value.moneyUnit);
  const rate = isPositive(budget.value) ? '' : '，差异率也没有基数';
  const message = `“${outturn.label}”为 ${amounts.value(outturn.value)}，应不大于${BUDGET} ${amounts.value(budget.value)}（R66），多 ${amounts.difference(excess)}${rate}；请核对两处`;
  return [warning('budget-and-outturn', message, place, relatedFigure(`${BUDGET}在这里`, budget, figures))];
}
