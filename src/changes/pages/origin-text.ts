import type { Booklet } from '../../compile/booklet.ts';
import { publishedFigures, toldOf } from '../../compile/published-figures.ts';
import { COMPARISON } from '../../figures/comparisons.ts';
import { describeValue } from '../../figures/explain.ts';
import { placeOfEntry, type Figure } from '../../figures/figure.ts';
import { makingOf, unknownWords } from '../../figures/origin-words.ts';
import { figureUses } from '../../site/origins/figure-uses.ts';
import { printed } from '../../site/printed.ts';
import { amount, type PageText } from './page-text.ts';

/** What the pages tell of a figure's making. */
export function originText(figure: Figure, booklet: Booklet): PageText {
  const told = toldOf(booklet);
  const { approved, entered, formula, yearBefore, remark } = makingOf(figure, told);
  const { label, unit, value, printed: print } = printed(figure, booklet);
  // A comparison says itself what it is compared with.
  const last = COMPARISON.test(figure.id) ? undefined : booklet.prior(figure)?.value;
  return [
    [
      figure.id,
      label,
      unit,
      print,
      value === '' ? unknownWords(figure, told) : describeValue(figure.value, unit),
    ],
    approved && [approved.words, placeOfEntry(approved.entry), describeValue(approved.computed, unit)],
    figure.pin && placeOfEntry(figure.pin.entry),
    entered && [entered.words, placeOfEntry(entered.entry)],
    remark,
    formula && [
      [formula.sign, formula.holds],
      formula.terms.map((term) => [term.label, amount(printed(term, booklet), ''), isZeroTerm(term)]),
    ],
    yearBefore
      ? [
          yearBefore.year,
          describeValue(yearBefore.value, unit),
          yearBefore.entry && placeOfEntry(yearBefore.entry),
        ]
      : last?.state === 'known' && describeValue(last, unit),
    (figureUses(booklet.render()).get(figure.id) ?? []).map(({ text }) => text),
    publishedFigures(booklet).has(figure.id),
  ];
}

/** Terms of zero are set apart from those that count. */
function isZeroTerm({ value }: Figure): boolean {
  return value.state === 'known' && value.exact.isZero();
}
