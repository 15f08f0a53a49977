import { ancestorsOf } from '../../../accounts/code-levels.ts';
import { suggestion } from '../../../accounts/suggestion.ts';
import { error, warning, type Diagnostic } from '../../../source/diagnostic.ts';
import type { Place } from '../../../source/place.ts';
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
  run: (subject) =>
    [...byCode(unknownEntries(subject))].flatMap(([entry, ...others]) =>
      entry === undefined ? [] : checkCode(entry, others, subject),
    ),
};

function unknownEntries({ year, codes }: CheckSubject): readonly CodeEntry[] {
  return codeEntries(year).filter(({ table, code }) => {
    // Of a table that could not be read, its own file tells.
    return codes[table].size > 0 && !codes[table].has(code);
  });
}

/** A code is entered once for what came in and once for what was spent: one finding tells of all its places. */
function byCode(entries: readonly CodeEntry[]): Iterable<readonly CodeEntry[]> {
  const groups = new Map<string, CodeEntry[]>();
  for (const entry of entries) {
    const key = `${entry.table} ${entry.code}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    // Expenditure is where a name is given.
    else if (entry.path[0] === '支出') group.unshift(entry);
    else group.push(entry);
  }
  return groups.values();
}

function checkCode(
  entry: CodeEntry,
  others: readonly CodeEntry[],
  subject: CheckSubject,
): readonly Diagnostic[] {
  const place = placeOf(entry);
  const related = others.map((one) => ({ message: '也填在这里', place: placeOf(one) }));
  const { code } = entry;
  const table = subject.codes[entry.table];
  const [first = code, section] = ancestorsOf(code);
  if (!table.has(first)) {
    const classes = [...table.keys()].filter((known) => known.length === 3);
    const message = `科目 ${code} 所属的类 ${first} 不存在；请按批复表核对编码${suggestion(first, classes)}`;
    return [error('known-codes', message, place, related)];
  }
  const other = otherYearOf(subject, entry.table, (codes) => codes.has(code));
  if (other !== undefined) {
    const message = `科目 ${code} 见于 ${other} 年编码表，${subject.year.year} 年没有；请按当年批复表核对编码`;
    return [warning('known-codes', message, place, related)];
  }
  const what =
    section === undefined || table.has(section) ? `科目 ${code}` : `款 ${section}，也没有其下的科目 ${code}`;
  // Without a name, the booklet would print the code.
  const name = entry.path[0] === '支出' && entry.name === undefined ? '，或在科目下写上“名称”' : '';
  const message = `编码表中没有${what}；请按批复表核对，确认无误后可补入 content/codes${name}`;
  return [warning('known-codes', message, place, related)];
}

function placeOf({ document, path }: CodeEntry): Place {
  return placeOfKey(document, path);
}
