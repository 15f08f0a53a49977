import { THREE_PUBLIC_ITEMS } from '../../../accounts/categories.ts';
import type { LoadedYear } from '../../../accounts/load-year.ts';
import { isComparable } from '../../../figures/comparisons.ts';
import { isDifference } from '../../../figures/figure.ts';
import { isNonZero, isZero } from '../../../figures/value.ts';
import { note, type Diagnostic } from '../../../source/diagnostic.ts';
import { placeOfKey } from '../../../source/yaml.ts';
import { amountsIn } from '../../amounts.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { relatedPrior } from '../../figure-places.ts';

const OUTTURN = '三公经费.决算数';
/** The items whose change on last year is printed. */
const COMPARED_ITEMS = [
  THREE_PUBLIC_ITEMS.overseasVisits,
  '公务用车购置及运行维护费',
  THREE_PUBLIC_ITEMS.hospitality,
] as const;
/** Words that tell the reader that there was nothing last year. */
const TELLS = /(上年|上一年|去年)[^，。；]*[无没未]|以前年度[^，。；]*[无没未]|新增|首次|由无到有/u;

/** Growth from nothing has no rate; whatever the template prints for it, the reason should say that it began this year. */
export const growthFromZero: Check = {
  rule: 'growth-from-zero',
  numbers: ['R65'],
  source: '增长率 = 增减额 ÷ 上年数，上年为 0 时没有意义',
  summary: '上年为 0 而本年有数的，增长率没有基数，按惯例印，原因应说明上年没有这项支出',
  run: (subject) => [...begun(subject), ...neverSpent(subject)],
};

function begun({ figures, year, prior }: CheckSubject): readonly Diagnostic[] {
  const { document, value } = year.narrative;
  return Object.keys(value.reasons).flatMap((id) => {
    const figure = figures.find(id);
    const last = figure && prior(figure)?.value;
    if (last === undefined || !isZero(last) || figure === undefined || !isNonZero(figure.value)) return [];
    // Some reasons explain a difference between two figures of this year, or a rate of one by the other.
    if (isDifference(figure) || !isComparable(figure) || TELLS.test(reasonOf(year, id))) return [];
    const now = amountsIn(year.accounts.value.moneyUnit).value(figure.value, figure.unit);
    const message = `“${figure.label}”上年为 0，本年为 ${now}，增长率没有基数（R65），按惯例印出；原因里可写明上年没有这项支出，以免误读`;
    return [
      note(
        'growth-from-zero',
        message,
        placeOfKey(document, ['原因', id]),
        relatedPrior('上年数在这里', id, prior),
      ),
    ];
  });
}

/** Where both years are nil, the template prints a rate all the same; of a body without any “三公”经费 that says little. */
function neverSpent({ figures, year, prior }: CheckSubject): readonly Diagnostic[] {
  const total = figures.get(`${OUTTURN}.合计`);
  if (!isNonZero(total.value)) return [];
  const nothing = COMPARED_ITEMS.filter((item) => {
    const figure = figures.get(`${OUTTURN}.${item}`);
    const last = prior(figure)?.value;
    return isZero(figure.value) && last !== undefined && isZero(last);
  });
  if (nothing.length === 0) return [];
  const message = `${nothing.join('、')}本年、上年都为 0，“增加 0.00 万元，增长 0.00%”没有基数（R65），按惯例印出，无需处理`;
  return [note('growth-from-zero', message, placeOfKey(year.accounts.document, ['三公经费', '决算数']))];
}

function reasonOf(year: LoadedYear, id: string): string {
  const { reasons } = year.narrative.value;
  const own = reasons[id];
  return own?.text ?? reasons[own?.sameAs ?? '']?.text ?? '';
}
