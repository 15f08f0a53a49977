import { ancestorsOf } from '../../../accounts/code-levels.ts';
import { suggestion } from '../../../accounts/suggestion.ts';
import { error, warning, type Diagnostic } from '../../../source/diagnostic.ts';
import { placeOfKey } from '../../../source/yaml.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { codeEntries, type CodeEntry } from '../../code-entries.ts';
import { otherYearOf } from '../../other-years.ts';

/** Codes must belong to an existing class; a code that is merely missing from our table is a warning. */
export const knownCodes: Check = {
  rule: 'known-codes',
  numbers: [],
  source: '政府收支分类科目（当年版）：类 3 位、款 5 位、项 7 位，下级编码以上级编码开头',
  summary: '科目编码应属于存在的类和款；编码表中没有的、当年没有的科目请核对',
  run: (subject) => codeEntries(subject.year).flatMap((entry) => checkCode(entry, subject)),
};

function checkCode(entry: CodeEntry, subject: CheckSubject): readonly Diagnostic[] {
  const { code, document, path } = entry;
  const table = subject.codes[entry.table];
  if (table.has(code)) return [];
  const place = placeOfKey(document, path);
  const [first = code, section] = ancestorsOf(code);
  if (!table.has(first)) {
    const classes = [...table.keys()].filter((known) => known.length === 3);
    return [
      error(
        'known-codes',
        `科目 ${code} 所属的类 ${first} 不存在；请按批复表核对编码${suggestion(first, classes)}`,
        place,
      ),
    ];
  }
  const other = otherYearOf(subject, entry.table, (codes) => codes.has(code));
  if (other !== undefined) {
    const message = `科目 ${code} 见于 ${other} 年编码表，${subject.year.year} 年没有；请按当年批复表核对编码`;
    return [warning('known-codes', message, place)];
  }
  const what =
    section === undefined || table.has(section) ? `科目 ${code}` : `款 ${section}，也没有其下的科目 ${code}`;
  return [
    warning('known-codes', `编码表中没有${what}；请按批复表核对，确认无误后可补入 content/codes`, place),
  ];
}
