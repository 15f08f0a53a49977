import { error, type Diagnostic } from '../source/diagnostic.ts';
import { startOf, type RawFile } from '../source/source-file.ts';
import { FolderReader } from './folder-reader.ts';
import { formSchema } from './form-schema.ts';
import type { PackFolder } from './pack-folder.ts';
import { pageLayoutSchema } from './page-layout-schema.ts';
import { glossarySchema, packSchema } from './schema.ts';
import { sheetSchema } from './sheet-schema.ts';

/** A pack folder of which only pack.yaml was read yet. */
export interface OpenFolder {
  readonly slug: string;
  readonly files: readonly RawFile[];
  /** Missing where it does not exist or cannot be read. */
  readonly file?: PackFolder['file'];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a folder's pack.yaml, which says what else must be known to read the rest. */
export function openFolder(slug: string, files: readonly RawFile[]): OpenFolder {
  const reader = new FolderReader(slug, files);
  const packFile = reader.find('pack.yaml');
  if (packFile === undefined) {
    const place = startOf(files[0] ?? { path: '' });
    const missing = error('missing-file', `缺少 templates/${slug}/pack.yaml；请补上`, place);
    return { slug, files, diagnostics: [missing] };
  }
  const file = reader.read(packSchema, packFile);
  return { slug, files, ...(file && { file }), diagnostics: reader.diagnostics };
}

/** The folder itself, then what it says that it extends, as far as that can be read. */
export function openLine(folder: OpenFolder, opened: ReadonlyMap<string, OpenFolder>): readonly OpenFolder[] {
  const line = new Set<OpenFolder>();
  for (let one: OpenFolder | undefined = folder; one?.file !== undefined && !line.has(one);) {
    line.add(one);
    one = opened.get(one.file.value.extends ?? '');
  }
  return [...line];
}

/**
 * Reads all files of a folder.
 *
 * @param line the folder itself, then those that it extends: their literal numbers may stand in its texts, too
 */
export function readFolder(line: readonly OpenFolder[]): {
  readonly folder?: PackFolder;
  readonly diagnostics: readonly Diagnostic[];
} {
  const [own] = line;
  if (own?.file === undefined) return { diagnostics: [] };
  const { slug, files, file } = own;
  const reader = new FolderReader(slug, files);
  const glossaryFile = reader.find('glossary.yaml');
  const glossary = glossaryFile && reader.read(glossarySchema, glossaryFile);
  const literals = line.flatMap((one) => one.file?.value.literals ?? []);
  const folder: PackFolder = {
    slug,
    file,
    literals,
    parts: reader.templates('parts', literals),
    partials: reader.templates('partials', literals),
    ...reader.tables(),
    sheets: reader.readAll(sheetSchema, 'sheets'),
    forms: reader.readAll(formSchema, 'forms'),
    layouts: reader.readAll(pageLayoutSchema, 'layouts'),
    ...(glossary && { glossary }),
  };
  return { folder, diagnostics: reader.diagnostics };
}
