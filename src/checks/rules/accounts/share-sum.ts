import { halfStep, formatFixed } from '../../../accounts/decimal.ts';
import { placeOfEntry, placesOf } from '../../../figures/figure.ts';
import { sumOf } from '../../../figures/value.ts';
import { error } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { printedShare, printedSum, shareLists, WHOLE } from '../../share-lists.ts';

/** The printed shares of a whole make 100, but for the rounding of each (R63). Only pinned prints can spoil it. */
export const shareSum: Check = {
  rule: 'share-sum',
  numbers: ['R63'],
  source: '各部分占比之和为 100%，n 项四舍五入后最多差 0.005 × n',
  summary: '含有印数的一组占比，印出的数之和应为 100.00',
  run: ({ figures, year }) => {
    if (Object.keys(year.accounts.value.pinned).length === 0) return [];
    return shareLists(figures).flatMap((list) => {
      const pins = list.shares.flatMap(({ pin }) => pin ?? []);
      const [first] = pins;
      const exact = sumOf(list.shares.map(({ value }) => value));
      if (first === undefined || exact.state !== 'known') return [];
      // Where the parts make a little more or less than the whole, so may their shares.
      const places = placesOf(first);
      const allowed = halfStep(places).times(list.shares.length).plus(exact.exact.minus(WHOLE).abs());
      const off = printedSum(list, places).minus(WHOLE);
      if (off.abs().lte(allowed)) return [];
      const prints = list.shares.map((share) => formatFixed(printedShare(share, places), places)).join(' + ');
      const message = `${list.label}之和为 ${formatFixed(printedSum(list, places), places)}，应为 ${formatFixed(WHOLE, places)}（${prints}，R63），差 ${formatFixed(off.abs(), places)}；请核对各项印数`;
      const related = pins
        .slice(1)
        .map(({ entry }) => ({ message: '另一个印数在这里', place: placeOfEntry(entry) }));
      return [error('share-sum', message, placeOfEntry(first.entry), related)];
    });
  },
};
