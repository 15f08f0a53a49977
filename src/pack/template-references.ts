import { error, type Diagnostic } from '../source/diagnostic.ts';
import type { Place } from '../source/place.ts';
import { suggestion } from '../accounts/suggestion.ts';
import { markNumbers } from '../accounts/literal-numbers.ts';
import { HELPERS, LISTS, PHRASE_FIELDS, TEXTS, type ArgumentKind, type FieldKind } from './language.ts';

/** A figure that a template names by its id, and where. */
export interface Reference {
  readonly id: string;
  readonly place: Place;
}

type Locate = (line: number, column: number) => Place;
type Fields = Readonly<Record<string, FieldKind>>;

interface Walk {
  readonly locate: Locate;
  readonly literals: readonly string[];
  readonly references: Reference[];
  readonly diagnostics: Diagnostic[];
}

/**
 * Checks a template against the language and lists the figures it names. Whether these figures exist depends on the
 * booklet; everything else is decided here, branches that are never taken included.
 */
export function listReferences(
  ast: hbs.AST.Program,
  locate: Locate,
  literals: readonly string[],
): { references: readonly Reference[]; diagnostics: readonly Diagnostic[] } {
  const walk: Walk = { locate, literals, references: [], diagnostics: [] };
  visitProgram(walk, ast, PHRASE_FIELDS);
  return { references: walk.references, diagnostics: walk.diagnostics };
}

function at(walk: Walk, node: hbs.AST.Node): Place {
  return walk.locate(node.loc.start.line, node.loc.start.column);
}

function visitProgram(walk: Walk, program: hbs.AST.Program | undefined, scope: Fields): void {
  for (const statement of program?.body ?? []) visitStatement(walk, statement, scope);
}

function visitStatement(walk: Walk, statement: hbs.AST.Statement, scope: Fields): void {
  switch (statement.type) {
    case 'ContentStatement':
      visitContent(walk, statement as hbs.AST.ContentStatement);
      return;
    case 'MustacheStatement':
      visitMustache(walk, statement as hbs.AST.MustacheStatement, scope);
      return;
    case 'BlockStatement':
      visitBlock(walk, statement as hbs.AST.BlockStatement, scope);
      return;
    case 'PartialStatement':
    case 'CommentStatement':
      return;
    default:
      walk.diagnostics.push(error('template-syntax', '模板中不支持这种写法；可用的写法见模板手册', at(walk, statement)));
  }
}

/** A digit in the wording must be declared in pack.yaml, so that no number slips in that nobody answers for. */
function visitContent(walk: Walk, statement: hbs.AST.ContentStatement): void {
  const text = statement.value;
  for (const segment of markNumbers(text, walk.literals)) {
    if (segment.kind !== 'unbound') continue;
    const before = text.slice(0, segment.offset).split('\n');
    const line = statement.loc.start.line + before.length - 1;
    const column = (before.length === 1 ? statement.loc.start.column : 0) + (before.at(-1)?.length ?? 0);
    const message = `模板文字中有数字“${segment.text}”，应由数字助手印出；固定不变的请写进 pack.yaml 的“字面数”`;
    walk.diagnostics.push(error('unbound-number', message, walk.locate(line, column)));
  }
}

function visitMustache(walk: Walk, statement: hbs.AST.MustacheStatement, scope: Fields): void {
  const path = asPath(statement.path);
  if (path === undefined) {
    walk.diagnostics.push(error('template-syntax', '双花括号里应是名称或助手', at(walk, statement)));
  } else if (path.original in HELPERS) visitCall(walk, path, statement.params, statement.hash, scope);
  else if (statement.params.length > 0) unknownHelper(walk, path);
  else visitPrinted(walk, path, scope);
}

function visitPrinted(walk: Walk, path: hbs.AST.PathExpression, scope: Fields): void {
  if (path.original in scope || TEXTS.includes(path.original)) return;
  if (path.original === '年度') {
    walk.references.push({ id: path.original, place: at(walk, path) });
    return;
  }
  const known = [...Object.keys(scope), ...TEXTS, '年度'];
  const message = `没有“${path.original}”这段文字${suggestion(path.original, known)}`;
  walk.diagnostics.push(error('unknown-name', message, at(walk, path)));
}

function visitBlock(walk: Walk, block: hbs.AST.BlockStatement, scope: Fields): void {
  const name = block.path.original;
  if (!(name in HELPERS)) unknownHelper(walk, block.path);
  else visitCall(walk, block.path, block.params, block.hash, scope);
  const list = block.params[0]?.type === 'PathExpression' ? asPath(block.params[0])?.original : undefined;
  const inner = name === 'each' && list !== undefined ? { ...scope, ...LISTS[list] } : scope;
  visitProgram(walk, block.program, inner);
  visitProgram(walk, block.inverse, scope);
}

function unknownHelper(walk: Walk, path: hbs.AST.PathExpression): void {
  const message = `没有“${path.original}”这个助手${suggestion(path.original, Object.keys(HELPERS))}`;
  walk.diagnostics.push(error('unknown-helper', message, at(walk, path)));
}

function visitCall(
  walk: Walk,
  path: hbs.AST.PathExpression,
  params: readonly hbs.AST.Expression[],
  hash: hbs.AST.Hash | undefined,
  scope: Fields,
): void {
  const signature = HELPERS[path.original];
  if (signature === undefined) return;
  const wanted = signature.arguments;
  if (params.length < wanted.length || (params.length > wanted.length && !signature.variadic)) {
    const message = `助手“${path.original}”应有 ${wanted.length} 个参数，现有 ${params.length} 个`;
    walk.diagnostics.push(error('template-syntax', message, at(walk, path)));
  }
  params.forEach((param, index) => visitArgument(walk, param, wanted[index] ?? wanted.at(-1) ?? 'any', scope));
  for (const pair of hash?.pairs ?? []) {
    const kind = signature.named?.[pair.key];
    if (kind !== undefined) visitArgument(walk, pair.value, kind, scope);
    else walk.diagnostics.push(error('template-syntax', `助手“${path.original}”没有“${pair.key}=”这个参数`, at(walk, pair)));
  }
}

function visitArgument(walk: Walk, param: hbs.AST.Expression, kind: ArgumentKind, scope: Fields): void {
  const path = asPath(param);
  if (param.type === 'SubExpression') {
    walk.diagnostics.push(error('template-syntax', '助手的参数里不能再套助手', at(walk, param)));
    return;
  }
  if (kind === 'any' || kind === 'index') return;
  if (kind === 'string') {
    if (path === undefined ? param.type !== 'StringLiteral' : scope[path.original] !== 'string') {
      walk.diagnostics.push(error('template-syntax', '此处应是引号里的文字', at(walk, param)));
    }
    return;
  }
  if (path === undefined) {
    const noun = kind === 'figure' ? '数字的名称，例如 收入.总计' : '清单的名称';
    walk.diagnostics.push(error('template-syntax', `此处应是${noun}`, at(walk, param)));
  } else if (kind === 'list') {
    if (path.original in LISTS) return;
    const message = `没有“${path.original}”这个清单${suggestion(path.original, Object.keys(LISTS))}`;
    walk.diagnostics.push(error('unknown-name', message, at(walk, path)));
  } else if (scope[path.original] !== 'figure') {
    walk.references.push({ id: idOf(path), place: at(walk, path) });
  }
}

/** The figure id that a path spells; `[2011350]` is a step that starts with a digit. */
function idOf(path: hbs.AST.PathExpression): string {
  return path.original.replaceAll(/\[([^\]]*)\]/g, '$1');
}

function asPath(node: hbs.AST.Node): hbs.AST.PathExpression | undefined {
  return node.type === 'PathExpression' ? (node as hbs.AST.PathExpression) : undefined;
}

/**
 * Turns the figure names among helper arguments into text, so that helpers receive ids and the engine does not look
 * them up. Names of the current list item stay paths.
 */
export function bindFigures(ast: hbs.AST.Program): void {
  bindProgram(ast, PHRASE_FIELDS);
}

function bindProgram(program: hbs.AST.Program | undefined, scope: Fields): void {
  for (const statement of program?.body ?? []) {
    if (statement.type !== 'MustacheStatement' && statement.type !== 'BlockStatement') continue;
    const call = statement as hbs.AST.MustacheStatement;
    const name = asPath(call.path)?.original ?? '';
    const signature = HELPERS[name];
    if (signature !== undefined) {
      call.params = call.params.map((param, index) => {
        const kind = signature.arguments[index] ?? signature.arguments.at(-1);
        const path = asPath(param);
        return kind === 'figure' && path !== undefined && scope[path.original] !== 'figure' ? literal(path) : param;
      });
    }
    if (statement.type !== 'BlockStatement') continue;
    const block = statement as hbs.AST.BlockStatement;
    const list = asPath(block.params[0] ?? block)?.original ?? '';
    bindProgram(block.program, name === 'each' ? { ...scope, ...LISTS[list] } : scope);
    bindProgram(block.inverse, scope);
  }
}

function literal(path: hbs.AST.PathExpression): hbs.AST.StringLiteral {
  const id = idOf(path);
  return { type: 'StringLiteral', value: id, original: id, loc: path.loc };
}
