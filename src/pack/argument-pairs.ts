import { canBePart, quotientId, unfit, type Quotient } from '../figures/quotients.ts';
import type { Field } from './lists.ts';
import type { Scope } from './scope.ts';
import { asPath, asText, idOf } from './template-paths.ts';

/** An argument that names a figure: by its id, or by the name of a field of the place around. */
interface Named {
  readonly path: hbs.AST.PathExpression;
  readonly field: Extract<Field, { kind: 'figure' }> | undefined;
}

function named(param: hbs.AST.Expression | undefined, { fields }: Scope): Named | undefined {
  const path = param && asPath(param);
  const field = path && fields.get(path.original);
  return path && { path, field: field?.kind === 'figure' ? field : undefined };
}

/** What is told of two figures together: an id, where both are known by theirs, or why they cannot be told of. */
export type Pair =
  | { readonly node: hbs.AST.Node; readonly id: string; readonly parts: readonly [string, string] }
  | { readonly node: hbs.AST.Node; readonly problem: string };

/** What one argument is of another. Nothing is known yet where one is a field, unless their units are. */
export function quotientPair(
  [first, second]: readonly hbs.AST.Expression[],
  quotient: Quotient,
  scope: Scope,
): Pair | undefined {
  const [part, whole] = [named(first, scope), named(second, scope)];
  if (part === undefined || whole === undefined) return undefined;
  const node = whole.path;
  if (part.field === undefined && whole.field === undefined) {
    const parts = [idOf(part.path), idOf(whole.path)] as const;
    return { node, id: quotientId(parts[0], quotient, parts[1]), parts };
  }
  const [unit, of] = [part.field?.unit, whole.field?.unit];
  if (unit === undefined || of === undefined || canBePart({ unit }, { unit: of })) return undefined;
  return { node, problem: unfit(part.path.original, unit, whole.path.original, of) };
}

/** The phrase and the figure of a helper that chooses one by the other; undefined for a figure of the place around. */
export function phrasePair(
  [first, second]: readonly hbs.AST.Expression[],
  scope: Scope,
): { readonly node: hbs.AST.Node; readonly id: string; readonly phrase: string } | undefined {
  const phrase = first && asText(first)?.value;
  const figure = named(second, scope);
  if (phrase === undefined || figure === undefined || figure.field !== undefined) return undefined;
  return { node: figure.path, id: idOf(figure.path), phrase };
}
