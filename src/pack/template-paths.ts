/** The figure id that a path spells; `[2011350]` is a step that starts with a digit. */
export function idOf(path: hbs.AST.PathExpression): string {
  return path.original.replaceAll(/\[([^\]]*)\]/g, '$1');
}

/** The node as a path, if it is one. */
export function asPath(node: hbs.AST.Node): hbs.AST.PathExpression | undefined {
  return node.type === 'PathExpression' ? (node as hbs.AST.PathExpression) : undefined;
}

/** The node as a text in quotation marks, if it is one. */
export function asText(node: hbs.AST.Node): hbs.AST.StringLiteral | undefined {
  return node.type === 'StringLiteral' ? (node as hbs.AST.StringLiteral) : undefined;
}

/** The words of a name or a text; empty for anything else. */
export function writtenAs(node: hbs.AST.Node): string {
  return asPath(node)?.original ?? asText(node)?.value ?? '';
}
