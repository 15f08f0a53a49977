import { markNumbers } from '../accounts/literal-numbers.ts';
import { error, type Diagnostic } from '../source/diagnostic.ts';
import type { Place } from '../source/place.ts';
import { HELPERS } from './language.ts';
import { branchesOf, placeInContent } from './template-contents.ts';
import { asPath, asText } from './template-paths.ts';
import type { Locate } from './template-syntax.ts';

/** A year in Chinese numerals, as covers have it. */
const WRITTEN_YEAR = /[〇零○一二三四五六七八九]{4}(?=年)/gu;

/** Digits in a template's wording must be declared in pack.yaml, so that no number slips in that nobody answers for. */
export function unboundNumbers(
  program: hbs.AST.Program,
  literals: readonly string[],
  locate: Locate,
): readonly Diagnostic[] {
  return program.body.flatMap((statement): readonly Diagnostic[] => {
    if (statement.type === 'ContentStatement')
      return numbersIn(statement as hbs.AST.ContentStatement, literals, locate);
    return [
      ...(callsHelper(statement) ? numbersInTexts(statement, literals, locate) : []),
      ...branchesOf(statement).flatMap((branch) => unboundNumbers(branch, literals, locate)),
    ];
  });
}

function callsHelper(
  statement: hbs.AST.Statement,
): statement is hbs.AST.MustacheStatement | hbs.AST.BlockStatement {
  return statement.type === 'MustacheStatement' || statement.type === 'BlockStatement';
}

/** Words that a helper prints are text of the template like any other. */
function numbersInTexts(
  { path, params, hash }: Pick<hbs.AST.MustacheStatement, 'path' | 'params' | 'hash'>,
  literals: readonly string[],
  locate: Locate,
): readonly Diagnostic[] {
  const kinds = HELPERS.get(asPath(path)?.original ?? '')?.named ?? {};
  const pairs = (hash as hbs.AST.Hash | undefined)?.pairs ?? [];
  // Others say how a number is printed.
  const named = pairs.filter(({ key }) => kinds[key] === 'string').map(({ value }) => value);
  return [...params, ...named].flatMap((param) => {
    const text = asText(param);
    const numbers = markNumbers(text?.value ?? '', literals).filter(({ kind }) => kind === 'unbound');
    const { line, column } = param.loc.start;
    return numbers.map((segment) => unboundNumber(segment.text, locate(line, column)));
  });
}

function numbersIn(
  content: hbs.AST.ContentStatement,
  literals: readonly string[],
  locate: Locate,
): readonly Diagnostic[] {
  const years = [...content.value.matchAll(WRITTEN_YEAR)]
    .filter(([year]) => !literals.some((literal) => literal.includes(year)))
    .map((match) => ({ text: match[0], offset: match.index }));
  return [...markNumbers(content.value, literals).filter(({ kind }) => kind === 'unbound'), ...years].map(
    (segment) => unboundNumber(segment.text, placeInContent(content, segment.offset, locate)),
  );
}

/** A number that is written in a template instead of being printed by a helper. */
function unboundNumber(number: string, place: Place): Diagnostic {
  const helper = /\d/u.test(number) ? '由数字助手印出' : '写成 {{年度}}、{{上年度}}';
  const message = `模板文字中有数字“${number}”，应${helper}；固定不变的请写进 pack.yaml 的“字面数”`;
  return error('unbound-number', message, place);
}
