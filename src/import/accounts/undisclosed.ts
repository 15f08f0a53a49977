import { UNDISCLOSED } from '../../accounts/disclosed.ts';
import { rowPath } from '../../accounts/facts/fact.ts';
import type { Source } from '../reading.ts';
import type { Equation } from './equations.ts';
import type { Enterable, FigureWeb } from './figure-web.ts';
import type { Known } from './solve.ts';

/** An entry of `accounts.yaml` that is not disclosed. */
export interface Hidden {
  readonly path: readonly string[];
  readonly source: Source;
}

/**
 * What a published booklet does not tell: nobody can enter more than it says. Of what is broken down by code, a row of
 * which it states something is open itself; where it states no more than a whole, money of undisclosed classification
 * stands for all rows.
 */
export function undisclosed(
  equations: readonly Equation[],
  known: Known,
  { enterable }: FigureWeb,
  source: Source,
): readonly Hidden[] {
  const stated = equations.filter((equation) => equation.stated && !equation.value.isZero());
  const inRows = new Set(stated.filter((one) => isRow(one, enterable)).flatMap(pathsIn));
  const inWholes = new Set(stated.flatMap(pathsIn));
  const hidden = new Map<string, Hidden>();
  for (const [name, entry] of enterable) {
    if (known.has(name)) continue;
    const path = pathOf(entry, { inRow: inRows.has(name), inWhole: inWholes.has(name) });
    if (path !== undefined) hidden.set(path.join('\n'), { path, source });
  }
  return [...hidden.values()];
}

function pathsIn({ terms }: Equation): readonly string[] {
  return [...terms.keys()];
}

/** Whether what is stated is of one row. */
function isRow(equation: Equation, enterable: FigureWeb['enterable']): boolean {
  const keys = new Set(pathsIn(equation).map((path) => enterable.get(path)?.key));
  return keys.size === 1 && !keys.has(undefined);
}

function pathOf(
  { fact, key, path }: Enterable,
  { inRow, inWhole }: { readonly inRow: boolean; readonly inWhole: boolean },
): readonly string[] | undefined {
  if (inRow) return path;
  if (key !== undefined && fact.unclassified === true)
    return inWhole ? rowPath(fact, UNDISCLOSED) : undefined;
  return fact.required === 'always' ? path : undefined;
}
