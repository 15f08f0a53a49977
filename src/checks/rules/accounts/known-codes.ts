import { ancestorsOf } from '../../../accounts/code-levels.ts';
import type { CodeTable } from '../../../accounts/code-table.ts';
import { suggestion } from '../../../accounts/suggestion.ts';
import { error, warning, type Diagnostic } from '../../../source/diagnostic.ts';
import { placeOfKey } from '../../../source/yaml.ts';
import type { Check } from '../../check.ts';
import { codeEntries, type CodeEntry } from '../../code-entries.ts';

/** Codes must belong to an existing class; a code that is merely missing from our table is a warning. */
export const knownCodes: Check = {
  rule: 'known-codes',
  numbers: [],
  source: '政府收支分类科目（当年版）',
  summary: '科目编码应属于存在的类；编码表中没有的科目请核对',
  run: ({ year, codes }) => codeEntries(year).flatMap((entry) => checkCode(entry, codes[entry.table])),
};

function checkCode(entry: CodeEntry, table: CodeTable): readonly Diagnostic[] {
  const { code, document, path } = entry;
  if (table.has(code)) return [];
  const place = placeOfKey(document, path);
  const [first = code] = ancestorsOf(code);
  if (!table.has(first)) {
    const classes = [...table.keys()].filter((known) => known.length === 3);
    return [error('known-codes', `科目 ${code} 所属的类 ${first} 不存在${suggestion(first, classes)}；请按批复表核对编码`, place)];
  }
  return [warning('known-codes', `编码表中没有科目 ${code}；请按批复表核对，确认无误后可补入 content/codes`, place)];
}
