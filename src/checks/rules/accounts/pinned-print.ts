import { halfStep, Exact, formatExact, formatFixed } from '../../../accounts/decimal.ts';
import { placeOfEntry, placesOf, type Figure, type Pin } from '../../../figures/figure.ts';
import type { Registry } from '../../../figures/registry.ts';
import { isZero, type KnownValue } from '../../../figures/value.ts';
import { error, note, warning, type Diagnostic } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { printedShare, printedSum, shareLists, WHOLE } from '../../share-lists.ts';

/**
 * A pinned print must be another rounding of a value that the figure may have, or the one share that was moved by a
 * step to balance its list; a rate that was cut off instead of rounded, or is one step off, is accepted with a warning
 * (R63, R64, R66, R70).
 */
export const pinnedPrint: Check = {
  rule: 'pinned-print',
  numbers: ['R63', 'R64', 'R66', 'R70'],
  source: '占比之和为 100.00；四舍五入的允许范围',
  summary: '印数应是计算结果在允许范围内的另一种取舍',
  run: ({ year, figures }) =>
    Object.keys(year.accounts.value.pinned)
      .flatMap((id) => figures.find(id) ?? [])
      .flatMap((figure) => (figure.pin === undefined ? [] : checkPin(figure, figure.pin, figures))),
};

function checkPin(figure: Figure, pin: Pin, figures: Registry): readonly Diagnostic[] {
  const place = placeOfEntry(pin.entry);
  const { value } = figure;
  if (value.state !== 'known') {
    return [error('pinned-print', `“${figure.label}”没有可以核对的计算结果，不能定印数；请删去`, place)];
  }
  const computed = formatFixed(value.exact, placesOf(pin));
  if (computed === pin.print) {
    return [note('pinned-print', `“${figure.label}”的印数与计算结果相同，可以删去`, place)];
  }
  const printed = `“${figure.label}”印为 ${pin.print}，计算结果为 ${computed}`;
  if (isOtherRounding(pin, value))
    return [note('pinned-print', `${printed}，在允许范围内（尾差），照印`, place)];
  if (isBalancing(figure, pin, figures)) {
    return [
      note(
        'pinned-print',
        `${printed}，相差一位是为使各项占比之和为 ${formatFixed(WHOLE, placesOf(pin))}，照印`,
        place,
      ),
    ];
  }
  if (isTruncated(pin, value)) {
    return [
      warning('pinned-print', `${printed}：原文截去了尾数，没有四舍五入；可以照印，今后请四舍五入`, place),
    ];
  }
  const exact = formatExact(value.exact.toDecimalPlaces(6));
  if (isNextTo(pin, value) && !figure.id.endsWith('.占比')) {
    const message = `${printed}（${exact}）：差一个末位，由印出的数算不出来；可以照印，请核对`;
    return [warning('pinned-print', message, place)];
  }
  return [
    error(
      'pinned-print',
      `“${figure.label}”的印数为 ${pin.print}，应为 ${computed}（计算结果 ${exact}）；请核对`,
      place,
    ),
  ];
}

/** One in the last decimal of a print. */
function stepOf(pin: Pin): Exact {
  return halfStep(placesOf(pin)).times(2);
}

/** Whether some value within the figure's interval rounds to the print. */
function isOtherRounding(pin: Pin, { exact, tolerance }: KnownValue): boolean {
  return new Exact(pin.print)
    .minus(exact)
    .abs()
    .lte(tolerance.plus(halfStep(placesOf(pin))));
}

/** Whether the print is the one of its list that was moved, by one step, so that the list makes exactly 100.00. */
function isBalancing(figure: Figure, pin: Pin, figures: Registry): boolean {
  const places = placesOf(pin);
  const moved =
    figure.value.state === 'known' &&
    printedShare(figure, places).minus(formatFixed(figure.value.exact, places));
  if (moved === false || !moved.abs().eq(stepOf(pin))) return false;
  const lists = shareLists(figures).filter(({ shares }) => shares.some(({ id }) => id === figure.id));
  return lists.some((list) => printedSum(list, places).eq(WHOLE) && list.shares.filter(isMoved).length === 1);
}

function isMoved({ pin, value }: Figure): boolean {
  return pin !== undefined && value.state === 'known' && !isOtherRounding(pin, value);
}

/** Whether the print is one step from another rounding of the value: a slip of the last digit, or of other inputs. */
function isNextTo(pin: Pin, { exact, tolerance }: KnownValue): boolean {
  const step = stepOf(pin);
  return new Exact(pin.print)
    .minus(exact)
    .abs()
    .lte(tolerance.plus(step.div(2)).plus(step));
}

/** Whether some value within the figure's interval, cut off behind so many decimals, gives the print. */
function isTruncated(pin: Pin, value: KnownValue): boolean {
  const { print } = pin;
  if (isZero(value) || new Exact(print).isNegative() !== value.exact.isNegative()) return false;
  const cut = value.exact.abs().minus(new Exact(print).abs());
  return cut.gte(value.tolerance.negated()) && cut.lt(stepOf(pin).plus(value.tolerance));
}
