import type { FactBook } from '../accounts/facts/fact-book.ts';
import { suggestion } from '../accounts/suggestion.ts';
import { error } from '../source/diagnostic.ts';
import { placeOfValue } from '../source/yaml.ts';
import type { Assembly } from './assembly.ts';
import { lineage } from './lineage.ts';
import type { PackFolder, ReadTable } from './pack-folder.ts';
import type { PackPart, PackTable } from './pack.ts';
import { withColumns } from './table-columns.ts';
import { isPrintedInLayout, isTitle, wordsIn, type PackWords, type ParsedWords } from './words.ts';

/** The parts of the booklet, in its order; undefined where one is missing or faulty. */
export function assembleParts(assembly: Assembly): readonly PackPart[] | undefined {
  const entry = assembly.entry('parts');
  if (entry === undefined) {
    assembly.missing('部分');
    return undefined;
  }
  reportTwice(assembly, entry.owner, '部分', entry.value, ({ key }) => key);
  const parts = entry.value.flatMap((part, index) => {
    const { owner, name } = ownerOfPart(assembly, part.file);
    const parsed = owner?.parts.get(name);
    const template = parsed && assembly.link(parsed, assembly.scopes.part);
    if (template !== undefined)
      return [{ key: part.key, title: part.title, hidden: part.hidden === '否', template }];
    if (owner !== undefined) return [];
    const place = placeOfValue(entry.owner.file.document, ['部分', index, '模板']);
    const path = part.file.includes('/') ? part.file : `parts/${part.file}`;
    assembly.diagnostics.push(error('missing-file', `没有模板文件 ${path}；请检查文件名`, place));
    return [];
  });
  return parts.length === entry.value.length ? parts : undefined;
}

/** A part's file stands in the nearest pack, or in the pack that it names: ministry-2024/parts/1-overview.md.hbs. */
function ownerOfPart(
  assembly: Assembly,
  file: string,
): { readonly owner: PackFolder | undefined; readonly name: string } {
  const [, slug, path = file] = /^([^/]+)\/parts\/(.+)$/.exec(file) ?? [];
  const name = path.replace(/\.md\.hbs$/, '');
  const other = slug === undefined ? undefined : assembly.folders.get(slug);
  const line = slug === undefined ? assembly.line : ((other && lineage(other, assembly.folders, [])) ?? []);
  return { owner: line.find((ancestor) => ancestor.parts.has(name)), name };
}

/** The statutory tables, in the order of the booklet; undefined where one is missing or faulty. */
export function assembleTables(assembly: Assembly, book: FactBook): readonly PackTable[] | undefined {
  const keys = assembly.entry('tables');
  if (keys === undefined) {
    assembly.missing('决算表');
    return undefined;
  }
  reportTwice(assembly, keys.owner, '决算表', keys.value, (key) => key);
  const tables = keys.value.flatMap((key, index) => tableOf(assembly, { key, index, book }, keys.owner));
  reportSameNumbers(assembly, keys, tables);
  return tables.length === keys.value.length ? tables : undefined;
}

/** The words that name something, of the files that the pack uses: those of others would be told of for nothing. */
export function assembleWords(assembly: Assembly): PackWords {
  const titles = [
    assembly.entry('parts'),
    assembly.entry('coverHead'),
    assembly.entry('coverLines'),
    assembly.entry('coverFoot'),
    assembly.entry('runningHead'),
  ];
  const owners = [...new Set(titles.flatMap((entry) => entry?.owner ?? []))];
  const keys = assembly.entry('tables')?.value ?? [];
  const tables = keys.flatMap((key) => assembly.owned(key, ({ tables: files }) => files));
  const layouts = [
    ...[...tables, ...assembly.forms.layouts].map(({ owner, file }) => ({
      owner,
      words: wordsIn(file.document, isPrintedInLayout),
    })),
    ...tables.map(({ owner, file }) => ({ owner, words: wordsOfUsed(file) })),
  ];
  const found = [
    ...owners.map((owner) => ({ owner, words: wordsIn(owner.file.document, isTitle) })),
    ...layouts,
  ];
  return new Map(
    found.flatMap(({ owner, words }) =>
      words.flatMap(({ text, parsed, diagnostics }) => {
        if (owner === assembly.folder) assembly.diagnostics.push(...diagnostics);
        const template = parsed && assembly.link(parsed, assembly.scopes.title);
        return template === undefined ? [] : [[text, template] as const];
      }),
    ),
  );
}

/** The words that a table takes from the tables that it uses; what is wrong with them is told where they stand. */
function wordsOfUsed({ value, uses }: ReadTable): readonly ParsedWords[] {
  const printed = new Set(textsIn(value));
  return uses
    .flatMap((document) => wordsIn(document, isPrintedInLayout))
    .flatMap((words) => (printed.has(words.text) ? [{ ...words, diagnostics: [] }] : []));
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** What a list of pack.yaml names twice would be printed twice, or would hide the other. */
function reportTwice<T>(
  assembly: Assembly,
  { file: { document } }: PackFolder,
  list: string,
  items: readonly T[],
  keyOf: (item: T) => string,
): void {
  const keys = items.map(keyOf);
  keys.forEach((key, index) => {
    if (keys.indexOf(key) === index) return;
    const message = `“${list}”中“${key}”列了两次；请删去一处`;
    assembly.diagnostics.push(error('listed-twice', message, placeOfValue(document, [list, index])));
  });
}

/** A number names a table, in the contents and wherever a text refers to it. */
function reportSameNumbers(
  assembly: Assembly,
  keys: { readonly owner: PackFolder; readonly value: readonly string[] },
  tables: readonly PackTable[],
): void {
  const first = new Map<string, string>();
  for (const { key, layout } of tables) {
    const { number } = layout;
    const other = number === undefined ? undefined : first.get(number);
    if (number === undefined || other === key) continue;
    first.set(number, other ?? key);
    if (other === undefined) continue;
    const place = placeOfValue(keys.owner.file.document, ['决算表', keys.value.indexOf(key)]);
    const message = `“${key}”的编号“${number}”与“${other}”的相同；请改正其中一张的“编号”`;
    assembly.diagnostics.push(error('listed-twice', message, place));
  }
}

function tableOf(
  assembly: Assembly,
  { key, index, book }: { readonly key: string; readonly index: number; readonly book: FactBook },
  { file }: PackFolder,
): readonly PackTable[] {
  if (!assembly.line.some(({ tables }) => tables.has(key))) {
    const known = assembly.line.flatMap(({ tables }) => [...tables.keys()]);
    const message = `没有 tables/${key}.yaml${suggestion(key, known)}；请补上这个文件，或改正“决算表”`;
    assembly.diagnostics.push(error('missing-file', message, placeOfValue(file.document, ['决算表', index])));
  }
  const found = assembly.owned(key, ({ tables }) => tables);
  return found.map(({ file: { value, document, rows } }) => ({
    key,
    layout: withColumns(value, book),
    document,
    rows,
  }));
}
