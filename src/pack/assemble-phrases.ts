import { decimalsOf } from '../accounts/facts/unit.ts';
import type { PackFacts } from './assemble-facts.ts';
import type { Assembly } from './assembly.ts';
import { assembleOwnPhrases } from './own-phrases.ts';
import type { BudgetPhrases, Conventions, Phrases } from './pack.ts';
import type { PackFile } from './schema.ts';
import type { Scope } from './scope.ts';
import type { Template } from './template.ts';

/** What an outturn is to its budget, as pack.yaml calls it. */
const BUDGET_PHRASES: Readonly<Record<keyof BudgetPhrases, string>> = {
  above: '大于',
  below: '小于',
  equal: '等于',
  noBudget: '无预算',
  undisclosed: '未公开',
};

/** The phrases that figures choose, each from the nearest pack that has it; undefined where one is missing or faulty. */
export function assemblePhrases(assembly: Assembly): Phrases | undefined {
  const change = (key: keyof Phrases['change'], label: string): Template | undefined =>
    nearestPhrase(
      assembly,
      assembly.scopes.change,
      ['措辞', '较上年', label],
      ({ phrases }) => phrases?.change?.[key],
    );
  const increase = change('increase', '增加');
  const decrease = change('decrease', '减少');
  const unchanged = change('unchanged', '持平');
  const fromZero = change('fromZero', '基数为零');
  const undisclosed = change('undisclosed', '未公开');
  const budget = budgetPhrases(assembly);
  const reason = nearestPhrase(
    assembly,
    assembly.scopes.reason,
    ['措辞', '主要原因'],
    ({ phrases }) => phrases?.reason,
  );
  const none = nearestPhrase(
    assembly,
    assembly.scopes.none,
    ['措辞', '无此项'],
    ({ phrases }) => phrases?.none,
  );
  if (!increase || !decrease || !unchanged || !fromZero || !undisclosed || !reason || !none) return undefined;
  const own = assembleOwnPhrases(assembly);
  return { change: { increase, decrease, unchanged, fromZero, undisclosed }, budget, reason, none, own };
}

function budgetPhrases(assembly: Assembly): BudgetPhrases {
  const stated = ([key, label]: readonly [keyof BudgetPhrases, string]): readonly (readonly [
    string,
    Template,
  ])[] => {
    const owner = assembly.line.find(({ file }) => file.value.phrases?.budget?.[key] !== undefined);
    const text = owner?.file.value.phrases?.budget?.[key];
    if (owner === undefined || text === undefined) return [];
    const template = assembly.template(owner, ['措辞', '较预算', label], text, assembly.scopes.budget);
    return template === undefined ? [] : [[key, template]];
  };
  return Object.fromEntries(
    Object.entries(BUDGET_PHRASES).flatMap(([key, label]) => stated([key as keyof BudgetPhrases, label])),
  );
}

/** A phrase of the nearest pack that has it. */
function nearestPhrase(
  assembly: Assembly,
  scope: Scope,
  path: readonly string[],
  of: (file: PackFile) => string | undefined,
): Template | undefined {
  for (const owner of assembly.line) {
    const text = of(owner.file.value);
    if (text !== undefined) return assembly.template(owner, path, text, scope);
  }
  assembly.missing(path.join('.'));
  return undefined;
}

/** How numbers are printed: each convention from the nearest pack that states it. */
export function assembleConventions(assembly: Assembly, facts: PackFacts): Conventions | undefined {
  const stated = assembly.line.flatMap(({ file }) => file.value.conventions ?? []);
  const nearest = <K extends keyof (typeof stated)[number]>(key: K): (typeof stated)[number][K] =>
    stated.find((one) => one[key] !== undefined)?.[key];
  const written = (key: 'growthFromZero' | 'growthOfNothing' | 'undisclosed', label: string): string => {
    const text = nearest(key);
    if (text === undefined) assembly.missing(`惯例.${label}`);
    return text ?? '';
  };
  const [inText, inTables, comparisonSigns] = [
    nearest('inText'),
    nearest('inTables'),
    nearest('comparisonSigns'),
  ];
  const conventions = {
    growthFromZero: written('growthFromZero', '基数为零增长率'),
    growthOfNothing: written('growthOfNothing', '均为零增长率'),
    undisclosed: written('undisclosed', '未公开'),
    ...(comparisonSigns && { comparisonSigns }),
    ...(inText && { inText }),
    ...(inTables && { inTables }),
    ...decimalsIn(facts),
  };
  return conventions.undisclosed === '' ? undefined : conventions;
}

/** The most decimals that facts of a unit have, where that is not what its units usually have. */
function decimalsIn({ book }: PackFacts): Pick<Conventions, 'unitDecimals'> {
  const decimals = new Map<string, number>();
  for (const { unit, decimals: most } of book.facts)
    if (unit !== '万元' && most !== decimalsOf(unit))
      decimals.set(unit, Math.max(most, decimals.get(unit) ?? 0));
  return decimals.size === 0 ? {} : { unitDecimals: decimals };
}
