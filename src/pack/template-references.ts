import { suggestion } from '../accounts/suggestion.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import type { Place } from '../source/place.ts';
import { ArgumentCheck } from './template-arguments.ts';
import { HELPERS, type HelperSignature, type Units } from './language.ts';
import { itemScope, type Scope } from './scope.ts';
import { asPath } from './template-paths.ts';

/** A figure that a template names by its id, and where. */
export interface Reference {
  readonly id: string;
  readonly place: Place;
  /** Units that the helper can print; any if undefined. */
  readonly units?: Units;
  /** The two figures of which it tells what one is of the other. */
  readonly parts?: readonly [part: string, whole: string];
  /** The phrase of the pack's own that it chooses. */
  readonly phrase?: string;
}

/** A figure of the place around that a template prints, with the units that its helper can print. */
export interface FieldUnits {
  readonly field: string;
  readonly units: Units;
}

/** Something else that a template names: a state (情形) or a statutory table of its pack. */
export interface NameReference {
  readonly name: string;
  readonly place: Place;
}

/** What a template names that only a pack or a booklet can know. */
export interface References {
  readonly figures: readonly Reference[];
  readonly states: readonly NameReference[];
  /** Where statutory tables are put: a table's key or, in a block of 决算表清单, all of them. */
  readonly tables: readonly { readonly key: string | 'all'; readonly place: Place }[];
  /** Where self-evaluation forms are put, by their kind. */
  readonly forms: readonly NameReference[];
  /** Names of the texts of the booklet that it prints, such as `叙述.主要职能`. */
  readonly texts: ReadonlySet<string>;
  /** Names of the lists that it walks. */
  readonly lists: ReadonlySet<string>;
  /** What it prints of the place around whose unit is not always the same. */
  readonly fieldUnits: readonly FieldUnits[];
  /** Where tables and forms are put. */
  readonly tablePlaces: readonly Place[];
}

/**
 * Checks a template against the language and lists what it names. Whether figures exist depends on the booklet, whether
 * states and tables do on the pack; everything else is decided here, branches that are never taken included.
 */
export function listReferences(
  ast: hbs.AST.Program,
  placeOf: (node: hbs.AST.Node) => Place,
  scope: Scope,
): { references: References; diagnostics: readonly Diagnostic[] } {
  const check = new LanguageCheck(placeOf);
  check.program(ast, scope);
  const { figures, states, tables, forms, texts, lists, fieldUnits, diagnostics } = check.arguments;
  return {
    references: { figures, states, tables, forms, texts, lists, fieldUnits, tablePlaces: check.tablePlaces },
    diagnostics,
  };
}

/** Walks a template, branch by branch, with what can be named in each place. */
class LanguageCheck {
  readonly arguments: ArgumentCheck;
  readonly tablePlaces: Place[] = [];
  private readonly placeOf: (node: hbs.AST.Node) => Place;

  constructor(placeOf: (node: hbs.AST.Node) => Place) {
    this.placeOf = placeOf;
    this.arguments = new ArgumentCheck(placeOf);
  }

  program(program: hbs.AST.Program | undefined, scope: Scope): void {
    (program?.body ?? []).forEach((statement, index, all) => {
      this.statement(statement, scope);
      this.unitAfter(statement, all[index + 1]);
    });
  }

  /** A number whose helper prints one unit, before another. */
  private unitAfter(statement: hbs.AST.Statement, next: hbs.AST.Statement | undefined): void {
    if (statement.type !== 'MustacheStatement' || next?.type !== 'ContentStatement') return;
    const path = asPath((statement as hbs.AST.MustacheStatement).path);
    const { neverBefore } = HELPERS.get(path?.original ?? '') ?? {};
    const unit = neverBefore?.exec((next as hbs.AST.ContentStatement).value)?.[0];
    if (path === undefined || unit === undefined) return;
    const message = `“${path.original}”印的数后面写着“${unit}”，单位不对；请换一个助手，或改后面的字`;
    this.report(path, 'wrong-helper', message);
  }

  private statement(statement: hbs.AST.Statement, scope: Scope): void {
    if (statement.type === 'ContentStatement' || statement.type === 'CommentStatement') return;
    if (statement.type === 'MustacheStatement') this.mustache(statement as hbs.AST.MustacheStatement, scope);
    else if (statement.type === 'BlockStatement') this.block(statement as hbs.AST.BlockStatement, scope);
    else this.report(statement, 'template-syntax', '模板中不支持这种写法；可用的写法见模板手册');
  }

  private mustache(statement: hbs.AST.MustacheStatement, scope: Scope): void {
    const path = asPath(statement.path);
    const signature = path && HELPERS.get(path.original);
    if (path === undefined) this.report(statement, 'template-syntax', '双花括号里应是名称或助手');
    else if (signature?.block === true)
      this.report(
        path,
        'template-syntax',
        `“${path.original}”要成对写：{{#${path.original} …}}…{{/${path.original}}}`,
      );
    else if (signature !== undefined) this.call(path, signature, statement, scope);
    else if (statement.params.length > 0) this.unknownHelper(path);
    else this.printed(path, scope);
  }

  private block(block: hbs.AST.BlockStatement, scope: Scope): void {
    const { path } = block;
    const signature = HELPERS.get(path.original);
    if (signature === undefined) this.unknownHelper(path);
    else if (signature.block !== true)
      this.report(path, 'template-syntax', `“${path.original}”不能成对写；请写 {{${path.original} …}}`);
    else this.call(path, signature, block, scope);
    if (block.program.blockParams?.length)
      this.report(path, 'template-syntax', '不支持“as |…|”；清单中各项的名称直接写');
    const list = block.params[0] && asPath(block.params[0])?.original;
    this.program(block.program, path.original === 'each' ? itemScope(scope, list) : scope);
    this.program(block.inverse, scope);
  }

  private call(
    path: hbs.AST.PathExpression,
    signature: HelperSignature,
    { params, hash }: Pick<hbs.AST.MustacheStatement, 'params' | 'hash'>,
    scope: Scope,
  ): void {
    const wanted = signature.arguments;
    this.number(path, signature, params);
    if (signature.tables === true) this.tables(path, scope);
    params.forEach((param, index) => {
      const kind = wanted[index] ?? wanted.at(-1);
      if (kind !== undefined) this.arguments.check(param, kind, signature, scope);
    });
    if (params.length === wanted.length) this.arguments.together(params, signature, scope);
    const pairs = (hash as hbs.AST.Hash | undefined)?.pairs ?? [];
    for (const pair of pairs) {
      const kind = signature.named?.[pair.key];
      // The figure that a helper looks up is named by its arguments alone.
      if (kind === 'field') this.arguments.pick(pair.value, params[0], scope);
      else if (kind !== undefined) this.arguments.check(pair.value, kind, { arguments: [kind] }, scope);
      else this.report(pair, 'template-syntax', `助手“${path.original}”没有“${pair.key}=”这个参数`);
    }
  }

  /** How many arguments there are. */
  private number(
    path: hbs.AST.PathExpression,
    { arguments: wanted, variadic }: HelperSignature,
    params: readonly hbs.AST.Expression[],
  ): void {
    if (params.length === wanted.length || (params.length > wanted.length && variadic === true)) return;
    const message = `助手“${path.original}”应有 ${wanted.length} 个参数，现有 ${params.length} 个`;
    this.report(params[wanted.length] ?? path, 'template-syntax', message);
  }

  private tables(path: hbs.AST.PathExpression, scope: Scope): void {
    this.tablePlaces.push(this.placeOf(path));
    if (!scope.tables)
      this.report(path, 'template-syntax', `“${path.original}”插入表格，只能用在 parts 和 partials 的文字里`);
  }

  private printed(path: hbs.AST.PathExpression, { fields, vocabulary }: Scope): void {
    const { texts } = vocabulary;
    const { original } = path;
    const field = fields.get(original);
    if (field?.kind === 'figure') {
      this.report(path, 'template-syntax', `“${original}”是数字，要由助手印出，例如 {{万元 ${original}}}`);
    } else if (original === '年度') {
      this.arguments.figures.push({ id: original, place: this.placeOf(path) });
    } else if (texts.includes(original)) {
      this.arguments.texts.add(original);
    } else if (field?.kind !== 'text') {
      const known = [...fields].flatMap(([name, { kind }]) => (kind === 'text' ? [name] : []));
      const near = suggestion(original, [...known, ...texts, '年度']) || asNumber(original);
      this.report(path, 'unknown-name', `没有“${original}”这段文字${near}`);
    }
  }

  private unknownHelper(path: hbs.AST.PathExpression): void {
    const near = suggestion(path.original, [...HELPERS.keys()]) || asNumber(path.original);
    const message = `没有“${path.original}”这个助手${near}`;
    this.report(path, 'unknown-helper', message);
  }

  private report(node: hbs.AST.Node, rule: string, message: string): void {
    this.arguments.report(node, rule, message);
  }
}

/** What to do about a name that looks like a figure's and stands where none can. */
function asNumber(name: string): string {
  if (!name.includes('.')) return '';
  const helper = [...HELPERS.keys()].find((one) => name.startsWith(one));
  return helper === undefined
    ? `；数字由助手印，助手写在前面，例如 {{万元 ${name}}}`
    : `；助手与数字之间空一格，例如 {{${helper} ${name.slice(helper.length).replace(/^[，、]/u, '')}}}`;
}
