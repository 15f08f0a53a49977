import { withAncestors } from '../accounts/code-levels.ts';
import { isPresent } from '../figures/present.ts';
import { nameOf } from '../accounts/code-table.ts';
import { isBelow, ROW_CODE, ROW_ITEM } from '../figures/row-patterns.ts';
import { GROUP_NAME, LEVELS, type Level, type RowRule } from '../pack/table-schema.ts';
import type { BookletSource } from './booklet-source.ts';
import { chineseNumeral } from './chinese-numeral.ts';
import type { Say } from './filling.ts';
import { itemsOf, textOf, type ListItem } from './lists.ts';

/** A row of a table before it is printed: what its labels say, and the figures in its columns. */
export interface PlannedRow {
  /** label: with labels of its own; total: one that stands across the label columns; blank: empty. */
  readonly kind: 'label' | 'total' | 'blank';
  readonly name: string;
  /** 行次. */
  readonly line: string;
  /** The row's code; empty for one without. */
  readonly code: string;
  /** 序号, in rows of which there are as many as the booklet has. */
  readonly ordinal: string;
  /** Ids of the row's figures; an empty one is a blank cell. */
  readonly ids: readonly string[];
}

const ROW = {
  kind: 'label',
  name: '',
  line: '',
  code: '',
  ordinal: '',
  ids: [],
} as const satisfies PlannedRow;

/** The rows that the rules of one side of a table make for a booklet. */
export function plannedRows(
  rules: readonly RowRule[],
  source: BookletSource,
  say: Say,
): readonly PlannedRow[] {
  let classes = 0;
  return rules.flatMap((rule): readonly PlannedRow[] => {
    if ('blank' in rule) return blankRows(rule);
    if ('label' in rule) return [{ ...ROW, name: say(rule.label), line: rule.line, ids: rule.figures }];
    if ('total' in rule) return [{ ...ROW, kind: 'total', name: say(rule.total), ids: rule.figures }];
    if ('list' in rule) return numbered(itemRows(rule, source, say));
    if (!('classes' in rule)) return withSubtotals(numbered(codeRows(rule, source)), rule, source, say);
    return rule.classes.map((code, index) => {
      classes += 1;
      const name = `${chineseNumeral(classes)}、${nameOf(code, source.codes.functional)}`;
      return { ...ROW, name, line: lineAt(rule.firstLine, index), code, ids: withCode(rule.figures, code) };
    });
  });
}

function blankRows({ blank, firstLine }: Extract<RowRule, { blank: number }>): readonly PlannedRow[] {
  return Array.from({ length: blank }, (_, index) => ({
    ...ROW,
    kind: 'blank',
    line: lineAt(firstLine, index),
  }));
}

function lineAt(first: number | undefined, index: number): string {
  return first === undefined ? '' : String(first + index);
}

function numbered(rows: readonly PlannedRow[]): readonly PlannedRow[] {
  return rows.map((row, index) => ({ ...row, ordinal: String(index + 1) }));
}

function withCode(ids: readonly string[], code: string): readonly string[] {
  return ids.map((id) => id.replaceAll(ROW_CODE, code));
}

type CodeRule = Extract<RowRule, { levels: readonly Level[] } | { economic: readonly string[] }>;

function codeRows(rule: CodeRule, source: BookletSource): readonly PlannedRow[] {
  const economic = 'economic' in rule;
  const table = economic ? source.codes.economic : source.codes.functional;
  const codes = economic ? economicCodes(source, rule) : codesOf(source, rule);
  return codes.map((code) => ({
    ...ROW,
    name: nameOf(code, table),
    code,
    ids: withCode(rule.figures, code),
  }));
}

/** Behind the rows of each class or section a row with what they come to, that of the smaller group first. */
function withSubtotals(
  rows: readonly PlannedRow[],
  rule: CodeRule,
  source: BookletSource,
  say: Say,
): readonly PlannedRow[] {
  const groups = (rule.subtotals ?? []).toSorted((a, b) => LEVELS[b.level] - LEVELS[a.level]);
  const table = 'economic' in rule ? source.codes.economic : source.codes.functional;
  return rows.flatMap((row, index) => {
    const next = rows[index + 1]?.code ?? '';
    const ended = groups
      .map(({ level, name }) => ({ code: row.code.slice(0, LEVELS[level]), name }))
      .filter(({ code }) => !next.startsWith(code));
    return [
      row,
      ...ended.map(({ code, name }) => ({
        ...ROW,
        kind: 'total' as const,
        name: say(name).replaceAll(GROUP_NAME, nameOf(code, table)),
        ids: withCode(rule.figures, code),
      })),
    ];
  });
}

/** Every code used, unless all columns of its row are zero. */
function codesOf(
  source: BookletSource,
  { levels, figures, only }: Extract<RowRule, { levels: readonly Level[] }>,
): readonly string[] {
  const lengths: readonly number[] = levels.map((level) => LEVELS[level]);
  return usedCodes(source)
    .filter((code) => lengths.includes(code.length) && (only === undefined || isBelow(code, only)))
    .filter((code) => withCode(figures, code).some((id) => isPresent(source.figures, id)));
}

/** The rows that the pack lists, with what the booklet entered below a class that has a row, be it a subtotal. */
function economicCodes(
  { year }: BookletSource,
  { economic: listed, subtotals }: Extract<RowRule, { economic: readonly string[] }>,
): readonly string[] {
  const entered = year.accounts.value.entered.keysOf('基本支出');
  const shown = subtotals === undefined ? listed : listed.map((code) => code.slice(0, 3));
  const further = entered.filter((code) => !listed.includes(code) && shown.includes(code.slice(0, 3)));
  return further.length === 0 ? listed : [...listed, ...further].sort();
}

function usedCodes(source: BookletSource): readonly string[] {
  const entered = source.year.accounts.value.entered.codes.filter(({ table }) => table === 'functional');
  return withAncestors(new Set(entered.map(({ code }) => code)));
}

/** The ids of a row's figures, with the item's key in them. */
export function withItem(ids: readonly string[], item: ListItem): readonly string[] {
  return ids.map((id) => id.replaceAll(ROW_ITEM, textOf(item, '键')));
}

function itemRows(
  { list, figures }: Extract<RowRule, { list: string }>,
  source: BookletSource,
  say: Say,
): readonly PlannedRow[] {
  return itemsOf(list, source, say).map((item) => ({
    ...ROW,
    name: textOf(item, '名称'),
    ids: withItem(figures, item),
  }));
}
