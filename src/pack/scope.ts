import type { FactBook } from '../accounts/facts/fact-book.ts';
import type { FormKind } from '../accounts/forms/form-kind.ts';
import type { TextKeys, TextSlots } from '../accounts/texts/text-slots.ts';
import { factLists } from './fact-lists.ts';
import {
  FORM_FIELDS,
  formList,
  isCodeList,
  isFormList,
  LISTS,
  PROJECT_LIST,
  type Field,
  type Fields,
} from './lists.ts';

/** What a pack's templates can name besides figures: the common words, and what the pack declares. */
export interface Vocabulary {
  /** The lists that they can walk, with the fields of their items. */
  readonly lists: ReadonlyMap<string, Fields>;
  /** The texts that they can print. */
  readonly texts: readonly string[];
  /** The kinds of self-evaluation forms that they can print; undefined where these cannot be read. */
  readonly forms: readonly string[] | undefined;
  /** The phrases of the pack's own that figures choose. */
  readonly phrases: readonly string[];
}

/** What the templates of every pack can name. */
export const COMMON_VOCABULARY: Vocabulary = {
  lists: LISTS,
  forms: [],
  phrases: [],
  texts: [
    '单位.名称',
    '单位.类型',
    '单位.主管部门',
    '上年度',
    '公开.批复日期',
    '公开.公开日期',
    '叙述.主要职能',
    '叙述.其他用车用途',
    '叙述.绩效.成效',
    '叙述.绩效.发现的问题及原因',
    '叙述.绩效.下一步改进措施',
    '叙述.其他说明事项',
  ],
};

/** What the templates of a pack with these kinds of forms can name; anything of forms where they are not known. */
export function withForms(
  common: Vocabulary,
  forms: readonly { readonly kind: FormKind }[] | undefined,
): Vocabulary {
  if (forms === undefined) return { ...common, forms };
  const keys = forms.map(({ kind }) => kind.key);
  const lists = keys.map((key) => [formList(key), FORM_FIELDS] as const);
  return { ...common, lists: new Map([...common.lists, ...lists]), forms: keys };
}

/** What the templates of a pack can name that declares these facts and asks for these texts: `叙述.<name>`, or a field of the items that have one. */
export function vocabularyOf({ slots }: TextSlots, book: FactBook): Vocabulary {
  const common = withFactLists(book);
  if (slots.length === 0) return common;
  const own = slots.flatMap(({ name, by }) => (by === undefined ? [`叙述.${name}`] : []));
  const fieldsBy = (by: TextKeys): readonly (readonly [string, Field])[] =>
    slots.flatMap((slot) => (slot.by === by ? [[slot.name, { kind: 'text' }] as const] : []));
  const lists = [...common.lists].map(([name, fields]) => {
    if (name === PROJECT_LIST) return [name, withFields(fields, fieldsBy('项目'))] as const;
    const byCode = isCodeList(name) || factLists(book).get(name)?.keys === '科目';
    return [name, byCode ? withFields(fields, fieldsBy('科目')) : fields] as const;
  });
  return { ...common, lists: new Map(lists), texts: [...common.texts, ...own] };
}

/** The common words, with the lists of what a pack declares itself. */
function withFactLists(book: FactBook): Vocabulary {
  const own = [...factLists(book)].map(([name, { fields }]) => [name, fields] as const);
  return own.length === 0
    ? COMMON_VOCABULARY
    : { ...COMMON_VOCABULARY, lists: new Map([...COMMON_VOCABULARY.lists, ...own]) };
}

/** Fields for the items of a list, and for the items below them. */
function withFields(fields: Fields, more: readonly (readonly [string, Field])[]): Fields {
  const own = [...fields].map(
    ([name, field]) =>
      [name, field.kind === 'list' ? { ...field, items: withFields(field.items, more) } : field] as const,
  );
  return new Map([...own, ...more]);
}

/** What can be named at a place of a template. */
export interface Scope {
  readonly vocabulary: Vocabulary;
  readonly fields: Fields;
  /** Whether the place is in a list's block, which counts its items. */
  readonly inList: boolean;
  /** Whether tables can stand there: not in titles and phrases. */
  readonly tables: boolean;
}

/** The scopes of the templates of a pack: its parts, its titles, and each phrase of pack.yaml with its own names. */
export interface Scopes {
  readonly part: Scope;
  readonly title: Scope;
  readonly change: Scope;
  readonly budget: Scope;
  readonly reason: Scope;
  readonly none: Scope;
  readonly own: Scope;
}

/** The scopes of a pack with this vocabulary. */
export function scopesOf(vocabulary: Vocabulary): Scopes {
  const phrase = (fields: Readonly<Record<string, Field>>): Scope => ({
    vocabulary,
    fields: new Map(Object.entries(fields)),
    inList: false,
    tables: false,
  });
  return {
    part: { ...phrase({}), tables: true },
    title: phrase({}),
    change: phrase({ 增减额: { kind: 'figure' }, 增减率: { kind: 'figure', unit: '%' } }),
    budget: phrase({ 差异额: { kind: 'figure' }, 差异率: { kind: 'figure', unit: '%' } }),
    reason: phrase({ 原因文字: { kind: 'text' } }),
    none: phrase({ 名称: { kind: 'text' } }),
    own: phrase({ 数: { kind: 'figure' }, 名称: { kind: 'text' } }),
  };
}

/** The fields of a list's items: one of the vocabulary, or one that the item around has. */
export function fieldsOf(scope: Scope, list: string): Fields | undefined {
  const own = scope.fields.get(list);
  if (own?.kind === 'list') return own.items;
  const { lists, forms } = scope.vocabulary;
  return lists.get(list) ?? (forms === undefined && isFormList(list) ? FORM_FIELDS : undefined);
}

/** What can be named inside a list's block: the item's fields besides what stands around. */
export function itemScope(scope: Scope, list: string | undefined): Scope {
  const fields = new Map([...scope.fields, ...(fieldsOf(scope, list ?? '') ?? [])]);
  return { ...scope, fields, inList: true };
}

/** The lists of which a table can have a row for each item: their items have a key by which figures are named. */
export function rowLists({ lists }: Vocabulary): readonly string[] {
  return [...lists].flatMap(([name, fields]) =>
    fields.get('键')?.kind === 'string' && fields.has('名称') ? [name] : [],
  );
}
