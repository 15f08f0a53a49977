import type { Classifications, CodeTable } from '../../accounts/code-table.ts';
import { GENERAL_OPERATING_CLASSES, isPersonnel } from '../../accounts/economic-classes.ts';
import { factLists } from '../../pack/fact-lists.ts';
import { CODE_LEVELS, isCodeList } from '../../pack/lists.ts';
import type { Pack } from '../../pack/pack.ts';
import { LEVELS } from '../../pack/table-schema.ts';
import { plainWords } from '../tables/words.ts';

/** What keys of items are found by. */
export interface KeyContext {
  readonly pack: Pack;
  readonly codes: Classifications;
  /** The keys of what is listed by name, by the words of the name. */
  readonly items: ReadonlyMap<string, string>;
  /** Codes that other files, or tables, give: of several of one name, those are meant. */
  readonly stated?: ReadonlySet<string>;
  /** The code below which the items of a list within another are. */
  readonly below?: string | undefined;
}

/** A list of codes: which of a classification its items can be. */
export interface CodesOf {
  readonly classification: 'functional' | 'economic';
  readonly length: number;
  belongs(code: string): boolean;
  /** Of several codes of one name, which is meant. */
  usual?(code: string): boolean;
}

/** The codes that a list is of; undefined for one of names. */
export function codesOf(list: string, { pack }: Pick<KeyContext, 'pack'>): CodesOf | undefined {
  const level = CODE_LEVELS.find((one) => list.endsWith(one));
  const own = factLists(pack.facts.book).get(list);
  const any = (): boolean => true;
  if (isCodeList(list) && level !== undefined)
    return { classification: 'functional', length: LEVELS[level], belongs: any };
  if (own?.level !== undefined)
    return {
      classification: own.keys === '经济科目' ? 'economic' : 'functional',
      length: LEVELS[own.level],
      belongs: any,
    };
  if (list === '人员经费科目')
    return { classification: 'economic', length: LEVELS['款'], belongs: isPersonnel };
  if (list === '公用经费科目')
    return {
      classification: 'economic',
      length: LEVELS['款'],
      belongs: (code) => !isPersonnel(code),
      usual: isUsual,
    };
  return undefined;
}

/**
 * The key of an item by what a text calls it: a code by its own name and those of its class and section; anything else by
 * its name.
 *
 * @param names what stands in the text, by field
 * @returns undefined for a name that no code has, or several
 */
export function keyOf(
  list: string,
  names: ReadonlyMap<string, string>,
  context: KeyContext,
): string | undefined {
  const name = plainWords(names.get('名称') ?? '');
  const codes = codesOf(list, context);
  if (codes === undefined) return context.items.get(name) ?? (names.get('名称') || undefined);
  const written = names.get('编码');
  if (written !== undefined && /^\d+$/.test(written)) return written;
  const table = context.codes[codes.classification];
  const fits = (code: string, length: number, field: string): boolean => {
    const said = names.get(field);
    return said === undefined || plainWords(nameIn(table, code.slice(0, length))) === plainWords(said);
  };
  const found = [...table.keys()].filter(
    (code) =>
      code.length === codes.length &&
      code.startsWith(context.below ?? '') &&
      codes.belongs(code) &&
      plainWords(nameIn(table, code)) === name &&
      fits(code, LEVELS['类'], '类名') &&
      fits(code, LEVELS['款'], '款名'),
  );
  const stated = found.filter((code) => context.stated?.has(code) === true);
  const meant = stated.length === 1 ? stated : codes.usual ? found.filter(codes.usual) : found;
  const [only, ...others] = found.length > 1 ? meant : found;
  return others.length === 0 ? only : undefined;
}

/** Things that are bought have the same names where they are paid as capital construction, which is of projects. */
function isUsual(code: string): boolean {
  return GENERAL_OPERATING_CLASSES.includes(code.slice(0, 3));
}

function nameIn(table: CodeTable, code: string): string {
  return table.get(code)?.name ?? '';
}
