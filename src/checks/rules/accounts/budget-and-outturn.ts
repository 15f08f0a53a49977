import { THREE_PUBLIC_ITEMS } from '../../../accounts/categories.ts';
import { isZero } from '../../../figures/value.ts';
import { note, warning, type Diagnostic } from '../../../source/diagnostic.ts';
import { placeOfKey } from '../../../source/yaml.ts';
import { amountsIn } from '../../amounts.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { placeOfFigure, relatedFigure } from '../../figure-places.ts';
import { excessOf, isPositive } from '../../relations.ts';

const BUDGET = '全年预算数';

/** What “三公”经费 spent stays within the adjusted budget; where there was none, the variance rate has no base. */
export const budgetAndOutturn: Check = {
  rule: 'budget-and-outturn',
  numbers: ['R65', 'R66'],
  source: '“三公”经费预算控制；预决算差异率 = （决算 − 预算）÷ 预算，预算为 0 时没有意义',
  summary: '“三公”经费决算数不应超过全年预算数；预算、决算都为 0 的，差异率按惯例印',
  run(subject) {
    const { figures, year } = subject;
    const items = Object.values(THREE_PUBLIC_ITEMS);
    const nothing = items.filter(
      (item) => isZero(figures.get(id(BUDGET, item)).value) && isZero(figures.get(id('决算数', item)).value),
    );
    const over = items.flatMap((item) => checkItem(subject, item));
    // A body without any of it has an empty table; its rates are not printed item by item.
    if (nothing.length === 0 || nothing.length === items.length) return over;
    const message = `${nothing.join('、')}的预算数、决算数都为 0，“预决算差异率 0.00%”没有基数（R65），按惯例印出，无需处理`;
    return [
      ...over,
      note('budget-and-outturn', message, placeOfKey(year.accounts.document, ['三公经费', BUDGET])),
    ];
  },
};

function id(block: string, item: string): string {
  return `三公经费.${block}.${item}`;
}

function checkItem({ figures, year }: CheckSubject, item: string): readonly Diagnostic[] {
  const [budget, outturn] = [figures.get(id(BUDGET, item)), figures.get(id('决算数', item))];
  const excess = excessOf(outturn.value, budget.value);
  const place = excess && placeOfFigure(outturn, figures);
  if (excess === undefined || place === undefined) return [];
  const amounts = amountsIn(year.accounts.value.moneyUnit);
  const rate = isPositive(budget.value) ? '' : '，差异率也没有基数';
  const message = `“${outturn.label}”为 ${amounts.value(outturn.value)}，应不大于${BUDGET} ${amounts.value(budget.value)}（R66），多 ${amounts.difference(excess)}${rate}；请核对两处`;
  return [warning('budget-and-outturn', message, place, relatedFigure(`${BUDGET}在这里`, budget, figures))];
}
