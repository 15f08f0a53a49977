import { UNDISCLOSED } from '../../../accounts/disclosed.ts';
import { Exact, formatFixed } from '../../../accounts/decimal.ts';
import { correctedNames, correctedPrints } from '../../../figures/corrections.ts';
import { placeOfEntry, type Figure } from '../../../figures/figure.ts';
import { error, type Diagnostic } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';

/** What a corrected edition printed of a figure was something else than what it was corrected to. */
export const correctedFigure: Check = {
  rule: 'corrected-figure',
  numbers: [],
  source: '更正说明写明原来的数和现在的数',
  summary: '更正的“原数”应与更正后的数不同',
  run: ({ year, figures }) => {
    return [...new Set(correctedNames(year.accounts.value.publication))].flatMap((id) => {
      const figure = figures.find(id);
      return figure === undefined ? [] : checkSteps(figure);
    });
  },
};

function checkSteps(figure: Figure): readonly Diagnostic[] {
  return correctedPrints(figure, printOf(figure)).flatMap(({ entry, edition, before, after }) => {
    if (!isSame(before, after)) return [];
    const message = `“${figure.label}”第 ${edition} 版更正的原数为 ${before}，更正后仍为 ${after}；请写更正以前印出的数，没有改这个数的删去这一行`;
    return [error('corrected-figure', message, placeOfEntry(entry))];
  });
}

/** As far as two prints are compared: amounts and rates are printed with two decimals. */
function printOf({ value, pin }: Figure): string {
  if (value.state !== 'known') return value.state === 'undisclosed' ? UNDISCLOSED : '';
  return pin?.print ?? formatFixed(value.exact, 2);
}

function isSame(before: string, after: string): boolean {
  if (before === after) return true;
  if ([before, after].some((text) => text === UNDISCLOSED || text === '')) return false;
  return new Exact(before).eq(after);
}
