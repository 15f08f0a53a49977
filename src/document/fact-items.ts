import { ancestorsOf, withAncestors } from '../accounts/code-levels.ts';
import { nameOf } from '../accounts/code-table.ts';
import { isPresent } from '../figures/present.ts';
import { keysIn, lowest, ofRow } from '../figures/row-patterns.ts';
import type { FactList } from '../pack/fact-lists.ts';
import { BELOW, CODE_LEVELS, type CodeLevel } from '../pack/lists.ts';
import { LEVELS } from '../pack/table-schema.ts';
import type { BookletSource } from './booklet-source.ts';
import type { ListItem } from './lists.ts';

/** The items of a list that follows from what the pack declares: the rows of which the booklet has something. */
export function factItems(list: FactList, source: BookletSource): readonly ListItem[] {
  const ids = source.figures.ids();
  const keys = [...new Set([...list.figures.values()].flatMap((pattern) => keysIn(pattern, ids)))];
  if (list.level !== undefined) return codesBelow(lowest(keys).toSorted(), list.level, list, source);
  return keys
    .filter((key) => isShown(key, list, source))
    .map((key) => ({ 名称: nameOfKey(key, source), 键: key, ...figuresOf(key, list) }));
}

/** A project's own name, for the file of its form. */
function nameOfKey(key: string, { year }: BookletSource): string {
  return year.evaluations.find(({ name }) => name === key)?.value.name ?? key;
}

function figuresOf(key: string, { figures }: FactList): Readonly<Record<string, string>> {
  return Object.fromEntries([...figures].map(([field, pattern]) => [field, ofRow(pattern, key)]));
}

function isShown(key: string, { figures }: FactList, source: BookletSource): boolean {
  return [...figures.values()].some((pattern) => isPresent(source.figures, ofRow(pattern, key)));
}

/** 项 are the codes that were entered: a body may disclose no more than a 款. */
function codesBelow(
  entered: readonly string[],
  level: CodeLevel,
  list: FactList,
  source: BookletSource,
): readonly ListItem[] {
  const table = list.keys === '经济科目' ? source.codes.economic : source.codes.functional;
  const lowestLevel = list.keys === '经济科目' ? '款' : '项';
  const codes =
    level === lowestLevel ? entered : withAncestors(entered).filter((code) => code.length === LEVELS[level]);
  const next = level === lowestLevel ? undefined : CODE_LEVELS[CODE_LEVELS.indexOf(level) + 1];
  return codes
    .filter((code) => isShown(code, list, source))
    .map((code) => {
      const [first = code, second = code] = ancestorsOf(code);
      const below = entered.filter((one) => one.startsWith(code) && one !== code);
      return {
        编码: code,
        类名: nameOf(first, table),
        款名: nameOf(second, table),
        名称: nameOf(code, table),
        ...figuresOf(code, list),
        ...(next !== undefined && { [BELOW]: codesBelow(below, next, list, source) }),
      };
    });
}
