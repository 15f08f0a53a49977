import { remembered } from '../../source/remembered.ts';
import type { YamlPath } from '../../source/yaml.ts';
import type { Evaluation, Indicator, IndicatorNode } from '../schema/evaluation.ts';
import { levelList } from './indicator-levels.ts';

/** A heading of indicators, where it stands, and how many indicators it heads. */
export interface PlacedLevel {
  /** From 1, the highest. */
  readonly level: number;
  readonly name: string;
  readonly path: YamlPath;
  readonly count: number;
}

/** An indicator with the headings above it, the highest first, and where it stands. */
export interface PlacedIndicator {
  readonly indicator: Indicator;
  readonly above: readonly PlacedLevel[];
  readonly path: YamlPath;
}

/** The indicators of a form through all levels, in its order. */
export const indicatorsIn = remembered(({ indicators }: Evaluation): readonly PlacedIndicator[] =>
  below(indicators, [], []),
);

/** Every heading of a form's indicators, in its order, those without an indicator too. */
export const levelsIn = remembered(
  ({ indicators }: Evaluation): readonly (PlacedLevel & { readonly parents: readonly string[] })[] =>
    levelsBelow(indicators, [], [], 1),
);

function below(
  nodes: readonly IndicatorNode[],
  above: readonly PlacedLevel[],
  path: YamlPath,
): readonly PlacedIndicator[] {
  const level = above.length + 1;
  return nodes.flatMap((node, index): readonly PlacedIndicator[] => {
    const own = [...path, levelList(level), index];
    if (!('below' in node)) return [{ indicator: node, above, path: own }];
    const heading = { level, name: node.name, path: own, count: countOf(node) };
    return below(node.below, [...above, heading], own);
  });
}

function countOf(node: IndicatorNode): number {
  return 'below' in node ? node.below.reduce((sum, one) => sum + countOf(one), 0) : 1;
}

function levelsBelow(
  nodes: readonly IndicatorNode[],
  parents: readonly string[],
  path: YamlPath,
  level: number,
): readonly (PlacedLevel & { readonly parents: readonly string[] })[] {
  return nodes.flatMap((node, index) => {
    if (!('below' in node)) return [];
    const own = [...path, levelList(level), index];
    const heading = { level, name: node.name, path: own, count: countOf(node), parents };
    return [heading, ...levelsBelow(node.below, [...parents, node.name], own, level + 1)];
  });
}
