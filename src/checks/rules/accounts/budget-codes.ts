import { APPROPRIATIONS, keysOf, REVENUE_KINDS, type Appropriation } from '../../../accounts/categories.ts';
import { codesOfFund } from '../../../accounts/facts/fund-codes.ts';
import { codeLabel } from '../../../accounts/code-table.ts';
import { warning, type Diagnostic } from '../../../source/diagnostic.ts';
import { placeOfKey } from '../../../source/yaml.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { relatedFigure } from '../../figure-places.ts';
import { isPresent } from '../../../figures/present.ts';

/**
 * A budget of a code without any money this year, beside money of its class for a code without budget: either the
 * budget was moved between codes, or one of the two codes is wrong.
 */
export const budgetCodes: Check = {
  rule: 'budget-codes',
  numbers: ['R66'],
  source: '年初预算与决算按同一科目对比',
  summary: '有年初预算没有收支的科目，不应是同类中有收支没有年初预算的另一个科目',
  run: (subject) => keysOf(APPROPRIATIONS).flatMap((fund) => checkFund(subject, fund)),
};

function checkFund({ year, figures, codes }: CheckSubject, fund: Appropriation): readonly Diagnostic[] {
  const { entered } = year.accounts.value;
  const isItem = (code: string): boolean => /^2\d{6}$/.test(code);
  const name = APPROPRIATIONS[fund];
  const budgeted = entered.keysOf(`年初预算.${name}`).filter(isItem);
  const isUsed = (code: string): boolean =>
    [
      `收入.${code}.${REVENUE_KINDS[fund]}`,
      `支出.${code}.${name}.合计`,
      `年末结转和结余.${code}.${name}`,
    ].some((id) => isPresent(figures, id));
  const unused = budgeted.filter((code) => !isUsed(code));
  if (unused.length === 0) return [];
  // Money that was only carried over was budgeted in an earlier year.
  const spent = codesOfFund(entered, fund);
  const unbudgeted = entered
    .keysOf(`收入.${REVENUE_KINDS[fund]}`)
    .filter((code) => isItem(code) && spent.includes(code))
    .filter((code) => !budgeted.includes(code));
  const label = (code: string): string => codeLabel(code, codes.functional);
  return unused.flatMap((code) => {
    const other = unbudgeted.find((candidate) => candidate.startsWith(code.slice(0, 3)));
    if (other === undefined) return [];
    const message = `“${label(code)}”有${name}年初预算，本年没有收支；同类的“${label(other)}”有收支，没有年初预算；请核对编码，年中调剂的除外`;
    const place = placeOfKey(year.accounts.document, ['年初预算', name, code]);
    const related = relatedFigure(
      `“${label(other)}”的支出在这里`,
      figures.find(`支出.${other}.${name}.合计`),
      figures,
    );
    return [warning('budget-codes', message, place, related)];
  });
}
