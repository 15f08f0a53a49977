import type { Exact } from '../../accounts/decimal.ts';
import { found, type Finding } from '../finding.ts';
import type { Reading } from '../reading.ts';
import type { Equation } from './equations.ts';
import { standing, type Known } from './solve.ts';

/**
 * What files state that does not fit what its parts make, and what nothing settles.
 *
 * @param hidden paths of what is not disclosed: nobody expects it to be settled
 */
export function disagreements(
  equations: readonly Equation[],
  known: Known,
  hidden: ReadonlySet<string>,
): readonly Finding[] {
  const differing = equations.flatMap((equation): readonly Finding[] => {
    const state = standing(equation, known);
    return state.kind === 'differs' ? [disagreement(equation, state.computed, known)] : [];
  });
  return [...differing, ...unsettled(equations, known, hidden).map(undetermined)];
}

/** What is stated of numbers that nothing settles, the smallest totals alone: larger ones are open because these are. */
function unsettled(
  equations: readonly Equation[],
  known: Known,
  hidden: ReadonlySet<string>,
): readonly Equation[] {
  const open = equations
    .filter(({ stated, value }) => stated && !value.isZero())
    .map((equation) => ({
      equation,
      paths: new Set([...equation.terms.keys()].filter((path) => !known.has(path))),
    }))
    .filter(({ paths }) => paths.size > 0 && ![...paths].some((path) => hidden.has(path)))
    .sort((a, b) => a.paths.size - b.paths.size || a.equation.terms.size - b.equation.terms.size);
  const smallest: typeof open = [];
  for (const one of open) if (!smallest.some(({ paths }) => paths.isSubsetOf(one.paths))) smallest.push(one);
  return smallest.map(({ equation }) => equation);
}

function disagreement(equation: Equation, computed: Exact, known: Known): Finding {
  const { definition, value, source, terms, reading } = equation;
  const { label, id } = definition;
  const says = (amount: Exact): string => inWords(amount, equation, reading);
  const other = terms.size === 1 ? known.get([...terms.keys()][0] ?? '') : undefined;
  const called = label === id ? label : `${label}（${id}）`;
  const here =
    reading?.blank === true
      ? '这里没有数'
      : reading === undefined
        ? '表上没有这一行'
        : `这里是 ${says(value)}`;
  if (other !== undefined && !other.derived) {
    const message = `${called}：${here}，另一处是 ${says(computed)}；请核对哪一处对`;
    return found('import-twice', message, source, [{ message: '另一处', at: other.source }]);
  }
  const difference = says(value.minus(computed).abs());
  const message = `${called}：${here}，按表上各项计算应为 ${says(computed)}，相差 ${difference}；请核对这一格和它的各项`;
  return found('import-total', message, source);
}

function undetermined({ definition, value, source, ...equation }: Equation): Finding {
  const { label, id, unit } = definition;
  const amount = inWords(value, { definition: { unit } }, equation.reading);
  const message = `${label}（${id}）${amount} 由哪几项组成，给出的表里定不下来；请补上缺少的表，或自己填写`;
  return found('import-undetermined', message, source);
}

/** An amount in the unit of the file that states it, so that it can be found there. */
function inWords(
  value: Exact,
  { definition }: { readonly definition: Pick<Equation['definition'], 'unit'> },
  reading: Reading | undefined,
): string {
  if (definition.unit !== '万元') return `${value.toFixed()} ${definition.unit}`;
  if (reading === undefined) return `${value.toFixed()} 万元`;
  return `${value.div(reading.unit.factor).toFixed()} ${reading.unit.name}`;
}
