import { APPROPRIATIONS, keysOf, REVENUE_KINDS, type Appropriation } from '../../accounts/categories.ts';
import { ZERO } from '../../accounts/decimal.ts';
import type { Equation } from './equations.ts';
import type { Known } from './solve.ts';

/**
 * The revenue table of many regions adds up what the three appropriations gave for a code. Money of an appropriation was
 * received under the codes under which it is spent or carried over: under all others there is none.
 */
export function splitRevenue(codes: readonly string[], known: Known, equations: readonly Equation[]): void {
  const sums = new Map(equations.map((equation) => [equation.definition.id, equation]));
  for (const code of codes) {
    const sum = sums.get(`收入.${code}.财政拨款收入`);
    const using = new Set(keysOf(APPROPRIATIONS).filter((fund) => isUsed(fund, code, known)));
    if (sum === undefined || (using.size === 0 && !sum.value.isZero())) continue;
    const { source } = sum;
    for (const fund of keysOf(APPROPRIATIONS)) {
      const path = ['收入', REVENUE_KINDS[fund], code].join('\n');
      if (using.has(fund) || known.has(path)) continue;
      known.set(path, { value: ZERO, tolerance: ZERO, source, stated: false, derived: true });
    }
  }
}

function isUsed(fund: Appropriation, code: string, known: Known): boolean {
  const name = APPROPRIATIONS[fund];
  const paths = [
    ['支出', code, name, '基本支出'],
    ['支出', code, name, '项目支出'],
    ['年初结转和结余', name, code],
    ['年末结转和结余', name, code],
  ];
  return paths.some((path) => known.get(path.join('\n'))?.value.isZero() === false);
}
