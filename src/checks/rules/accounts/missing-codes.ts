import { rowId, type Fact } from '../../../accounts/facts/fact.ts';
import { placeOfEntry } from '../../../figures/figure.ts';
import { isNonZero } from '../../../figures/value.ts';
import { ROW_CODE } from '../../../figures/row-patterns.ts';
import type { PackTable } from '../../../pack/pack.ts';
import { withoutCode } from '../../../pack/words.ts';
import { error, type Diagnostic } from '../../../source/diagnostic.ts';
import { amountsIn } from '../../amounts.ts';
import type { Check, CheckSubject } from '../../check.ts';

/** What a table prints by code must be entered by code: a total alone would leave the rows of the table without amounts. */
export const missingCodes: Check = {
  rule: 'missing-codes',
  numbers: ['R12', 'R57'],
  source: '收入决算表、政府性基金预算表、国有资本经营预算表分科目列到项',
  summary: '分科目印的收入、结转结余应按科目填写，不能只填合计',
  run: (subject) => {
    const tables = subject.pack?.tables ?? [];
    const facts = subject.year.accounts.value.entered.book.facts;
    return facts.filter(isEitherWay).flatMap((fact) => {
      const cell = rowId(fact, ROW_CODE);
      const table = tables.find((one) => cellsByCode(one).includes(cell));
      return table === undefined ? [] : checkPrinted(fact, withoutCode(table.layout.title), subject);
    });
  },
};

/** Whether a fact may be entered as one amount or by code. */
function isEitherWay({ keys, orPlain }: Fact): boolean {
  return keys === '科目' && orPlain;
}

/** The cells of a table's rows by code, with `{科目}` for the code. */
function cellsByCode({ layout }: PackTable): readonly string[] {
  return layout.sides.flatMap(({ rows }) => rows.flatMap((rule) => ('levels' in rule ? rule.figures : [])));
}

function checkPrinted({ id }: Fact, title: string, { figures, year }: CheckSubject): readonly Diagnostic[] {
  const figure = figures.find(id);
  if (figure?.origin.kind !== 'reported' || !isNonZero(figure.origin.value)) return [];
  const amount = amountsIn(year.accounts.value.moneyUnit).value(figure.origin.value);
  const message = `“${figure.label}”只填了合计 ${amount}，《${title}》要分科目印；请按“科目编码: 金额”逐个填写，科目的金额没有公开的写“未公开”，合计写进“批复数”`;
  return [error('missing-codes', message, placeOfEntry(figure.origin.entry))];
}
