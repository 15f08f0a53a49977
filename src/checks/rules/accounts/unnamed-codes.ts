import { ancestorsOf } from '../../../accounts/code-levels.ts';
import { codeEntries } from '../../../accounts/code-entries.ts';
import { amendTable, type Classifications } from '../../../accounts/code-table.ts';
import { comparedCodes, NAMES_SECTION } from '../../../accounts/own-names.ts';
import { error, type Diagnostic } from '../../../source/diagnostic.ts';
import type { Place } from '../../../source/place.ts';
import { placeOfKey, placeOfValue } from '../../../source/yaml.ts';
import type { Check, CheckSubject } from '../../check.ts';

/** A code whose name the booklet prints somewhere: in a table, a list of figures, a comparison. */
interface PrintedCode {
  readonly table: keyof Classifications;
  readonly code: string;
  readonly place: Place;
  /** Whether the booklet has an amount of it; the others are listed by the pack. */
  readonly entered: boolean;
}

/** Where there is no name, the code would be printed in its place: names are looked up or given, never made up. */
export const unnamedCodes: Check = {
  rule: 'unnamed-code',
  numbers: [],
  source: '各表“科目名称”栏印批复表上的名称',
  summary: '科目（连同所属的款）应有名称：编码表中没有的，由本单位写明',
  run(subject) {
    const told = new Set<string>();
    return printedCodes(subject).flatMap((printed) => {
      const nameless = namelessOf(printed, subject).filter((one) => !told.has(one));
      nameless.forEach((one) => told.add(one));
      return nameless.length === 0 ? [] : [report(nameless, printed, subject)];
    });
  },
};

/** The code and its 款, as far as they have no name. Of a table that could not be read, its own file tells. */
function namelessOf({ table, code, entered }: PrintedCode, subject: CheckSubject): readonly string[] {
  const names = subject.codes[table];
  const [first = code] = ancestorsOf(code);
  // A class that does not exist is reported by `known-codes`.
  if (subject.codesFor(subject.year.year)[table].size === 0 || (entered && !names.has(first))) return [];
  return [...ancestorsOf(code), code].filter((one) => !names.has(one));
}

function report(
  nameless: readonly string[],
  { table, place, entered }: PrintedCode,
  subject: CheckSubject,
): Diagnostic {
  const { year, accounts } = subject.year;
  const named = nameless
    .map((code) => `${code.length === 5 && table === 'functional' ? '款' : '科目'} ${code}`)
    .join('、');
  const shared = amendTable(year, table);
  if (!entered) return error('unnamed-code', `模板的表列有${named}，没有名称；请${shared}`, place);
  const lines = nameless.map((code) => `"${code}": 名称`).join('、');
  const own = accounts.document.source.path === place.file ? '本文件' : accounts.document.source.path;
  const message = `${named}没有名称，编码会印在名称的位置；请按批复表在${own}的“${NAMES_SECTION}”下写 ${lines}，各单位共用的${shared}`;
  return error('unnamed-code', message, place);
}

function printedCodes(subject: CheckSubject): readonly PrintedCode[] {
  return [...enteredCodes(subject), ...lastYearsCodes(subject), ...layoutCodes(subject)];
}

/** Expenditure first: there a code is looked for. */
function enteredCodes({ year }: CheckSubject): readonly PrintedCode[] {
  const [spent, other] = [true, false].map((spending) =>
    codeEntries(year).filter(({ path }) => (path[0] === '支出') === spending),
  );
  return [...(spent ?? []), ...(other ?? [])].map(({ table, code, document, path }) => {
    return { table, code, place: placeOfKey(document, path), entered: true };
  });
}

/** Codes that only last year had stand in comparisons. */
function lastYearsCodes({ comparatives }: CheckSubject): readonly PrintedCode[] {
  if (comparatives === undefined) return [];
  return comparedCodes(comparatives.value).map(({ table, code, id }) => {
    return { table, code, place: placeOfKey(comparatives.document, ['对比数', id]), entered: true };
  });
}

/** Codes that the pack's tables list, whether or not there is money. */
function layoutCodes({ pack, year }: CheckSubject): readonly PrintedCode[] {
  const place = placeOfValue(year.accounts.document, ['模板']);
  const listed = (table: keyof Classifications, codes: readonly string[]): readonly PrintedCode[] =>
    codes.map((code) => ({ table, code, place, entered: false }));
  const rules = pack?.tables.flatMap(({ layout }) => layout.sides.flatMap(({ rows }) => rows)) ?? [];
  return rules.flatMap((rule) => {
    if ('classes' in rule) return listed('functional', rule.classes);
    return 'economic' in rule ? listed('economic', rule.economic) : [];
  });
}
