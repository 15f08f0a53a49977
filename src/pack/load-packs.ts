import type { z } from 'zod';
import { validate } from '../accounts/schema/validate.ts';
import { error, type Diagnostic } from '../source/diagnostic.ts';
import { decodeSource, type RawFile } from '../source/source-file.ts';
import { parseYaml, type YamlDocument } from '../source/yaml.ts';
import { assemblePack } from './assemble-pack.ts';
import { formSchema } from './form-schema.ts';
import { glossarySchema, packSchema } from './schema.ts';
import { tableSchema } from './table-schema.ts';
import { parseTemplate, type Template } from './template.ts';
import type { PackFolder, Read } from './pack-folder.ts';
import type { Pack } from './pack.ts';

/** All packs that can be used, by folder name, and what is wrong in any of them. */
export interface LoadedPacks {
  readonly packs: ReadonlyMap<string, Pack>;
  /** Names of all pack folders, also of those that could not be read. */
  readonly folders: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the template folder: every pack with its inheritance resolved. */
export function loadPacks(files: readonly RawFile[]): LoadedPacks {
  const diagnostics: Diagnostic[] = [];
  const folders = new Map<string, PackFolder>();
  const groups = groupByFolder(files);
  for (const [slug, own] of groups) {
    const folder = readFolder(slug, own, diagnostics);
    if (folder !== undefined) folders.set(slug, folder);
  }
  const packs = new Map<string, Pack>();
  for (const folder of folders.values()) {
    const pack = assemblePack(folder, folders, diagnostics);
    if (pack !== undefined) packs.set(folder.slug, pack);
  }
  return { packs, folders: new Set(groups.keys()), diagnostics };
}

function groupByFolder(files: readonly RawFile[]): ReadonlyMap<string, readonly RawFile[]> {
  const groups = new Map<string, RawFile[]>();
  for (const file of files) {
    const slug = /^templates\/([^/]+)\/.+/.exec(file.path)?.[1];
    if (slug === undefined || slug.startsWith('.')) continue;
    groups.set(slug, [...(groups.get(slug) ?? []), file]);
  }
  return groups;
}

function readFolder(
  slug: string,
  files: readonly RawFile[],
  diagnostics: Diagnostic[],
): PackFolder | undefined {
  const inFolder = (name: string): RawFile | undefined =>
    files.find((file) => file.path === `templates/${slug}/${name}`);
  const read = <S extends z.ZodType>(schema: S, raw: RawFile): Read<z.output<S>> | undefined => {
    const document = parse(raw, diagnostics);
    if (document === undefined) return undefined;
    const result = validate(schema, document);
    diagnostics.push(...result.diagnostics);
    return result.value === undefined ? undefined : { value: result.value, document };
  };
  const readAll = <S extends z.ZodType>(schema: S, folder: string): Map<string, Read<z.output<S>>> => {
    const all = new Map<string, Read<z.output<S>>>();
    for (const raw of filesIn(files, `templates/${slug}/${folder}/`, '.yaml')) {
      const loaded = read(schema, raw);
      if (loaded !== undefined) all.set(nameOf(raw, '.yaml'), loaded);
    }
    return all;
  };
  const packFile = inFolder('pack.yaml');
  if (packFile === undefined) {
    const place = { file: files[0]?.path ?? '', line: 1, column: 1 };
    diagnostics.push(error('missing-file', `缺少 templates/${slug}/pack.yaml；请补上`, place));
    return undefined;
  }
  const file = read(packSchema, packFile);
  if (file === undefined) return undefined;
  const glossaryFile = inFolder('glossary.yaml');
  const glossary = glossaryFile && read(glossarySchema, glossaryFile);
  const templates = (folder: string): ReadonlyMap<string, Template | undefined> =>
    readTemplates(filesIn(files, `templates/${slug}/${folder}/`, '.hbs'), file.value.literals, diagnostics);
  return {
    slug,
    file,
    parts: templates('parts'),
    partials: templates('partials'),
    tables: readAll(tableSchema, 'tables'),
    forms: readAll(formSchema, 'forms'),
    ...(glossary && { glossary }),
  };
}

function parse(raw: RawFile, diagnostics: Diagnostic[]): YamlDocument | undefined {
  const decoded = decodeSource(raw);
  diagnostics.push(...decoded.diagnostics);
  if (decoded.source === undefined) return undefined;
  const parsed = parseYaml(decoded.source);
  diagnostics.push(...parsed.diagnostics);
  return parsed.document;
}

function readTemplates(
  files: readonly RawFile[],
  literals: readonly string[],
  diagnostics: Diagnostic[],
): ReadonlyMap<string, Template | undefined> {
  const templates = new Map<string, Template | undefined>();
  for (const raw of files) {
    const decoded = decodeSource(raw);
    diagnostics.push(...decoded.diagnostics);
    const parsed = decoded.source && parseTemplate(decoded.source, literals);
    diagnostics.push(...(parsed?.diagnostics ?? []));
    templates.set(nameOf(raw, '.md.hbs'), parsed?.template);
  }
  return templates;
}

function filesIn(files: readonly RawFile[], folder: string, extension: string): readonly RawFile[] {
  return files.filter((file) => file.path.startsWith(folder) && file.path.endsWith(extension));
}

function nameOf(raw: RawFile, extension: string): string {
  const name = raw.path.slice(raw.path.lastIndexOf('/') + 1);
  return name.endsWith(extension) ? name.slice(0, -extension.length) : name;
}
