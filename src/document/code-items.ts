import { ancestorsOf, withAncestors } from '../accounts/code-levels.ts';
import { isPresent } from '../figures/present.ts';
import { nameOf } from '../accounts/code-table.ts';
import { codesOfFund } from '../accounts/facts/fund-codes.ts';
import { cellIds } from '../figures/cell-ids.ts';
import { BELOW, CODE_LEVELS, type CodeLevel, type CodeList } from '../pack/lists.ts';
import { LEVELS } from '../pack/table-schema.ts';
import type { BookletSource } from './booklet-source.ts';
import type { ListItem } from './lists.ts';

/**
 * Money by functional code: the codes of a level that have some, in their order (R67). 项 are the codes that were entered:
 * a body may disclose no more than a 款.
 */
export function codeItems(list: CodeList, level: CodeLevel, source: BookletSource): readonly ListItem[] {
  const codes = enteredCodes(list, source);
  return itemsAmong(level === '项' ? codes : atLevel(level, codes), level, list, source);
}

function enteredCodes({ section, fund }: CodeList, { year }: BookletSource): readonly string[] {
  const { entered } = year.accounts.value;
  return fund === undefined ? entered.codesIn(section) : codesOfFund(entered, fund);
}

function atLevel(level: CodeLevel, codes: readonly string[]): readonly string[] {
  return withAncestors(codes).filter((code) => code.length === LEVELS[level]);
}

function itemsAmong(
  codes: readonly string[],
  level: CodeLevel,
  list: CodeList,
  source: BookletSource,
): readonly ListItem[] {
  return codes
    .toSorted()
    .filter((code) => hasMoney(code, list, source))
    .map((code) => codeItem(code, level, list, source));
}

/** Whether the first of an item's figures exists and is not zero. */
function hasMoney(code: string, { figures }: CodeList, source: BookletSource): boolean {
  const [first] = Object.values(figures);
  return first !== undefined && isPresent(source.figures, cellIds(...first)(code));
}

function codeItem(code: string, level: CodeLevel, list: CodeList, source: BookletSource): ListItem {
  const table = source.codes.functional;
  const [first = code, second = code] = ancestorsOf(code);
  const figures = Object.entries(list.figures).map(([field, cell]) => [field, cellIds(...cell)(code)]);
  const below = CODE_LEVELS[CODE_LEVELS.indexOf(level) + 1];
  return {
    编码: code,
    类名: nameOf(first, table),
    款名: nameOf(second, table),
    名称: nameOf(code, table),
    ...(Object.fromEntries(figures) as ListItem),
    ...(below !== undefined && { [BELOW]: itemsBelow(code, below, list, source) }),
  };
}

function itemsBelow(
  code: string,
  level: CodeLevel,
  list: CodeList,
  source: BookletSource,
): readonly ListItem[] {
  const codes = enteredCodes(list, source).filter((one) => one.startsWith(code) && one !== code);
  return itemsAmong(level === '项' ? codes : atLevel(level, codes), level, list, source);
}
