import { error, type Diagnostic } from '../source/diagnostic.ts';
import type { Place } from '../source/place.ts';
import { suggestion } from '../accounts/suggestion.ts';
import { markNumbers } from '../accounts/literal-numbers.ts';
import {
  HELPERS,
  LISTS,
  PHRASE_FIELDS,
  TEXTS,
  type ArgumentKind,
  type Fields,
  type HelperSignature,
} from './language.ts';
import type { FigureUnit } from '../figures/figure.ts';

/** A figure that a template names by its id, and where. */
export interface Reference {
  readonly id: string;
  readonly place: Place;
  /** Units that the helper can print; any if undefined. */
  readonly units?: readonly FigureUnit[];
}

/** A state (情形) that a template asks for by its name, and where. */
export interface StateReference {
  readonly name: string;
  readonly place: Place;
}

/** What a template names that only a pack or a booklet can know. */
export interface References {
  readonly figures: readonly Reference[];
  readonly states: readonly StateReference[];
}

type Locate = (line: number, column: number) => Place;

interface Walk {
  readonly locate: Locate;
  readonly literals: readonly string[];
  readonly references: Reference[];
  readonly states: StateReference[];
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
): { references: References; diagnostics: readonly Diagnostic[] } {
  const walk: Walk = { locate, literals, references: [], states: [], diagnostics: [] };
  visitProgram(walk, ast, PHRASE_FIELDS);
  const { references: figures, states, diagnostics } = walk;
  return { references: { figures, states }, diagnostics };
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
      walk.diagnostics.push(
        error('template-syntax', '模板中不支持这种写法；可用的写法见模板手册', at(walk, statement)),
      );
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
    walk.diagnostics.push(unboundNumber(segment.text, walk.locate(line, column)));
  }
}

function unboundNumber(number: string, place: Place): Diagnostic {
  const message = `模板文字中有数字“${number}”，应由数字助手印出；固定不变的请写进 pack.yaml 的“字面数”`;
  return error('unbound-number', message, place);
}

function visitMustache(walk: Walk, statement: hbs.AST.MustacheStatement, scope: Fields): void {
  const path = asPath(statement.path);
  if (path === undefined) {
    walk.diagnostics.push(error('template-syntax', '双花括号里应是名称或助手', at(walk, statement)));
  } else if (HELPERS.has(path.original)) visitCall(walk, path, statement.params, statement.hash, scope);
  else if (statement.params.length > 0) unknownHelper(walk, path);
  else visitPrinted(walk, path, scope);
}

function visitPrinted(walk: Walk, path: hbs.AST.PathExpression, scope: Fields): void {
  if (scope.has(path.original) || TEXTS.includes(path.original)) return;
  if (path.original === '年度') {
    walk.references.push({ id: path.original, place: at(walk, path) });
    return;
  }
  const known = [...scope.keys(), ...TEXTS, '年度'];
  const message = `没有“${path.original}”这段文字${suggestion(path.original, known)}`;
  walk.diagnostics.push(error('unknown-name', message, at(walk, path)));
}

function visitBlock(walk: Walk, block: hbs.AST.BlockStatement, scope: Fields): void {
  const name = block.path.original;
  if (!HELPERS.has(name)) unknownHelper(walk, block.path);
  else visitCall(walk, block.path, block.params, block.hash, scope);
  const list = block.params[0]?.type === 'PathExpression' ? asPath(block.params[0])?.original : undefined;
  visitProgram(walk, block.program, name === 'each' ? itemScope(scope, list) : scope);
  visitProgram(walk, block.inverse, scope);
}

function unknownHelper(walk: Walk, path: hbs.AST.PathExpression): void {
  const message = `没有“${path.original}”这个助手${suggestion(path.original, [...HELPERS.keys()])}`;
  walk.diagnostics.push(error('unknown-helper', message, at(walk, path)));
}

function visitCall(
  walk: Walk,
  path: hbs.AST.PathExpression,
  params: readonly hbs.AST.Expression[],
  hash: hbs.AST.Hash | undefined,
  scope: Fields,
): void {
  const signature = HELPERS.get(path.original);
  if (signature === undefined) return;
  const wanted = signature.arguments;
  if (params.length < wanted.length || (params.length > wanted.length && !signature.variadic)) {
    const message = `助手“${path.original}”应有 ${wanted.length} 个参数，现有 ${params.length} 个`;
    walk.diagnostics.push(error('template-syntax', message, at(walk, path)));
  }
  params.forEach((param, index) => {
    visitArgument(walk, param, wanted[index] ?? wanted.at(-1) ?? 'any', scope, signature);
  });
  for (const pair of hash?.pairs ?? []) {
    const kind = signature.named?.[pair.key];
    // The figure that a helper looks up is named by its arguments alone.
    if (kind !== undefined) visitArgument(walk, pair.value, kind, scope, { arguments: [kind] });
    else
      walk.diagnostics.push(
        error('template-syntax', `助手“${path.original}”没有“${pair.key}=”这个参数`, at(walk, pair)),
      );
  }
}

function visitArgument(
  walk: Walk,
  param: hbs.AST.Expression,
  kind: ArgumentKind,
  scope: Fields,
  signature: HelperSignature,
): void {
  if (param.type === 'SubExpression') {
    walk.diagnostics.push(error('template-syntax', '助手的参数里不能再套助手', at(walk, param)));
  } else if (kind === 'string') visitText(walk, param, scope, signature);
  else if (kind === 'state') visitState(walk, param);
  else if (kind === 'list') visitList(walk, param);
  else if (kind === 'figure') visitFigure(walk, param, scope, signature);
}

function visitText(
  walk: Walk,
  param: hbs.AST.Expression,
  scope: Fields,
  { figureOf }: HelperSignature,
): void {
  const path = asPath(param);
  if (path !== undefined && scope.get(path.original) === 'string') return;
  if (param.type !== 'StringLiteral') {
    walk.diagnostics.push(error('template-syntax', '此处应是引号里的文字', at(walk, param)));
  } else if (figureOf !== undefined) {
    walk.references.push({ id: figureOf((param as hbs.AST.StringLiteral).value), place: at(walk, param) });
  } else visitWords(walk, param as hbs.AST.StringLiteral);
}

/** Words that a helper prints are text of the template like any other. */
function visitWords(walk: Walk, param: hbs.AST.StringLiteral): void {
  for (const segment of markNumbers(param.value, walk.literals)) {
    if (segment.kind === 'unbound') walk.diagnostics.push(unboundNumber(segment.text, at(walk, param)));
  }
}

function visitState(walk: Walk, param: hbs.AST.Expression): void {
  if (param.type === 'StringLiteral')
    walk.states.push({ name: (param as hbs.AST.StringLiteral).value, place: at(walk, param) });
  else
    walk.diagnostics.push(error('template-syntax', '此处应是引号里的情形，例如 "首次公开"', at(walk, param)));
}

function visitList(walk: Walk, param: hbs.AST.Expression): void {
  const path = asPath(param);
  if (path !== undefined && LISTS.has(path.original)) return;
  const name = path?.original ?? '';
  const message = `没有“${name}”这个清单${suggestion(name, [...LISTS.keys()])}`;
  walk.diagnostics.push(error('unknown-name', message, at(walk, param)));
}

function visitFigure(walk: Walk, param: hbs.AST.Expression, scope: Fields, signature: HelperSignature): void {
  const path = asPath(param);
  if (path === undefined) {
    walk.diagnostics.push(error('template-syntax', '此处应是数字的名称，例如 收入.总计', at(walk, param)));
    return;
  }
  if (scope.get(path.original) === 'figure') return;
  const { units, figureOf = (id) => id } = signature;
  walk.references.push({ id: figureOf(idOf(path)), place: at(walk, path), ...(units && { units }) });
}

/** What can be named inside a list's block: the item's fields besides what stands around. */
export function itemScope(scope: Fields, list: string | undefined): Fields {
  return new Map([...scope, ...(LISTS.get(list ?? '') ?? [])]);
}

/** The figure id that a path spells; `[2011350]` is a step that starts with a digit. */
export function idOf(path: hbs.AST.PathExpression): string {
  return path.original.replaceAll(/\[([^\]]*)\]/g, '$1');
}

/** The node as a path, if it is one. */
export function asPath(node: hbs.AST.Node): hbs.AST.PathExpression | undefined {
  return node.type === 'PathExpression' ? (node as hbs.AST.PathExpression) : undefined;
}
