import { decimalsOf } from '../accounts/facts/unit.ts';
import { suggestion } from '../accounts/suggestion.ts';
import { error, type Diagnostic } from '../source/diagnostic.ts';
import { sourceFile } from '../source/source-file.ts';
import { placeOfKey, placeOfValue, type YamlDocument, type YamlPath } from '../source/yaml.ts';
import type { PackFacts } from './assemble-facts.ts';
import { assembleRequirements } from './assemble-requirements.ts';
import { assembleForms, type AssembledForms } from './assemble-forms.ts';
import { unknownForms } from './form-names.ts';
import { formPlacement } from './form-placement.ts';
import type { PackFolder } from './pack-folder.ts';
import {
  rowLists,
  scopesOf,
  vocabularyOf,
  withForms,
  type Scope,
  type Scopes,
  type Vocabulary,
} from './scope.ts';
import { lineage } from './lineage.ts';
import { layoutMistakes, type KnownRows } from './layout-mistakes.ts';
import type { BudgetPhrases, Conventions, Pack, PackPart, PackTable, Phrases } from './pack.ts';
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

/** What an outturn is to its budget, as pack.yaml calls it. */
const BUDGET_PHRASES: Readonly<Record<keyof BudgetPhrases, string>> = {
  above: '大于',
  below: '小于',
  equal: '等于',
  noBudget: '无预算',
  undisclosed: '未公开',
};

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
  const vocabulary = withForms(vocabularyOf(own.texts), forms.forms);
  const known = { lists: rowLists(vocabulary), book: own.facts.book };
  diagnostics.push(...mistakesOf(folder, known), ...forms.diagnostics);
  const assembly = new Assembly(folder, { line, folders, forms }, vocabulary, diagnostics);
  const found = piecesOf(assembly, own.facts);
  if (!isComplete(found)) return undefined;
  diagnostics.push(
    ...tablePlacement(found.parts, found.tables, folder),
    ...formPlacement(found.parts, found.forms),
    ...unknownForms(folder, found.forms),
  );
  return {
    ...found,
    ...own,
    vocabulary,
    words: assembly.words(),
    ...assembly.plainEntries(),
    glossary: found.glossary.value,
    glossarySource: found.glossary.document.source,
    slug: folder.slug,
    name: folder.file.value.name,
    years: folder.file.value.years,
    ...assembleRequirements(line, forms.references, (owner, path, text) => assembly.title(owner, path, text)),
    literals: line.flatMap((ancestor) => ancestor.file.value.literals),
    documents: line.flatMap(documentsOf),
  };
}

/** What is wrong with the files of a folder by themselves. */
function mistakesOf(folder: PackFolder, known: KnownRows): readonly Diagnostic[] {
  return [...wordingMistakes(folder), ...rawCode(folder), ...layoutMistakes(folder, known)];
}

/** What every pack must have; undefined for what is missing, or cannot be read. */
function piecesOf(assembly: Assembly, facts: PackFacts) {
  return {
    title: assembly.bookletTitle(),
    phrases: assembly.phrases(),
    conventions: assembly.conventions(facts),
    parts: assembly.parts(),
    tables: assembly.tables(),
    forms: assembly.completeForms(),
    glossary: assembly.glossary(),
  };
}

/** The most decimals that facts of a unit have, where that is not what its units usually have. */
function decimalsIn({ book }: PackFacts): Pick<Conventions, 'unitDecimals'> {
  const decimals = new Map<string, number>();
  for (const { unit, decimals: most } of book.facts)
    if (unit !== '万元' && most !== decimalsOf(unit))
      decimals.set(unit, Math.max(most, decimals.get(unit) ?? 0));
  return decimals.size === 0 ? {} : { unitDecimals: decimals };
}

/** The files of entries of one folder; those of text say themselves where they stand. */
function documentsOf({ file, glossary, tables, forms }: PackFolder): readonly YamlDocument[] {
  const read = [file, glossary, ...tables.values(), ...forms.values()];
  const used = [...tables.values()].flatMap((table) => table?.rows ?? []);
  return [...new Set([...read.flatMap((one) => one?.document ?? []), ...used])];
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

/** What a pack is put together from besides its own folder. */
interface Surroundings {
  readonly line: readonly PackFolder[];
  readonly folders: ReadonlyMap<string, PackFolder | undefined>;
  readonly forms: AssembledForms;
}

class Assembly {
  private readonly folder: PackFolder;
  private readonly line: readonly PackFolder[];
  private readonly folders: ReadonlyMap<string, PackFolder | undefined>;
  private readonly forms: AssembledForms;
  private readonly scopes: Scopes;
  private readonly diagnostics: Diagnostic[];
  private readonly partials: Partials;

  constructor(
    folder: PackFolder,
    { line, folders, forms }: Surroundings,
    vocabulary: Vocabulary,
    diagnostics: Diagnostic[],
  ) {
    this.folder = folder;
    this.line = line;
    this.folders = folders;
    this.forms = forms;
    this.scopes = scopesOf(vocabulary);
    this.diagnostics = diagnostics;
    this.partials = inheritedPartials(line);
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

  /** What a pack may leave out. */
  plainEntries() {
    return {
      partials: [...this.partials.keys()].sort(),
      coverLines: this.entry('coverLines')?.value ?? [],
      runningHead: this.entry('runningHead')?.value,
      publicationDays: this.entry('publicationDays')?.value,
      scoring: scoringOf(this.entry('scoring')?.value, DEFAULT_SCORING),
      samePayments: this.entry('samePayments')?.value ?? [],
    };
  }

  conventions(facts: PackFacts): Conventions | undefined {
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
      ...decimalsIn(facts),
    };
    return conventions.undisclosed === '' ? undefined : conventions;
  }

  glossary(): PackFolder['glossary'] {
    const owner = this.line.find((ancestor) => ancestor.glossary !== undefined);
    if (owner === undefined) this.missing('glossary.yaml');
    return owner?.glossary;
  }

  /** The kinds of forms, if none of them lacks its layout. */
  completeForms(): Pack['forms'] | undefined {
    if (this.forms.missing) this.missing('自评表种类');
    return this.forms.complete ? this.forms.forms : undefined;
  }

  bookletTitle(): Template | undefined {
    const entry = this.entry('bookletTitle');
    if (entry === undefined) this.missing('书名');
    return entry && this.title(entry.owner, ['书名'], entry.value);
  }

  title(owner: PackFolder, path: YamlPath, text: string): Template | undefined {
    return this.template(owner, path, text, this.scopes.title);
  }

  phrases(): Phrases | undefined {
    const change = (key: keyof Phrases['change'], label: string): Template | undefined =>
      this.phrase(this.scopes.change, ['措辞', '较上年', label], ({ phrases }) => phrases?.change?.[key]);
    const increase = change('increase', '增加');
    const decrease = change('decrease', '减少');
    const unchanged = change('unchanged', '持平');
    const fromZero = change('fromZero', '基数为零');
    const undisclosed = change('undisclosed', '未公开');
    const budget = this.budgetPhrases();
    const reason = this.phrase(this.scopes.reason, ['措辞', '主要原因'], ({ phrases }) => phrases?.reason);
    const none = this.phrase(this.scopes.none, ['措辞', '无此项'], ({ phrases }) => phrases?.none);
    if (!increase || !decrease || !unchanged || !fromZero || !undisclosed || !reason || !none)
      return undefined;
    return { change: { increase, decrease, unchanged, fromZero, undisclosed }, budget, reason, none };
  }

  private budgetPhrases(): BudgetPhrases {
    const stated = ([key, label]: readonly [keyof BudgetPhrases, string]): readonly (readonly [
      string,
      Template,
    ])[] => {
      const owner = this.line.find(({ file }) => file.value.phrases?.budget?.[key] !== undefined);
      const text = owner?.file.value.phrases?.budget?.[key];
      if (owner === undefined || text === undefined) return [];
      const template = this.template(owner, ['措辞', '较预算', label], text, this.scopes.budget);
      return template === undefined ? [] : [[key, template]];
    };
    return Object.fromEntries(
      Object.entries(BUDGET_PHRASES).flatMap(([key, label]) => stated([key as keyof BudgetPhrases, label])),
    );
  }

  /** A phrase of the nearest pack that has it. */
  private phrase(
    scope: Scope,
    path: readonly string[],
    of: (file: PackFile) => string | undefined,
  ): Template | undefined {
    for (const owner of this.line) {
      const text = of(owner.file.value);
      if (text !== undefined) return this.template(owner, path, text, scope);
    }
    this.missing(path.join('.'));
    return undefined;
  }

  parts(): readonly PackPart[] | undefined {
    const entry = this.entry('parts');
    if (entry === undefined) {
      this.missing('部分');
      return undefined;
    }
    this.reportTwice(entry.owner, '部分', entry.value, ({ key }) => key);
    const parts = entry.value.flatMap((part, index) => {
      const { owner, name } = this.ownerOfPart(part.file);
      const parsed = owner?.parts.get(name);
      const template = parsed && this.link(parsed, this.scopes.part);
      if (template !== undefined)
        return [{ key: part.key, title: part.title, hidden: part.hidden === '否', template }];
      if (owner !== undefined) return [];
      const place = placeOfValue(entry.owner.file.document, ['部分', index, '模板']);
      const path = part.file.includes('/') ? part.file : `parts/${part.file}`;
      this.diagnostics.push(error('missing-file', `没有模板文件 ${path}；请检查文件名`, place));
      return [];
    });
    return parts.length === entry.value.length ? parts : undefined;
  }

  /** A part's file stands in the nearest pack, or in the pack that it names: ministry-2024/parts/1-overview.md.hbs. */
  private ownerOfPart(file: string): { readonly owner: PackFolder | undefined; readonly name: string } {
    const [, slug, path = file] = /^([^/]+)\/parts\/(.+)$/.exec(file) ?? [];
    const name = path.replace(/\.md\.hbs$/, '');
    const other = slug === undefined ? undefined : this.folders.get(slug);
    const line = slug === undefined ? this.line : ((other && lineage(other, this.folders, [])) ?? []);
    return { owner: line.find((ancestor) => ancestor.parts.has(name)), name };
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
    const layouts = [...tables, ...this.forms.layouts].map(({ owner, file }) => ({
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
          const template = parsed && this.link(parsed, this.scopes.title);
          return template === undefined ? [] : [[text, template] as const];
        }),
      ),
    );
  }

  /** The nearest pack's file of a name, with the pack that has it. */
  private owned<T extends object>(
    name: string,
    filesOf: (folder: PackFolder) => ReadonlyMap<string, T | undefined>,
  ): readonly { readonly owner: PackFolder; readonly file: T }[] {
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
    return found.map(({ file: { value, document, rows } }) => ({ key, layout: value, document, rows }));
  }

  private template(owner: PackFolder, path: YamlPath, text: string, scope: Scope): Template | undefined {
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
    return template;
  }
}
