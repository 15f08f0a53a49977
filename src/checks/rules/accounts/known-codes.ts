import { ancestorsOf } from '../../../accounts/code-levels.ts';
import { codeEntries, type CodeEntry } from '../../../accounts/code-entries.ts';
import { amendTable, type CodeTable } from '../../../accounts/code-table.ts';
import { suggestion } from '../../../accounts/suggestion.ts';
import { error, note, warning, type Diagnostic } from '../../../source/diagnostic.ts';
import type { Place } from '../../../source/place.ts';
import { placeOfKey } from '../../../source/yaml.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { otherYearOf } from '../../other-years.ts';

/**
 * Codes must belong to an existing class. A code that is merely missing from our table, which is not complete, is only
 * told of once the unit has named it; until then `unnamed-code` has more to say.
 */
export const knownCodes: Check = {
  rule: 'known-codes',
  numbers: [],
  source: '政府收支分类科目（当年版）：类 3 位、款 5 位、项 7 位，下级编码以上级编码开头',
  summary: '科目编码应属于存在的类，是当年的编码，名称不属于另一编码；编码表以外的科目列出备查',
  run: (subject) =>
    [...byCode(unknownEntries(subject))].flatMap(([entry, ...others]) =>
      entry === undefined ? [] : checkCode(entry, others, subject),
    ),
};

function unknownEntries({ year, codesFor }: CheckSubject): readonly CodeEntry[] {
  const official = codesFor(year.year);
  return codeEntries(year).filter(({ table, code }) => {
    // Of a table that could not be read, its own file tells.
    return official[table].size > 0 && !official[table].has(code);
  });
}

/** A code is entered once for what came in and once for what was spent: one finding tells of all its places. */
function byCode(entries: readonly CodeEntry[]): Iterable<readonly CodeEntry[]> {
  const groups = new Map<string, CodeEntry[]>();
  for (const entry of entries) {
    const key = `${entry.table} ${entry.code}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    // Expenditure is where a code is looked for first.
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
  const { year } = subject.year;
  const official = subject.codesFor(year)[entry.table];
  const [first = code] = ancestorsOf(code);
  if (!official.has(first)) {
    const classes = [...official.keys()].filter((known) => known.length === 3);
    const message = `科目 ${code} 所属的类 ${first} 不存在；请按批复表核对编码${suggestion(first, classes)}`;
    return [error('known-codes', message, place, related)];
  }
  const other = otherYearOf(subject, entry.table, (codes) => codes.has(code));
  if (other !== undefined) {
    const message = `科目 ${code} 见于 ${other} 年编码表，${year} 年没有；请按当年批复表核对编码`;
    return [warning('known-codes', message, place, related)];
  }
  const name = subject.codes[entry.table].get(code)?.name;
  if (name === undefined) return [];
  const sibling = siblingOf(code, name, official);
  if (sibling !== undefined) {
    const message = `编码表中没有科目 ${code}，“${name}”的编码是 ${sibling}；请按批复表核对编码和名称`;
    return [warning('known-codes', message, place, related)];
  }
  const message = `编码表中没有科目 ${code}，印本单位写的名称“${name}”；请按批复表核对一次，各单位共用的可${amendTable(year, entry.table)}`;
  return [note('known-codes', message, place, related)];
}

/** The code beside this one, below the same 款 or 类, that the name belongs to. */
function siblingOf(code: string, name: string, table: CodeTable): string | undefined {
  const parent = code.slice(0, -2);
  const found = [...table].find(
    ([one, known]) => one.length === code.length && one.startsWith(parent) && known.name === name,
  );
  return found?.[0];
}

function placeOf({ document, path }: CodeEntry): Place {
  return placeOfKey(document, path);
}
