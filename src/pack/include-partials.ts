import { suggestion } from '../accounts/suggestion.ts';
import { error, type Diagnostic } from '../source/diagnostic.ts';
import type { Place } from '../source/place.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { ParsedTemplate, Partials } from './template.ts';

/** Statements in a template with all that it includes: a booklet's longest part has a few hundred. */
const MOST_STATEMENTS = 20_000;

/** A template with its partials in the places where it includes them. */
export interface WholeTemplate {
  readonly ast: hbs.AST.Program;
  readonly included: readonly SourceFile[];
  placeOf(node: hbs.AST.Node): Place;
  readonly diagnostics: readonly Diagnostic[];
}

/** Puts partials into a template; what it includes must exist, must not include itself, and must come to an end. */
export function includePartials(template: ParsedTemplate, partials: Partials): WholeTemplate {
  const inclusion = new Inclusion(partials);
  const ast = inclusion.program(template.ast, [template]);
  return {
    ast,
    included: [...inclusion.used].map(({ source }) => source),
    placeOf: (node) => placeIn([template, ...inclusion.used], node),
    diagnostics: inclusion.diagnostics,
  };
}

/** Where a node stands, by the name of the template that it was read from. */
function placeIn(templates: readonly ParsedTemplate[], { loc }: hbs.AST.Node): Place {
  const owner = templates.find(({ sourceName }) => sourceName === loc.source) ?? templates[0];
  if (owner === undefined) throw new Error('a node of no template');
  return owner.locate(loc.start.line, loc.start.column);
}

class Inclusion {
  readonly diagnostics: Diagnostic[] = [];
  readonly used = new Set<ParsedTemplate>();
  private readonly partials: Partials;
  private statements = 0;

  constructor(partials: Partials) {
    this.partials = partials;
  }

  /**
   * A copy of a program: the same partial may stand in several places, and each is bound by itself. What is bound are the
   * calls, so these are copied and what they hold is not.
   */
  program(program: hbs.AST.Program, way: readonly ParsedTemplate[]): hbs.AST.Program {
    return { ...program, body: program.body.flatMap((statement) => this.statement(statement, way)) };
  }

  private statement(statement: hbs.AST.Statement, way: readonly ParsedTemplate[]): hbs.AST.Statement[] {
    this.statements += 1;
    if (this.statements > MOST_STATEMENTS) return [];
    if (statement.type === 'PartialStatement')
      return this.include(statement as hbs.AST.PartialStatement, way);
    if (statement.type !== 'BlockStatement') return [{ ...statement }];
    const block = statement as hbs.AST.BlockStatement;
    // The parser leaves out a branch that is not there, whatever its type says.
    const inverse = block.inverse as hbs.AST.Program | undefined;
    const copy: hbs.AST.BlockStatement = {
      ...block,
      program: this.program(block.program, way),
      ...(inverse && { inverse: this.program(inverse, way) }),
    };
    return [copy];
  }

  private include(statement: hbs.AST.PartialStatement, way: readonly ParsedTemplate[]): hbs.AST.Statement[] {
    const name = statement.name.type === 'PathExpression' ? statement.name.original : undefined;
    const report = (rule: string, message: string): [] => {
      this.diagnostics.push(error(rule, message, placeIn([...way].reverse(), statement)));
      return [];
    };
    const { params, hash } = statement as { params?: unknown[]; hash?: unknown };
    if (typeof name !== 'string' || (params?.length ?? 0) > 0 || hash != null)
      return report('template-syntax', '插入 partials 只写名称，例如 {{> 名称}}');
    const partial = this.partials.get(name);
    if (partial === undefined) {
      const known = [...this.partials.keys()];
      return report('unknown-name', `partials 下没有“${name}.md.hbs”${suggestion(name, known)}`);
    }
    if (way.includes(partial))
      return report('partial-cycle', `“${name}”绕一圈插入了自己；请去掉其中一处“{{> …}}”`);
    if (this.statements >= MOST_STATEMENTS)
      return report(
        'template-too-large',
        `插入“${name}”后文字太长（一处插两次、再插两次，就成倍增长）；请少插几次`,
      );
    this.used.add(partial);
    return this.program(partial.ast, [...way, partial]).body;
  }
}
