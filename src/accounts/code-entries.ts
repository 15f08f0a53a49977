import { remembered } from '../source/remembered.ts';
import type { YamlDocument, YamlPath } from '../source/yaml.ts';
import { APPROPRIATIONS, FUNDS, keysOf, REVENUE_KINDS } from './categories.ts';
import type { Classifications } from './code-table.ts';
import type { LoadedYear } from './load.ts';

/** A place in `accounts.yaml` where a classification code is the key. */
export interface CodeEntry {
  readonly table: keyof Classifications;
  readonly code: string;
  /** The name given beside the code, if any. */
  readonly name?: string | undefined;
  readonly document: YamlDocument;
  readonly path: YamlPath;
}

/** Every code that money was entered for in a year's accounts. Several checks ask for them. */
export const codeEntries = remembered(listEntries);

function listEntries(year: LoadedYear): readonly CodeEntry[] {
  const { document, value } = year.accounts;
  const breakdowns: readonly (readonly [YamlPath, object | string])[] = [
    ...keysOf(REVENUE_KINDS).map((kind) => [['收入', REVENUE_KINDS[kind]], value.revenue[kind]] as const),
    ...keysOf(FUNDS).map((fund) => [['年初结转和结余', FUNDS[fund]], value.openingBalance[fund]] as const),
    ...keysOf(FUNDS).map((fund) => [['年末结转和结余', FUNDS[fund]], value.closingBalance[fund]] as const),
    ...keysOf(APPROPRIATIONS).map(
      (fund) => [['年初预算', APPROPRIATIONS[fund]], value.initialBudget[fund]] as const,
    ),
  ];
  const byBreakdown = breakdowns.flatMap(([path, entered]) =>
    Object.keys(entered)
      .filter((code) => /^\d{3,7}$/.test(code))
      .map((code) => ({ table: 'functional' as const, code, document, path: [...path, code] })),
  );
  const items = Object.entries(value.expenditure)
    .filter(([code]) => /^\d/.test(code))
    .map(([code, item]) => ({
      table: 'functional' as const,
      code,
      name: item.name,
      document,
      path: ['支出', code],
    }));
  const economic = Object.entries(value.basicByEconomicCode).map(([code, item]) => ({
    table: 'economic' as const,
    code,
    name: item.name,
    document,
    path: ['基本支出经济分类', code],
  }));
  return [...byBreakdown, ...items, ...economic];
}
