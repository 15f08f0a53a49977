import type { z } from 'zod';
import { validate } from '../accounts/schema/validate.ts';
import { error, type Diagnostic } from '../source/diagnostic.ts';
import { decodeSource, problemOf, type RawFile, type SourceFile } from '../source/source-file.ts';
import { uncomposedCharacters } from '../source/unfit-characters.ts';
import { parseYaml, type YamlDocument } from '../source/yaml.ts';
import type { Enterable } from '../accounts/enterable.ts';
import { assembleFacts } from './assemble-facts.ts';
import { assemblePack } from './assemble-pack.ts';
import { inheritedFormKinds } from './form-kinds.ts';
import { assembleTexts } from './assemble-texts.ts';
import { formSchema } from './form-schema.ts';
import { lineage } from './lineage.ts';
import { glossarySchema, packSchema } from './schema.ts';
import { tableSchema, usedTableSchema, type UsedTable } from './table-schema.ts';
import { withUsedTables } from './used-tables.ts';
import { parseTemplate, type ParsedTemplate } from './template.ts';
import type { PackFolder, Read, ReadTable } from './pack-folder.ts';
import type { Pack } from './pack.ts';

/** All packs that can be used, by folder name, and what is wrong in any of them. */
export interface LoadedPacks {
  readonly packs: ReadonlyMap<string, Pack>;
  /** Names of all pack folders, also of those that could not be read. */
  readonly folders: ReadonlySet<string>;
  /** What units enter by each pack that can be read, also by one that has other errors. */
  readonly entered: ReadonlyMap<string, Enterable>;
  /** The packs of which a pack is made: what it inherits from, and of which it uses tables or parts. */
  readonly sources: ReadonlyMap<string, readonly string[]>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the template folder: every pack with its inheritance resolved. */
export function loadPacks(files: readonly RawFile[]): LoadedPacks {
  const diagnostics: Diagnostic[] = files.filter(isNoPart).flatMap((file) => problemOf(file) ?? []);
  const groups = groupByFolder(files);
  const opened = new Map([...groups].map(([slug, own]) => [slug, openFolder(slug, own, diagnostics)]));
  const read = new Map([...opened].map(([slug, folder]) => [slug, folder && readFolder(folder, opened)]));
  const folders = withUsedTables(read, diagnostics);
  const packs = new Map<string, Pack>();
  const entered = new Map<string, Enterable>();
  for (const folder of folders.values()) {
    if (folder === undefined) continue;
    // What leads nowhere is reported where the pack is put together.
    const line = lineage(folder, folders, []) ?? [folder];
    const facts = assembleFacts(folder, line, diagnostics);
    const texts = assembleTexts(folder, line, diagnostics);
    const forms = inheritedFormKinds(folder, folders);
    entered.set(folder.slug, sameOf([...entered.values()], { facts: facts.book, texts, forms }));
    const pack = assemblePack(folder, folders, { facts, texts }, diagnostics);
    if (pack !== undefined) packs.set(pack.slug, pack);
  }
  const sources = [...folders].map(([slug, folder]) => [slug, folder ? sourcesOf(folder) : []] as const);
  return { packs, folders: new Set(groups.keys()), entered, sources: new Map(sources), diagnostics };
}

function sourcesOf({ file, uses }: PackFolder): readonly string[] {
  const paths = [
    ...[...uses.values()].map(({ value }) => value.use),
    ...(file.value.parts ?? []).map((part) => part.file),
  ];
  const used = paths.flatMap((path) => (path.includes('/') ? path.slice(0, path.indexOf('/')) : []));
  return file.value.extends === undefined ? used : [file.value.extends, ...used];
}

/** The very same for all packs that ask for the same, so that what was read by one is known to be the same by another. */
function sameOf(known: readonly Enterable[], own: Enterable): Enterable {
  const same = known.find(
    ({ facts, texts, forms }) => facts === own.facts && texts === own.texts && areSame(forms, own.forms),
  );
  return same ?? own;
}

function areSame(a: Enterable['forms'], b: Enterable['forms']): boolean {
  return a === b || (a?.length === b?.length && a?.every((kind, index) => kind === b?.[index]) === true);
}

/** Holds the JSON Schemas for editors, and no pack. */
export const SCHEMA_FOLDER = 'schema';

/** Whether a path is that of a folder or of something else that no pack reads, so that nothing else would tell of it. */
function isNoPart({ path }: RawFile): boolean {
  return !/\.(?:yaml|hbs)$/.test(path);
}

function groupByFolder(files: readonly RawFile[]): ReadonlyMap<string, readonly RawFile[]> {
  const groups = new Map<string, RawFile[]>();
  for (const file of files) {
    const slug = /^templates\/([^/]+)\/.+/.exec(file.path)?.[1];
    if (slug === undefined || slug.startsWith('.') || slug === SCHEMA_FOLDER) continue;
    groups.set(slug, [...(groups.get(slug) ?? []), file]);
  }
  return groups;
}

/** A pack folder of which only pack.yaml was read yet. */
interface OpenFolder {
  readonly slug: string;
  readonly file: PackFolder['file'];
  readonly reader: FolderReader;
}

function openFolder(
  slug: string,
  files: readonly RawFile[],
  diagnostics: Diagnostic[],
): OpenFolder | undefined {
  const reader = new FolderReader(slug, files, diagnostics);
  const packFile = reader.find('pack.yaml');
  if (packFile === undefined) {
    const place = { file: files[0]?.path ?? '', line: 1, column: 1 };
    diagnostics.push(error('missing-file', `缺少 templates/${slug}/pack.yaml；请补上`, place));
    return undefined;
  }
  const file = reader.read(packSchema, packFile);
  return file && { slug, file, reader };
}

function readFolder(
  { slug, file, reader }: OpenFolder,
  opened: ReadonlyMap<string, OpenFolder | undefined>,
): PackFolder {
  const glossaryFile = reader.find('glossary.yaml');
  const glossary = glossaryFile && reader.read(glossarySchema, glossaryFile);
  const literals = literalsOf(slug, opened);
  return {
    slug,
    file,
    literals,
    parts: reader.templates('parts', literals),
    partials: reader.templates('partials', literals),
    ...reader.tables(),
    forms: reader.readAll(formSchema, 'forms'),
    ...(glossary && { glossary }),
  };
}

/** A pack's literal numbers and those that it inherits. */
function literalsOf(slug: string, opened: ReadonlyMap<string, OpenFolder | undefined>): readonly string[] {
  const line = new Set<OpenFolder>();
  for (let one = opened.get(slug); one !== undefined && !line.has(one);) {
    line.add(one);
    one = opened.get(one.file.value.extends ?? '');
  }
  return [...line].flatMap(({ file }) => file.value.literals);
}

/** Reads the files of one pack folder, gathering what is wrong with them. */
class FolderReader {
  private readonly folder: string;
  private readonly files: readonly RawFile[];
  private readonly diagnostics: Diagnostic[];

  constructor(slug: string, files: readonly RawFile[], diagnostics: Diagnostic[]) {
    this.folder = `templates/${slug}/`;
    this.files = files;
    this.diagnostics = diagnostics;
  }

  find(name: string): RawFile | undefined {
    return this.files.find((file) => file.path === this.folder + name);
  }

  read<S extends z.ZodType>(schema: S, raw: RawFile): Read<z.output<S>> | undefined {
    const document = this.document(raw);
    return document && this.model(schema, document);
  }

  private document(raw: RawFile): YamlDocument | undefined {
    const source = this.decode(raw);
    const parsed = source && parseYaml(source);
    this.diagnostics.push(...(parsed?.diagnostics ?? []), ...(parsed?.characters ?? []));
    return parsed?.document;
  }

  private model<S extends z.ZodType>(schema: S, document: YamlDocument): Read<z.output<S>> | undefined {
    const result = validate(schema, document);
    this.diagnostics.push(...result.diagnostics);
    return result.value === undefined ? undefined : { value: result.value, document };
  }

  /** The files of a folder by name; undefined stands for one that cannot be read. */
  readAll<S extends z.ZodType>(
    schema: S,
    folder: string,
  ): ReadonlyMap<string, Read<z.output<S>> | undefined> {
    const all = new Map<string, Read<z.output<S>> | undefined>();
    for (const raw of filesIn(this.files, `${this.folder}${folder}/`, '.yaml')) {
      all.set(nameOf(raw, '.yaml'), this.read(schema, raw));
    }
    return all;
  }

  /** The tables, and those that use another pack's. */
  tables(): Pick<PackFolder, 'tables' | 'uses'> {
    const tables = new Map<string, ReadTable | undefined>();
    const uses = new Map<string, Read<UsedTable>>();
    for (const raw of filesIn(this.files, `${this.folder}tables/`, '.yaml')) {
      const name = nameOf(raw, '.yaml');
      const document = this.document(raw);
      if (document?.root.kind === 'mapping' && document.root.entries.has('用')) {
        const used = this.model(usedTableSchema, document);
        if (used === undefined) tables.set(name, undefined);
        else uses.set(name, used);
      } else {
        const table = document && this.model(tableSchema, document);
        tables.set(name, table && { ...table, rows: table.document, uses: [] });
      }
    }
    return { tables, uses };
  }

  templates(folder: string, literals: readonly string[]): ReadonlyMap<string, ParsedTemplate | undefined> {
    const templates = new Map<string, ParsedTemplate | undefined>();
    for (const raw of filesIn(this.files, `${this.folder}${folder}/`, '.hbs')) {
      const source = this.decode(raw);
      const parsed = source && this.parse(source, literals);
      this.diagnostics.push(...(parsed?.diagnostics ?? []));
      templates.set(nameOf(raw, '.md.hbs'), parsed?.template);
    }
    return templates;
  }

  private parse(source: SourceFile, literals: readonly string[]): ReturnType<typeof parseTemplate> {
    this.diagnostics.push(...uncomposedCharacters(source.text, (offset) => source.placeAt(offset)));
    if (source.text.trim() !== '') return parseTemplate(source, literals);
    const message = '模板文件是空的；请写上文字，或删除此文件';
    return { diagnostics: [error('empty-file', message, source.placeAt(0))] };
  }

  private decode(raw: RawFile): SourceFile | undefined {
    const { source, diagnostics } = decodeSource(raw);
    this.diagnostics.push(...diagnostics);
    return source;
  }
}

function filesIn(files: readonly RawFile[], folder: string, extension: string): readonly RawFile[] {
  return files.filter((file) => file.path.startsWith(folder) && file.path.endsWith(extension));
}

function nameOf(raw: RawFile, extension: string): string {
  const name = raw.path.slice(raw.path.lastIndexOf('/') + 1);
  return name.endsWith(extension) ? name.slice(0, -extension.length) : name;
}
