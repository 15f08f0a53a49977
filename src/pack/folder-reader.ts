import type { z } from 'zod';
import { validate } from '../accounts/schema/validate.ts';
import { error, type Diagnostic } from '../source/diagnostic.ts';
import { decodeSource, type RawFile, type SourceFile } from '../source/source-file.ts';
import { uncomposedCharacters } from '../source/unfit-characters.ts';
import { parseYaml, type YamlDocument } from '../source/yaml.ts';
import type { PackFolder, Read, ReadTable } from './pack-folder.ts';
import { tableSchema, usedTableSchema, type UsedTable } from './table-schema.ts';
import { parseTemplate, type ParsedTemplate } from './template.ts';

/** How the names of a pack's texts and of its files of entries end. */
export const TEXT_FILE = '.md.hbs';
export const ENTRY_FILE = '.yaml';

/** Reads the files of one pack folder, gathering what is wrong with them. */
export class FolderReader {
  private readonly folder: string;
  private readonly files: readonly RawFile[];
  readonly diagnostics: Diagnostic[] = [];

  /** @param files those of the folder */
  constructor(slug: string, files: readonly RawFile[]) {
    this.folder = `templates/${slug}/`;
    this.files = files;
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
    for (const raw of filesIn(this.files, `${this.folder}${folder}/`, ENTRY_FILE)) {
      all.set(nameOf(raw, ENTRY_FILE), this.read(schema, raw));
    }
    return all;
  }

  /** The tables, and those that use another pack's. */
  tables(): Pick<PackFolder, 'tables' | 'uses'> {
    const tables = new Map<string, ReadTable | undefined>();
    const uses = new Map<string, Read<UsedTable>>();
    for (const raw of filesIn(this.files, `${this.folder}tables/`, ENTRY_FILE)) {
      const name = nameOf(raw, ENTRY_FILE);
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
    for (const raw of filesIn(this.files, `${this.folder}${folder}/`, TEXT_FILE)) {
      const source = this.decode(raw);
      const parsed = source && this.parse(source, literals);
      this.diagnostics.push(...(parsed?.diagnostics ?? []));
      templates.set(nameOf(raw, TEXT_FILE), parsed?.template);
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
