import Handlebars from 'handlebars';
import type { Diagnostic } from '../source/diagnostic.ts';
import type { Place } from '../source/place.ts';
import { recent } from '../source/recent.ts';
import type { SourceFile } from '../source/source-file.ts';
import { bindFigures } from './bind-figures.ts';
import { includePartials } from './include-partials.ts';
import { HELPERS } from './language.ts';
import type { Scope } from './scope.ts';
import { unboundNumbers } from './template-numbers.ts';
import { listReferences, type References } from './template-references.ts';
import { syntaxError, type Locate } from './template-syntax.ts';

/** Values that helpers are called with besides their arguments. */
export interface HelperOptions {
  readonly fn?: (context: unknown, options?: { data?: unknown }) => string;
  readonly inverse?: (context: unknown) => string;
  readonly hash: Readonly<Record<string, unknown>>;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A helper as the engine calls it: its arguments, then the options; `this` is the current item. */
export type Helper = (this: unknown, ...values: readonly unknown[]) => unknown;

/** A template as it was read: its syntax is right, what it names has not been looked up yet. */
export interface ParsedTemplate {
  readonly source: SourceFile;
  readonly ast: hbs.AST.Program;
  /** What its nodes name as their source, and where they stand in it. */
  readonly sourceName: string;
  readonly locate: Locate;
}

/** Templates that others can include, by name. */
export type Partials = ReadonlyMap<string, ParsedTemplate>;

/** A template ready to be filled, with all that it includes. */
export interface Template {
  readonly source: SourceFile;
  /** The sources of its partials. */
  readonly included: readonly SourceFile[];
  /** Everything it names, branches that are not taken included. */
  readonly references: References;
  fill(context: object, helpers: Readonly<Record<string, Helper>>): string;
}

const engine = Handlebars.create();
for (const name of Object.keys(engine.helpers)) if (!HELPERS.has(name)) engine.unregisterHelper(name);

/** About the templates and phrases of ten packs. */
const MOST_TEMPLATES = 3000;

/** What a text says, by its name and the text: nothing in it is changed later (see include-partials.ts). */
const astOf = recent(MOST_TEMPLATES, (named): hbs.AST.Program => {
  const end = named.indexOf('\0');
  return engine.parse(named.slice(end + 1), { srcName: named.slice(0, end) });
});

/**
 * Parses one template.
 *
 * @param literals phrases whose digits are part of the wording
 * @param origin where the template's first character stands, for templates inside a YAML file
 */
export function parseTemplate(
  source: SourceFile,
  literals: readonly string[],
  origin?: Place,
): { template?: ParsedTemplate; diagnostics: readonly Diagnostic[] } {
  const start = source.placeAt(0);
  const locate: Locate = (line, column) => shift({ ...start, line, column: column + 1 }, origin);
  const sourceName = origin === undefined ? source.path : `${source.path}:${origin.line}:${origin.column}`;
  let ast: hbs.AST.Program;
  try {
    ast = astOf(`${sourceName}\0${source.text}`);
  } catch (cause) {
    return { diagnostics: [syntaxError(cause, source, locate)] };
  }
  const template = { source, ast, sourceName, locate };
  return { template, diagnostics: unboundNumbers(ast, literals, locate) };
}

/** What is around a template: what it can include, and what it can name. */
export interface TemplateSurroundings {
  readonly partials: Partials;
  readonly scope: Scope;
}

/**
 * Puts a template's partials into it and checks it against the language, each partial in the place where it is included.
 * Text stays text: nothing that helpers return is escaped or parsed again, since they return marks that stand for figures
 * and texts (see document/marks.ts).
 *
 * @returns no template where something in it has no meaning
 */
export function linkTemplate(
  parsed: ParsedTemplate,
  { partials, scope }: TemplateSurroundings,
): { template?: Template; diagnostics: readonly Diagnostic[] } {
  const whole = includePartials(parsed, partials);
  if (whole.diagnostics.length > 0) return { diagnostics: whole.diagnostics };
  const found = listReferences(whole.ast, whole.placeOf, scope);
  if (found.diagnostics.length > 0) return { diagnostics: found.diagnostics };
  bindFigures(whole.ast, scope);
  const knownHelpers = Object.fromEntries([...HELPERS.keys()].map((name) => [name, true]));
  const run = engine.compile(whole.ast, {
    noEscape: true,
    strict: true,
    knownHelpers,
    knownHelpersOnly: true,
  });
  const template: Template = {
    source: parsed.source,
    included: whole.included,
    references: found.references,
    fill: (context, helpers) => run(context, { helpers: { ...helpers } }),
  };
  return { template, diagnostics: [] };
}

function shift(place: Place, origin: Place | undefined): Place {
  if (origin === undefined) return place;
  const column = place.line === 1 ? origin.column + place.column - 1 : place.column;
  return { ...origin, line: origin.line + place.line - 1, column };
}
