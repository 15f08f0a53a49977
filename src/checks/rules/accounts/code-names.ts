import { withAncestors } from '../../../accounts/code-levels.ts';
import { codeEntries } from '../../../accounts/code-entries.ts';
import { comparedCodes, NAMES_SECTION, ownNames, type OwnName } from '../../../accounts/own-names.ts';
import { error, note, warning, type Diagnostic } from '../../../source/diagnostic.ts';
import type { Place } from '../../../source/place.ts';
import { placeOfKey, placeOfValue } from '../../../source/yaml.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { otherYearOf } from '../../other-years.ts';

/** A name that the accounts give to a code must be the name of that code in that year, and one throughout the booklet. */
export const codeNames: Check = {
  rule: 'code-names',
  numbers: [],
  source: '政府收支分类科目（当年版）：名称随编码和年度而定',
  summary: '科目名称应与当年编码表一致；同一科目只用一个名称',
  run: (subject) => [
    ...ownNames(subject.year).flatMap((own) => againstTable(own, subject) ?? againstFirst(own, subject)),
    ...unusedNames(subject),
  ],
};

/** Undefined where the table does not know the code. */
function againstTable(own: OwnName, subject: CheckSubject): readonly Diagnostic[] | undefined {
  const { table, code, name } = own;
  const { year } = subject.year;
  const known = subject.codesFor(year)[table].get(code);
  if (known === undefined || known.name === name) return known && [];
  const other = otherYearOf(subject, table, (codes) => codes.get(code)?.name === name);
  const advice =
    other === undefined ? '请核对编码和名称' : `“${name}”是 ${other} 年编码表中的名称，请改用当年名称`;
  const message = `科目 ${code} 的名称为“${name}”，应为“${known.name}”（${year} 年编码表）；${advice}`;
  // An earlier name leads to the same code; any other name may belong to another code.
  const certain = known.verified && other === undefined;
  const report = certain ? error : warning;
  return [report('code-names', message, placeOf(own, subject))];
}

/** The booklet prints the first name that the accounts give. */
function againstFirst(own: OwnName, subject: CheckSubject): readonly Diagnostic[] {
  const { table, code, name } = own;
  const first = ownNames(subject.year).find((one) => one.table === table && one.code === code);
  if (first === undefined || first.name === name) return [];
  const message = `科目 ${code} 的名称为“${name}”，另一处写的是“${first.name}”，各表印的是后者；请按批复表统一`;
  return [
    error('code-names', message, placeOf(own, subject), [
      { message: '另一处在这里', place: placeOf(first, subject) },
    ]),
  ];
}

function placeOf({ path }: OwnName, { year }: CheckSubject): Place {
  return placeOfValue(year.accounts.document, path);
}

/** Names under 科目名称 for codes that nothing uses, left from last year. */
function unusedNames({ year, comparatives }: CheckSubject): readonly Diagnostic[] {
  const { document, value } = year.accounts;
  const entered = [...codeEntries(year), ...comparedCodes(comparatives?.value)];
  const used = new Set(withAncestors(entered.map(({ code }) => code)));
  return Object.keys(value.codeNames)
    .filter((code) => !used.has(code))
    .map((code) => {
      const message = `本年没有用到科目 ${code}，它的名称可以删去`;
      return note('code-names', message, placeOfKey(document, [NAMES_SECTION, code]));
    });
}
