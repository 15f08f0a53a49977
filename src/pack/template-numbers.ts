import { markNumbers } from '../accounts/literal-numbers.ts';
import { error, type Diagnostic } from '../source/diagnostic.ts';
import type { Place } from '../source/place.ts';
import { asText } from './template-paths.ts';
import type { Locate } from './template-syntax.ts';

/** Digits in a template's wording must be declared in pack.yaml, so that no number slips in that nobody answers for. */
export function unboundNumbers(
  program: hbs.AST.Program,
  literals: readonly string[],
  locate: Locate,
): readonly Diagnostic[] {
  return program.body.flatMap((statement): readonly Diagnostic[] => {
    if (statement.type === 'ContentStatement')
      return numbersIn(statement as hbs.AST.ContentStatement, literals, locate);
    if (statement.type === 'MustacheStatement')
      return numbersInTexts(statement as hbs.AST.MustacheStatement, literals, locate);
    if (statement.type !== 'BlockStatement') return [];
    const block = statement as hbs.AST.BlockStatement;
    const branches = [block.program, block.inverse as hbs.AST.Program | undefined];
    return [
      ...numbersInTexts(block, literals, locate),
      ...branches.flatMap((branch) => (branch ? unboundNumbers(branch, literals, locate) : [])),
    ];
  });
}

/** Words that a helper prints are text of the template like any other. */
function numbersInTexts(
  { params, hash }: Pick<hbs.AST.MustacheStatement, 'params' | 'hash'>,
  literals: readonly string[],
  locate: Locate,
): readonly Diagnostic[] {
  const named = (hash as hbs.AST.Hash | undefined)?.pairs.map(({ value }) => value) ?? [];
  return [...params, ...named].flatMap((param) => {
    const text = asText(param);
    const numbers = markNumbers(text?.value ?? '', literals).filter(({ kind }) => kind === 'unbound');
    const { line, column } = param.loc.start;
    return numbers.map((segment) => unboundNumber(segment.text, locate(line, column)));
  });
}

function numbersIn(
  { value: text, loc }: hbs.AST.ContentStatement,
  literals: readonly string[],
  locate: Locate,
): readonly Diagnostic[] {
  return markNumbers(text, literals)
    .filter(({ kind }) => kind === 'unbound')
    .map((segment) => {
      const before = text.slice(0, segment.offset).split('\n');
      const line = loc.start.line + before.length - 1;
      const column = (before.length === 1 ? loc.start.column : 0) + (before.at(-1)?.length ?? 0);
      return unboundNumber(segment.text, locate(line, column));
    });
}

/** A number that is written in a template instead of being printed by a helper. */
function unboundNumber(number: string, place: Place): Diagnostic {
  const message = `模板文字中有数字“${number}”，应由数字助手印出；固定不变的请写进 pack.yaml 的“字面数”`;
  return error('unbound-number', message, place);
}
