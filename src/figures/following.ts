import type { FactBook } from '../accounts/facts/fact-book.ts';
import { budgetComparison, outturnIn } from './budget-comparisons.ts';
import { absentRow } from './absent-rows.ts';
import { absentBudget, type Find } from './budgets.ts';
import { comparedIn, comparisonOf, isComparable } from './comparisons.ts';
import type { Definition } from './figure.ts';
import { fiscalRow } from './fiscal-rows.ts';
import { canBePart, quotientIn, quotientOfFigures } from './quotients.ts';

/**
 * What is in no list of figures and follows from those that are: comparisons with last year and with budgets, what one
 * figure is of another, what the appropriations together spent under a 款 or 项. Undefined where the id means nothing of
 * the kind.
 *
 * @param listed finds what is defined itself
 */
export function followingFigure(id: string, listed: Find, book: FactBook): Definition | undefined {
  const quotient = quotientIn(id);
  if (quotient !== undefined) {
    const find = (one: string): Definition | undefined => listed(one) ?? followingFigure(one, listed, book);
    const [part, whole] = [find(quotient.part), find(quotient.whole)];
    const fits = part !== undefined && whole !== undefined && canBePart(part, whole);
    return fits ? quotientOfFigures(part, quotient.quotient, whole) : undefined;
  }
  const compared = comparedIn(id);
  if (compared !== undefined) {
    const base = listed(compared.base) ?? fiscalRow(compared.base, listed);
    return base && isComparable(base) ? comparisonOf(base, compared.comparison) : undefined;
  }
  const find = (one: string): Definition | undefined => listed(one) ?? absentBudget(one, listed, book);
  return (
    fiscalRow(id, listed) ??
    absentBudget(id, listed, book) ??
    budgetComparison(id, find, book) ??
    absentRow(id, listed, book)
  );
}

/** The figure that a following one says something of first: `支出.总计` of `支出.总计.上年`; undefined for other ids. */
export function followedBy(id: string): string | undefined {
  return quotientIn(id)?.part ?? comparedIn(id)?.base ?? outturnIn(id);
}
