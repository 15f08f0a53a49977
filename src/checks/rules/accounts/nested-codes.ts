import { inputsOf } from '../../../figures/figure.ts';
import { compareValues, sumOf } from '../../../figures/value.ts';
import { error, warning, type Diagnostic } from '../../../source/diagnostic.ts';
import { amountsIn } from '../../amounts.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { partPlaces, placeOfFigure } from '../../figure-places.ts';

/** What a row's own entry is called where more than the entry makes up the row. */
const OWN_ENTRY = '.已列';

/** A code entered beside codes below it is added to them; where it is their subtotal, everything counts twice. */
export const nestedCodes: Check = {
  rule: 'nested-codes',
  numbers: ['R12', 'R21', 'R44', 'R47'],
  source: '类、款由下级科目汇总；因保密等并入上级科目的金额才直接填在上级科目',
  summary: '同一栏内不应既填上级科目的合计，又填下级科目',
  run: (subject) =>
    subject.figures
      .ids()
      .filter((id) => id.endsWith(OWN_ENTRY))
      .flatMap((id) => checkRow(id, subject)),
};

function checkRow(ownId: string, { figures, year }: CheckSubject): readonly Diagnostic[] {
  const row = figures.get(ownId.slice(0, -OWN_ENTRY.length));
  const inputs = inputsOf(row);
  const children = inputs
    .filter((id) => id !== ownId && !id.endsWith('.分科目'))
    .map((id) => figures.get(id));
  const own = figures.get(ownId);
  const place = placeOfFigure(own, figures);
  if (children.length === 0 || place === undefined) return [];
  const sum = sumOf(children.map((child) => child.value));
  const { moneyUnit } = year.accounts.value;
  const related = partPlaces(children, figures, moneyUnit);
  const [entered, below] = [own.value, sum].map((value) => amountsIn(moneyUnit).value(value));
  const { kind } = compareValues(own.value, sum);
  if (kind === 'equal' || kind === 'rounding') {
    const message = `“${row.label}”为 ${entered}，等于下级科目之和 ${below}，会重复计算；合计请写在“批复数”下，这里请删去`;
    return [error('nested-codes', message, place, related)];
  }
  const message = `“${row.label}”填了 ${entered}，下级科目另有 ${below}，按相加处理；如这里填的是合计，请改写在“批复数”下`;
  return [warning('nested-codes', message, place, related)];
}
