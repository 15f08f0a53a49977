import type { Registry } from '../../../figures/registry.ts';
import { compareValues, sumOf } from '../../../figures/value.ts';
import { error, warning, type Diagnostic } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { formatValue } from '../../compare-figures.ts';
import { placeOfFigure, placesOfParts } from '../../figure-places.ts';

/** What a row's own entry is called where more than the entry makes up the row. */
const OWN_ENTRY = '.已列';

/** A code entered beside codes below it is added to them; where it is their subtotal, everything counts twice. */
export const nestedCodes: Check = {
  rule: 'nested-codes',
  numbers: ['R12', 'R21', 'R44', 'R47'],
  source: '类、款由下级科目汇总；因保密等并入上级科目的金额才直接填在上级科目',
  summary: '同一栏内不应既填上级科目的合计，又填下级科目',
  run: ({ figures }) =>
    figures
      .ids()
      .filter((id) => id.endsWith(OWN_ENTRY))
      .flatMap((id) => checkRow(id, figures)),
};

function checkRow(ownId: string, figures: Registry): readonly Diagnostic[] {
  const row = figures.get(ownId.slice(0, -OWN_ENTRY.length));
  const inputs = row.origin.kind === 'derived' ? row.origin.inputs : [];
  const children = inputs.filter((id) => id !== ownId && !id.endsWith('.分科目')).map((id) => figures.get(id));
  const own = figures.get(ownId);
  const place = placeOfFigure(own, figures);
  if (children.length === 0 || place === undefined) return [];
  const sum = sumOf(children.map((child) => child.value));
  const related = placesOfParts(children, figures);
  const { kind } = compareValues(own.value, sum);
  if (kind === 'equal' || kind === 'rounding') {
    const message = `“${row.label}”为 ${formatValue(own.value)}，等于下级科目之和 ${formatValue(sum)}，会重复计算；合计请写在“批复数”下，这里请删去`;
    return [error('nested-codes', message, place, related)];
  }
  const message = `“${row.label}”填了 ${formatValue(own.value)}，下级科目另有 ${formatValue(sum)}，按相加处理；如这里填的是合计，请改写在“批复数”下`;
  return [warning('nested-codes', message, place, related)];
}
