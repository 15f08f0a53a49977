import type { Place } from '../source/place.ts';
import type { Locate } from './template-syntax.ts';

/** The wording of a template, piece by piece, that of all its branches: what stands between the helpers. */
export function contentsOf(program: hbs.AST.Program): readonly hbs.AST.ContentStatement[] {
  return program.body.flatMap((statement): readonly hbs.AST.ContentStatement[] => {
    if (statement.type === 'ContentStatement') return [statement as hbs.AST.ContentStatement];
    return branchesOf(statement).flatMap(contentsOf);
  });
}

/** What stands inside a statement: what is printed if it holds, and what is printed otherwise. */
export function branchesOf(statement: hbs.AST.Statement): readonly hbs.AST.Program[] {
  if (statement.type !== 'BlockStatement') return [];
  const { program, inverse } = statement as hbs.AST.BlockStatement;
  return [program, inverse as hbs.AST.Program | undefined].filter((branch) => branch !== undefined);
}

/** Where an offset into a piece of wording lies in the template's file. */
export function placeInContent(
  { value, loc }: hbs.AST.ContentStatement,
  offset: number,
  locate: Locate,
): Place {
  const before = value.slice(0, offset).split('\n');
  const line = loc.start.line + before.length - 1;
  const column = (before.length === 1 ? loc.start.column : 0) + (before.at(-1)?.length ?? 0);
  return locate(line, column);
}
