import { formatExact } from '../../accounts/decimal.ts';
import type { Assessed } from './performance.ts';

/**
 * How many projects have which grade, the best first: `“优”（90分及以上）6个，“中”（60分及以上）1个，没有等级1个。`
 *
 * @returns nothing where no project has a grade
 */
export function gradesInBrief(projects: readonly Assessed[]): string {
  const graded = projects.flatMap(({ grade }) => grade ?? []);
  const [first] = graded;
  if (first === undefined) return '';
  const groups = Map.groupBy(
    graded.toSorted((a, b) => b.from.cmp(a.from)),
    ({ name, from }) => `“${name}”（${formatExact(from)}分及以上）`,
  );
  const [only] = groups.keys();
  if (groups.size === 1 && graded.length === projects.length && graded.length > 1)
    return `全部${graded.length}个项目都是${only}。`;
  const counts = [...groups].map(([name, { length }]) => `${name}${length}个`);
  const rest = projects.length - graded.length;
  return `${[...counts, ...(rest === 0 ? [] : [`没有等级${rest}个`])].join('，')}。`;
}
