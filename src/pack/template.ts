import Handlebars from 'handlebars';
import { error, type Diagnostic } from '../source/diagnostic.ts';
import type { Place } from '../source/place.ts';
import type { SourceFile } from '../source/source-file.ts';
import { HELPERS } from './language.ts';
import { bindFigures } from './bind-figures.ts';
import { listReferences, type References } from './template-references.ts';

/** Values that helpers are called with besides their arguments. */
export interface HelperOptions {
  readonly fn?: (context: unknown, options?: { data?: unknown }) => string;
  readonly inverse?: (context: unknown) => string;
  readonly hash: Readonly<Record<string, unknown>>;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A helper as the engine calls it: its arguments, then the options; `this` is the current item. */
export type Helper = (this: unknown, ...values: readonly unknown[]) => unknown;

/** A parsed template: what it refers to, and how to fill it. */
export interface Template {
  readonly source: SourceFile;
  /** Everything it names, branches that are not taken included. */
  readonly references: References;
  fill(context: object, helpers: Readonly<Record<string, Helper>>, data: object, partials: Partials): string;
}

/** Templates that others can include, by name. */
export type Partials = Readonly<Record<string, Template>>;

/** Compiled functions that Handlebars can call as partials. */
const COMPILED = new WeakMap<Template, Handlebars.TemplateDelegate>();

const engine = Handlebars.create();
for (const name of Object.keys(engine.helpers)) if (!HELPERS.has(name)) engine.unregisterHelper(name);

/**
 * Parses one template. Text stays text: nothing that helpers return is escaped or parsed again, since they return
 * marks that stand for figures and texts (see document/marks.ts).
 *
 * @param origin where the template's first character stands, for templates inside a YAML file
 * @param literals phrases whose digits are part of the wording
 */
export function parseTemplate(
  source: SourceFile,
  literals: readonly string[],
  origin?: Place,
): { template?: Template; diagnostics: readonly Diagnostic[] } {
  const place = (line: number, column: number): Place =>
    shift({ file: source.path, line, column: column + 1 }, origin);
  let ast: hbs.AST.Program;
  try {
    ast = engine.parse(source.text);
  } catch (cause) {
    return { diagnostics: [syntaxError(cause, source, place)] };
  }
  const found = listReferences(ast, place, literals);
  if (found.diagnostics.some(({ rule }) => rule !== 'unbound-number'))
    return { diagnostics: found.diagnostics };
  bindFigures(ast);
  const knownHelpers = Object.fromEntries([...HELPERS.keys()].map((name) => [name, true]));
  const run = engine.compile(ast, { noEscape: true, strict: true, knownHelpers, knownHelpersOnly: true });
  const template: Template = {
    source,
    references: found.references,
    fill: (context, helpers, data, partials) =>
      run(context, { helpers: { ...helpers }, data: { ...data }, partials: compiled(partials) }),
  };
  COMPILED.set(template, run);
  return { template, diagnostics: found.diagnostics };
}

function compiled(partials: Partials): Record<string, Handlebars.TemplateDelegate> {
  const functions: Record<string, Handlebars.TemplateDelegate> = {};
  for (const [name, template] of Object.entries(partials)) {
    const run = COMPILED.get(template);
    if (run !== undefined) functions[name] = run;
  }
  return functions;
}

function shift(place: Place, origin: Place | undefined): Place {
  if (origin === undefined) return place;
  const column = place.line === 1 ? origin.column + place.column - 1 : place.column;
  return { file: origin.file, line: origin.line + place.line - 1, column };
}

type Locate = (line: number, column: number) => Place;

/** Says what the parser stopped at. */
function syntaxError(cause: unknown, source: SourceFile, place: Locate): Diagnostic {
  if (!(cause instanceof Error)) throw cause;
  return (
    mismatchedBlock(cause.message, place) ??
    openBlock(cause.message, source, place) ??
    stoppedAt(cause.message, place)
  );
}

function mismatchedBlock(message: string, place: Locate): Diagnostic | undefined {
  const mismatch = /^(.+) doesn't match (.+) - (\d+):(\d+)/.exec(message);
  if (mismatch === null) return undefined;
  const [, open = '', close = '', line, column] = mismatch;
  const text = `“{{#${open}}}”与“{{/${close}}}”不配对；请改成同名的一对`;
  return error('template-syntax', text, place(Number(line), Number(column)));
}

function openBlock(message: string, source: SourceFile, place: Locate): Diagnostic | undefined {
  const open = message.includes("got 'EOF'") ? unclosedBlock(source.text) : undefined;
  if (open === undefined) return undefined;
  const { line, column } = source.placeAt(open.offset);
  const text = `“{{#${open.name}}}”没有用“{{/${open.name}}}”结束；请补上`;
  return error('template-syntax', text, place(line, column - 1));
}

/** The parser names a line, shows the text before it stopped, and points with a caret. */
function stoppedAt(message: string, place: Locate): Diagnostic {
  const [first = '', excerpt = '', pointer = ''] = message.split('\n');
  const line = Number(/line (\d+)/.exec(first)?.[1] ?? 1);
  const near = excerpt.trim().slice(-30);
  const text = `模板写法有误，请检查花括号和助手是否配对${near === '' ? '' : `（在“${near}”附近）`}`;
  return error('template-syntax', text, place(line, Math.max(pointer.indexOf('^'), 0)));
}

/** The last block that is opened and never closed. */
function unclosedBlock(text: string): { name: string; offset: number } | undefined {
  const open: { name: string; offset: number }[] = [];
  for (const match of text.matchAll(/\{\{([#/])\s*([^\s}]+)/g)) {
    if (match[1] === '#') open.push({ name: match[2] ?? '', offset: match.index });
    else open.pop();
  }
  return open.at(-1);
}
