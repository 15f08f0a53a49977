import { suggestion } from '../accounts/suggestion.ts';
import { error, type Diagnostic } from '../source/diagnostic.ts';
import { sourceFile } from '../source/source-file.ts';
import { placeOfKey, placeOfValue, type YamlDocument, type YamlPath } from '../source/yaml.ts';
import { assembleRequirements } from './assemble-requirements.ts';
import { assembleForms, type AssembledForms } from './assemble-forms.ts';
import { unknownForms } from './form-names.ts';
import { formPlacement } from './form-placement.ts';
import type { PackFolder, Read } from './pack-folder.ts';
import { SCOPES, type Scope } from './language.ts';
import { lineage } from './lineage.ts';
import { layoutMistakes } from './layout-mistakes.ts';
import type { Conventions, Pack, PackPart, PackTable, Phrases } from './pack.ts';
import { tablePlacement } from './table-placement.ts';
import { rawCode } from './raw-code.ts';
import type { PackFile } from './schema.ts';
import { DEFAULT_SCORING, scoringOf } from './scoring-schema.ts';
import {
  linkTemplate,
  parseTemplate,
  type ParsedTemplate,
  type Partials,
  type Template,
} from './template.ts';
import { wordingMistakes } from './wording.ts';
import { isPrintedInLayout, isTitle, wordsIn, type PackWords } from './words.ts';

/** Resolves a pack's inheritance: files and entries are looked up in the pack, then in what it extends. */
export function assemblePack(
  folder: PackFolder,
  folders: ReadonlyMap<string, PackFolder | undefined>,
  diagnostics: Diagnostic[],
): Pack | undefined {
  const line = lineage(folder, folders, diagnostics);
  if (line === undefined) return undefined;
  diagnostics.push(...wordingMistakes(folder), ...rawCode(folder), ...layoutMistakes(folder));
  const assembly = new Assembly(folder, line, diagnostics);
  const found = piecesOf(assembly);
  if (!isComplete(found)) return undefined;
  diagnostics.push(...tablePlacement(found.parts, found.tables, folder));
  diagnostics.push(...formPlacement(found.parts, found.forms), ...unknownForms(folder, found.forms));
  const { value: glossary, document } = found.glossary;
  const requirements = assembleRequirements(line, (owner, path, text) =>
    assembly.template(owner, path, text, SCOPES.title),
  );
  return {
    ...found,
    words: assembly.words(),
    coverLines: assembly.entry('coverLines')?.value ?? [],
    runningHead: assembly.entry('runningHead')?.value,
    glossary,
    glossarySource: document.source,
    slug: folder.slug,
    name: folder.file.value.name,
    years: folder.file.value.years,
    ...requirements,
    references: [...requirements.references, ...assembly.formReferences()],
    publicationDays: assembly.entry('publicationDays')?.value,
    scoring: scoringOf(assembly.entry('scoring')?.value, DEFAULT_SCORING),
    samePayments: assembly.entry('samePayments')?.value ?? [],
    literals: line.flatMap((ancestor) => ancestor.file.value.literals),
    documents: line.flatMap(documentsOf),
  };
}

/** What every pack must have; undefined for what is missing, or cannot be read. */
function piecesOf(assembly: Assembly) {
  return {
    title: assembly.phrase('bookletTitle', ['书名'], SCOPES.title),
    phrases: assembly.phrases(),
    conventions: assembly.conventions(),
    parts: assembly.parts(),
    tables: assembly.tables(),
    forms: assembly.completeForms(),
    glossary: assembly.glossary(),
  };
}

/** The files of entries of one folder; those of text say themselves where they stand. */
function documentsOf({ file, glossary, tables, forms }: PackFolder): readonly YamlDocument[] {
  const read = [file, glossary, ...tables.values(), ...forms.values()];
  return read.flatMap((one) => one?.document ?? []);
}

/** Whether nothing that a pack needs is missing. */
function isComplete<T extends object>(found: T): found is { [K in keyof T]: NonNullable<T[K]> } {
  return Object.values(found).every((value) => value !== undefined);
}

/** The nearest pack's partial of each name. */
function inheritedPartials(line: readonly PackFolder[]): Partials {
  const partials = new Map<string, ParsedTemplate>();
  for (const ancestor of [...line].reverse()) {
    for (const [name, template] of ancestor.partials)
      if (template !== undefined) partials.set(name, template);
  }
  return partials;
}

class Assembly {
  private readonly folder: PackFolder;
  private readonly line: readonly PackFolder[];
  private readonly diagnostics: Diagnostic[];
  private readonly partials: Partials;
  private readonly forms: AssembledForms | undefined;

  constructor(folder: PackFolder, line: readonly PackFolder[], diagnostics: Diagnostic[]) {
    this.folder = folder;
    this.line = line;
    this.diagnostics = diagnostics;
    this.partials = inheritedPartials(line);
    this.forms = assembleForms(folder, line);
    if (this.forms === undefined) this.missing('自评表种类');
    else diagnostics.push(...this.forms.diagnostics);
  }

  /** The kinds of forms, if none of them lacks its layout. */
  completeForms(): Pack['forms'] | undefined {
    return this.forms?.complete === true ? this.forms.forms : undefined;
  }

  formReferences(): Pack['references'] {
    return this.forms?.references ?? [];
  }

  missing(label: string): void {
    const message = `模板包“${this.folder.slug}”缺少“${label}”，它继承的模板包也没有；请补上`;
    this.diagnostics.push(error('incomplete-pack', message, placeOfKey(this.folder.file.document, [])));
  }

  /** The nearest pack that has an entry of pack.yaml. */
  entry<K extends keyof PackFile>(
    key: K,
  ): { value: NonNullable<PackFile[K]>; owner: PackFolder } | undefined {
    for (const owner of this.line) {
      const value = owner.file.value[key];
      if (value !== undefined && value !== null) return { value, owner };
    }
    return undefined;
  }

  conventions(): Conventions | undefined {
    const stated = this.line.flatMap(({ file }) => file.value.conventions ?? []);
    const nearest = <K extends keyof (typeof stated)[number]>(key: K): (typeof stated)[number][K] =>
      stated.find((one) => one[key] !== undefined)?.[key];
    const written = (key: 'growthFromZero' | 'growthOfNothing' | 'undisclosed', label: string): string => {
      const text = nearest(key);
      if (text === undefined) this.missing(`惯例.${label}`);
      return text ?? '';
    };
    const [inText, inTables] = [nearest('inText'), nearest('inTables')];
    const conventions = {
      growthFromZero: written('growthFromZero', '基数为零增长率'),
      growthOfNothing: written('growthOfNothing', '均为零增长率'),
      undisclosed: written('undisclosed', '未公开'),
      ...(inText && { inText }),
      ...(inTables && { inTables }),
    };
    return conventions.undisclosed === '' ? undefined : conventions;
  }

  glossary(): PackFolder['glossary'] {
    const owner = this.line.find((ancestor) => ancestor.glossary !== undefined);
    if (owner === undefined) this.missing('glossary.yaml');
    return owner?.glossary;
  }

  phrase(key: 'bookletTitle', path: YamlPath, scope: Scope): Template | undefined {
    const entry = this.entry(key);
    if (entry === undefined) this.missing(String(path[0]));
    return entry && this.template(entry.owner, path, entry.value, scope);
  }

  phrases(): Phrases | undefined {
    const entry = this.entry('phrases');
    if (entry === undefined) {
      this.missing('措辞');
      return undefined;
    }
    const { value, owner } = entry;
    const of = (scope: Scope, text: string, ...path: string[]): Template | undefined =>
      this.template(owner, ['措辞', ...path], text, scope);
    const change = (text: string, name: string): Template | undefined =>
      of(SCOPES.change, text, '较上年', name);
    const increase = change(value.change.increase, '增加');
    const decrease = change(value.change.decrease, '减少');
    const unchanged = change(value.change.unchanged, '持平');
    const fromZero = change(value.change.fromZero, '基数为零');
    const undisclosed = change(value.change.undisclosed, '未公开');
    const reason = of(SCOPES.reason, value.reason, '主要原因');
    const none = of(SCOPES.none, value.none, '无此项');
    if (!increase || !decrease || !unchanged || !fromZero || !undisclosed || !reason || !none)
      return undefined;
    return { change: { increase, decrease, unchanged, fromZero, undisclosed }, reason, none };
  }

  parts(): readonly PackPart[] | undefined {
    const entry = this.entry('parts');
    if (entry === undefined) {
      this.missing('部分');
      return undefined;
    }
    this.reportTwice(entry.owner, '部分', entry.value, ({ key }) => key);
    const parts = entry.value.flatMap((part, index) => {
      const name = part.file.replace(/\.md\.hbs$/, '');
      const owner = this.line.find((ancestor) => ancestor.parts.has(name));
      const parsed = owner?.parts.get(name);
      const template = parsed && this.link(parsed, SCOPES.part);
      if (template !== undefined) return [{ key: part.key, title: part.title, template }];
      if (owner !== undefined) return [];
      const place = placeOfValue(entry.owner.file.document, ['部分', index, '模板']);
      this.diagnostics.push(error('missing-file', `没有模板文件 parts/${part.file}；请检查文件名`, place));
      return [];
    });
    return parts.length === entry.value.length ? parts : undefined;
  }

  tables(): Pack['tables'] | undefined {
    const keys = this.entry('tables');
    if (keys === undefined) {
      this.missing('决算表');
      return undefined;
    }
    this.reportTwice(keys.owner, '决算表', keys.value, (key) => key);
    const tables = keys.value.flatMap((key, index) => this.table(key, keys.owner, index));
    return tables.length === keys.value.length ? tables : undefined;
  }

  /** The words that name something, of the files that the pack uses: those of others would be told of for nothing. */
  words(): PackWords {
    const titles = [this.entry('parts'), this.entry('coverLines'), this.entry('runningHead')];
    const owners = [...new Set(titles.flatMap((entry) => entry?.owner ?? []))];
    const keys = this.entry('tables')?.value ?? [];
    const tables = keys.flatMap((key) => this.owned(key, ({ tables: files }) => files));
    const layouts = [...tables, ...(this.forms?.layouts ?? [])].map(({ owner, file }) => ({
      owner,
      words: wordsIn(file.document, isPrintedInLayout),
    }));
    const found = [
      ...owners.map((owner) => ({ owner, words: wordsIn(owner.file.document, isTitle) })),
      ...layouts,
    ];
    return new Map(
      found.flatMap(({ owner, words }) =>
        words.flatMap(({ text, parsed, diagnostics }) => {
          if (owner === this.folder) this.diagnostics.push(...diagnostics);
          const template = parsed && this.link(parsed, SCOPES.title);
          return template === undefined ? [] : [[text, template] as const];
        }),
      ),
    );
  }

  /** The nearest pack's file of a name, with the pack that has it. */
  private owned<T>(
    name: string,
    filesOf: (folder: PackFolder) => ReadonlyMap<string, Read<T> | undefined>,
  ): readonly { readonly owner: PackFolder; readonly file: Read<T> }[] {
    const owner = this.line.find((ancestor) => filesOf(ancestor).has(name));
    const file = owner && filesOf(owner).get(name);
    return owner === undefined || file === undefined ? [] : [{ owner, file }];
  }

  /** What a list of pack.yaml names twice would be printed twice, or would hide the other. */
  private reportTwice<T>(
    { file: { document } }: PackFolder,
    list: string,
    items: readonly T[],
    keyOf: (item: T) => string,
  ): void {
    const keys = items.map(keyOf);
    keys.forEach((key, index) => {
      if (keys.indexOf(key) === index) return;
      const message = `“${list}”中“${key}”列了两次；请删去一处`;
      this.diagnostics.push(error('listed-twice', message, placeOfValue(document, [list, index])));
    });
  }

  private table(key: string, { file }: PackFolder, index: number): readonly PackTable[] {
    if (!this.line.some(({ tables }) => tables.has(key))) {
      const known = this.line.flatMap(({ tables }) => [...tables.keys()]);
      const message = `没有 tables/${key}.yaml${suggestion(key, known)}；请补上这个文件，或改正“决算表”`;
      this.diagnostics.push(error('missing-file', message, placeOfValue(file.document, ['决算表', index])));
    }
    const found = this.owned(key, ({ tables }) => tables);
    return found.map(({ file: { value, document } }) => ({ key, layout: value, document }));
  }

  template(owner: PackFolder, path: YamlPath, text: string, scope: Scope): Template | undefined {
    const { document } = owner.file;
    const origin = placeOfValue(document, path);
    const parsed = parseTemplate(sourceFile(document.source.path, text), owner.file.value.literals, origin);
    // A pack that inherits a phrase does not report its mistakes a second time.
    if (owner === this.folder) this.diagnostics.push(...parsed.diagnostics);
    return parsed.template && this.link(parsed.template, scope);
  }

  /** What a template names may be found in this pack only, so that mistakes are told of here; once, by their places. */
  private link(parsed: ParsedTemplate, scope: Scope): Template | undefined {
    const { template, diagnostics } = linkTemplate(parsed, { partials: this.partials, scope });
    this.diagnostics.push(...diagnostics);
    const unknown = template === undefined ? [] : this.unknownForms(template);
    this.diagnostics.push(...unknown);
    return unknown.length === 0 ? template : undefined;
  }

  private unknownForms({ references }: Template): readonly Diagnostic[] {
    const kinds = this.forms?.forms.map(({ kind }) => kind.key) ?? [];
    return references.forms
      .filter(({ name }) => !kinds.includes(name))
      .map(({ name, place }) => {
        const message = `pack.yaml 的“自评表种类”中没有“${name}”${suggestion(name, kinds)}`;
        return error('unknown-name', message, place);
      });
  }
}
