import type { Booklet } from '../../compile/booklet.ts';
import { publishedFigures, toldOf } from '../../compile/published-figures.ts';
import { COMPARISON } from '../../figures/comparisons.ts';
import { correctedPrints } from '../../figures/corrections.ts';
import { describeValue } from '../../figures/explain.ts';
import { publishedPlaceOf, type Figure } from '../../figures/figure.ts';
import { makingOf, unknownWords, type YearBefore } from '../../figures/origin-words.ts';
import { changeWords } from '../../site/origins/change-words.ts';
import { figureUses } from '../../site/origins/figure-uses.ts';
import { printed } from '../../site/figures/printed.ts';
import { amount, sentence, type PageText } from './page-text.ts';

/** What a figure's card says; what stands in all references of a booklet is left to the page. */
export function originText(figure: Figure, booklet: Booklet): PageText {
  const told = toldOf(booklet);
  const { approved, entered, formula, yearBefore, remark } = makingOf(figure, told);
  const { label, unit, value, printed: print } = printed(figure, booklet);
  return [
    [
      figure.id,
      label,
      unit,
      print,
      value === '' ? unknownWords(figure, told) : describeValue(figure.value, unit),
    ],
    approved && [approved.words, publishedPlaceOf(approved.entry), describeValue(approved.computed, unit)],
    figure.pin && publishedPlaceOf(figure.pin.entry),
    entered && [entered.words, publishedPlaceOf(entered.entry)],
    remark,
    correctedPrints(figure, print).map(({ edition, date, before, after, entry }) => [
      [edition, date, before, after],
      publishedPlaceOf(entry),
    ]),
    formula && [
      [formula.sign, formula.holds],
      formula.terms.map((term) => [term.label, amount(printed(term, booklet), ''), isZeroTerm(term)]),
    ],
    lastYearText(figure, yearBefore, booklet),
    (figureUses(booklet.render()).get(figure.id) ?? []).map(({ text }) => text),
    publishedFigures(booklet).has(figure.id),
  ];
}

/** A comparison says itself what it is compared with. */
function lastYearText(figure: Figure, told: YearBefore | undefined, booklet: Booklet): PageText {
  if (told !== undefined)
    return [told.year, describeValue(told.value, figure.unit), told.entry && publishedPlaceOf(told.entry)];
  const last = COMPARISON.test(figure.id) ? undefined : booklet.prior(figure)?.value;
  return (
    last?.state === 'known' && [describeValue(last, figure.unit), sentence(changeWords(figure.id, booklet))]
  );
}

/** Terms of zero are set apart from those that count. */
function isZeroTerm({ value }: Figure): boolean {
  return value.state === 'known' && value.exact.isZero();
}
