import { FUNDS, keysOf } from '../../../accounts/categories.ts';
import { codesOfFund } from '../../../accounts/facts/fund-codes.ts';
import { warning, type Diagnostic } from '../../../source/diagnostic.ts';
import { placeOfKey } from '../../../source/yaml.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { codeEntries, type CodeEntry } from '../../../accounts/code-entries.ts';

const STATE_CAPITAL = FUNDS.stateCapital;
/** 国有资本经营预算支出. */
const OWN_CLASS = '223';
/** Where else state capital money goes: to supplement the social security fund, and in transfers. */
const OTHER_CLASSES: readonly string[] = ['208', '230'];

/** State capital operations have a class of their own in the functional classification; other money has no part in it. */
export const fundClasses: Check = {
  rule: 'fund-classes',
  numbers: [],
  source: '政府收支分类科目：223 类为国有资本经营预算支出，国有资本经营预算另可列 208、230 类',
  summary: '223 类科目只用于国有资本经营预算，国有资本经营预算一般只用 223 类科目',
  run: (subject) =>
    codeEntries(subject.year)
      .filter(({ table }) => table === 'functional')
      .flatMap((entry) => checkEntry(entry, columnsOf(entry, subject))),
};

/** The funds or kinds of revenue that an entry has money of; what a pack's own facts break down is of any fund. */
function columnsOf({ code, path }: CodeEntry, { year, figures }: CheckSubject): readonly string[] {
  const [section, column] = path;
  const { entries } = figures.book;
  if (!entries.some(({ topic, fact }) => topic !== '自定数' && fact.path[0] === section)) return [];
  if (section !== '支出') return [String(column)];
  const { entered } = year.accounts.value;
  return keysOf(FUNDS).flatMap((fund) => (codesOfFund(entered, fund).includes(code) ? [FUNDS[fund]] : []));
}

function checkEntry({ code, document, path }: CodeEntry, columns: readonly string[]): readonly Diagnostic[] {
  const own = code.startsWith(OWN_CLASS);
  const allowed = own || OTHER_CLASSES.some((other) => code.startsWith(other));
  const wrong = columns.find((column) => (column.startsWith(STATE_CAPITAL) ? !allowed : own));
  if (wrong === undefined) return [];
  const rule = own ? '223 类是国有资本经营预算支出，不能有其他资金' : '国有资本经营预算支出列 223 类';
  return [
    warning(
      'fund-classes',
      `科目 ${code} 填了“${wrong}”：${rule}；请核对编码和资金来源`,
      placeOfKey(document, path),
    ),
  ];
}
