import { Exact, formatExact, formatFixed } from '../../../accounts/decimal.ts';
import { placeOfEntry, type Figure, type Pin } from '../../../figures/figure.ts';
import { error, note, type Diagnostic } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';

const HALF_STEP = new Exact('0.005');

/** One printed step: a balanced list may move one share by this much (R63). */
const BALANCING_STEP = new Exact('0.01');

/** A pinned print must be one that the figure's interval allows, or one share moved by a step to balance its list. */
export const pinnedPrint: Check = {
  rule: 'pinned-print',
  numbers: ['R63', 'R70'],
  source: '占比之和为 100.00；四舍五入的允许范围',
  summary: '印数应是计算结果在允许范围内的另一种取舍',
  run: ({ year, figures }) =>
    Object.keys(year.accounts.value.pinned)
      .flatMap((id) => figures.find(id) ?? [])
      .flatMap((figure) => (figure.pin === undefined ? [] : checkPin(figure, figure.pin))),
};

function checkPin(figure: Figure, pin: Pin): readonly Diagnostic[] {
  const place = placeOfEntry(pin.entry);
  const { value } = figure;
  if (value.state !== 'known') {
    return [error('pinned-print', `“${figure.label}”没有可以核对的计算结果，不能定印数；请删去`, place)];
  }
  const computed = formatFixed(value.exact, 2);
  const off = new Exact(pin.print).minus(value.exact).abs();
  const share = figure.id.endsWith('.占比');
  const allowed = off.lte(value.tolerance.plus(HALF_STEP)) || (share && off.lte(BALANCING_STEP.plus(HALF_STEP)));
  if (!allowed) {
    const message = `“${figure.label}”的印数为 ${pin.print}，应为 ${computed}（计算结果 ${formatExact(value.exact.toDecimalPlaces(6))}）；请核对`;
    return [error('pinned-print', message, place)];
  }
  if (computed === pin.print) {
    return [note('pinned-print', `“${figure.label}”的印数与计算结果相同，可以删去`, place)];
  }
  const message = `“${figure.label}”印为 ${pin.print}，计算结果为 ${computed}，在允许范围内（尾差），照印`;
  return [note('pinned-print', message, place)];
}
