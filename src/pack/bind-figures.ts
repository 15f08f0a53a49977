import { HELPERS, type HelperSignature } from './language.ts';
import { itemScope, type Scope } from './scope.ts';
import { asPath, idOf } from './template-paths.ts';

/**
 * Turns the figure names among helper arguments into text, so that helpers receive ids and the engine does not look
 * them up. Names of the current list item stay paths.
 */
export function bindFigures(program: hbs.AST.Program | undefined, scope: Scope): void {
  for (const statement of program?.body ?? []) {
    if (statement.type === 'MustacheStatement') bindCall(statement as hbs.AST.MustacheStatement, scope);
    if (statement.type === 'BlockStatement') bindBlock(statement as hbs.AST.BlockStatement, scope);
  }
}

function bindBlock(block: hbs.AST.BlockStatement, scope: Scope): void {
  const list = asPath(block.params[0] ?? block)?.original;
  bindCall(block, scope);
  bindFigures(block.program, block.path.original === 'each' ? itemScope(scope, list) : scope);
  bindFigures(block.inverse, scope);
}

function bindCall(call: Pick<hbs.AST.MustacheStatement, 'path' | 'params'>, scope: Scope): void {
  const signature = HELPERS.get(asPath(call.path)?.original ?? '');
  if (signature === undefined) return;
  call.params = call.params.map((param, index) => {
    const path = asPath(param);
    const named = path !== undefined && scope.fields.get(path.original)?.kind !== 'figure';
    return named && takesFigure(signature, index) ? literal(path) : param;
  });
}

function takesFigure(signature: HelperSignature, index: number): boolean {
  return (signature.arguments[index] ?? signature.arguments.at(-1)) === 'figure';
}

function literal(path: hbs.AST.PathExpression): hbs.AST.StringLiteral {
  const id = idOf(path);
  return { type: 'StringLiteral', value: id, original: id, loc: path.loc };
}
