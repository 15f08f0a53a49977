import type { Diagnostic } from '../source/diagnostic.ts';
import type { YamlDocument } from '../source/yaml.ts';
import { assembleParts, assembleTables, assembleWords } from './assemble-contents.ts';
import type { PackFacts } from './assemble-facts.ts';
import { assembleForms } from './assemble-forms.ts';
import { assembleConventions, assemblePhrases } from './assemble-phrases.ts';
import { assembleLayouts } from './assemble-layouts.ts';
import { assembleRequirements, unusedApproved } from './assemble-requirements.ts';
import { assembleSheets } from './assemble-sheets.ts';
import { Assembly } from './assembly.ts';
import { unknownForms } from './form-names.ts';
import { formPlacement } from './form-placement.ts';
import { layoutMistakes, type KnownRows } from './layout-mistakes.ts';
import { lineage } from './lineage.ts';
import { phraseNames } from './own-phrases.ts';
import type { PackFolder } from './pack-folder.ts';
import type { Pack } from './pack.ts';
import { rawCode } from './raw-code.ts';
import { rowLists, vocabularyOf, withForms } from './scope.ts';
import { DEFAULT_SCORING, scoringOf } from './scoring-schema.ts';
import { tablePlacement } from './table-placement.ts';
import type { Template } from './template.ts';
import { wordingMistakes } from './wording.ts';

/** Resolves a pack's inheritance: files and entries are looked up in the pack, then in what it extends. */
export function assemblePack(
  folder: PackFolder,
  folders: ReadonlyMap<string, PackFolder | undefined>,
  own: Pick<Pack, 'facts' | 'texts'>,
  diagnostics: Diagnostic[],
): Pack | undefined {
  const line = lineage(folder, folders, diagnostics);
  if (line === undefined) return undefined;
  const forms = assembleForms(folder, line);
  const vocabulary = {
    ...withForms(vocabularyOf(own.texts, own.facts.book), forms.forms),
    phrases: phraseNames(line),
  };
  const known = { lists: rowLists(vocabulary), book: own.facts.book };
  diagnostics.push(...mistakesOf(folder, known), ...forms.diagnostics, ...unusedApproved(folder));
  const assembly = new Assembly(folder, { line, folders, forms }, vocabulary, diagnostics);
  const pieces = piecesOf(assembly, own.facts);
  if (!isComplete(pieces)) return undefined;
  const { print, ...found } = pieces;
  diagnostics.push(
    ...tablePlacement(found.parts, found.tables, folder),
    ...formPlacement(found.parts, found.forms),
    ...unknownForms(folder, found.forms),
  );
  return {
    ...found,
    ...print,
    ...own,
    vocabulary,
    words: assembleWords(assembly),
    ...plainEntries(assembly),
    sheets: assembleSheets(assembly, own.facts.book),
    glossary: found.glossary.value,
    glossarySource: found.glossary.document.source,
    ...identityOf(folder),
    ...assembleRequirements(line, forms.references, (owner, path, text) => assembly.title(owner, path, text)),
    literals: folder.literals,
    documents: line.flatMap(documentsOf),
  };
}

/** Which pack it is, whose, and for which years. */
function identityOf({ slug, file }: PackFolder): Pick<Pack, 'slug' | 'shipped' | 'name' | 'years'> {
  const { name, years } = file.value;
  return { slug, shipped: file.document.source.shipped !== undefined, name, years };
}

/** What is wrong with the files of a folder by themselves. */
function mistakesOf(folder: PackFolder, known: KnownRows): readonly Diagnostic[] {
  return [...wordingMistakes(folder), ...rawCode(folder), ...layoutMistakes(folder, known)];
}

/** What every pack must have; undefined for what is missing, or cannot be read. */
function piecesOf(assembly: Assembly, facts: PackFacts) {
  return {
    title: bookletTitle(assembly),
    phrases: assemblePhrases(assembly),
    conventions: assembleConventions(assembly, facts),
    parts: assembleParts(assembly),
    tables: assembleTables(assembly, facts.book),
    forms: completeForms(assembly),
    print: assembleLayouts(assembly),
    glossary: glossaryOf(assembly),
  };
}

/** The files of entries of one folder; those of text say themselves where they stand. */
function documentsOf({
  file,
  glossary,
  tables,
  sheets,
  forms,
  layouts,
}: PackFolder): readonly YamlDocument[] {
  const read = [
    file,
    glossary,
    ...tables.values(),
    ...sheets.values(),
    ...forms.values(),
    ...layouts.values(),
  ];
  const used = [...tables.values()].flatMap((table) => table?.uses ?? []);
  return [...new Set([...read.flatMap((one) => one?.document ?? []), ...used])];
}

/** Whether nothing that a pack needs is missing. */
function isComplete<T extends object>(found: T): found is { [K in keyof T]: NonNullable<T[K]> } {
  return Object.values(found).every((value) => value !== undefined);
}

function coverOf(assembly: Assembly): Pack['cover'] {
  const lines = (group: 'coverHead' | 'coverLines' | 'coverFoot'): readonly string[] =>
    assembly.entry(group)?.value ?? [];
  return { head: lines('coverHead'), lines: lines('coverLines'), foot: lines('coverFoot') };
}

/** What a pack may leave out. */
function plainEntries(assembly: Assembly) {
  return {
    partials: [...assembly.partials.keys()].sort(),
    cover: coverOf(assembly),
    charts: assembly.entry('charts')?.value !== '不印',
    sharedSheets: assembly.entry('sharedSheets')?.value === '是',
    runningHead: assembly.entry('runningHead')?.value,
    publicationDays: assembly.entry('publicationDays')?.value,
    scoring: scoringOf(assembly.entry('scoring')?.value, DEFAULT_SCORING),
    samePayments: assembly.entry('samePayments')?.value ?? [],
  };
}

function glossaryOf(assembly: Assembly): PackFolder['glossary'] {
  const owner = assembly.line.find((ancestor) => ancestor.glossary !== undefined);
  if (owner === undefined) assembly.missing('glossary.yaml');
  return owner?.glossary;
}

/** The kinds of forms, if none of them lacks its layout. */
function completeForms(assembly: Assembly): Pack['forms'] | undefined {
  if (assembly.forms.missing) assembly.missing('自评表种类');
  return assembly.forms.complete ? assembly.forms.forms : undefined;
}

function bookletTitle(assembly: Assembly): Template | undefined {
  const entry = assembly.entry('bookletTitle');
  if (entry === undefined) assembly.missing('书名');
  return entry && assembly.title(entry.owner, ['书名'], entry.value);
}
