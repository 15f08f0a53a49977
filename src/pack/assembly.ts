import { error, type Diagnostic } from '../source/diagnostic.ts';
import { sourceFile } from '../source/source-file.ts';
import { placeOfKey, placeOfValue, type YamlPath } from '../source/yaml.ts';
import type { AssembledForms } from './assemble-forms.ts';
import type { PackFolder } from './pack-folder.ts';
import type { PackFile } from './schema.ts';
import { scopesOf, type Scope, type Scopes, type Vocabulary } from './scope.ts';
import {
  linkTemplate,
  parseTemplate,
  type ParsedTemplate,
  type Partials,
  type Template,
} from './template.ts';

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
export interface Surroundings {
  readonly line: readonly PackFolder[];
  readonly folders: ReadonlyMap<string, PackFolder | undefined>;
  readonly forms: AssembledForms;
}

/** A pack being put together: where its entries and files are found, and how its templates become one with it. */
export class Assembly {
  readonly folder: PackFolder;
  readonly line: readonly PackFolder[];
  readonly folders: ReadonlyMap<string, PackFolder | undefined>;
  readonly forms: AssembledForms;
  readonly scopes: Scopes;
  readonly diagnostics: Diagnostic[];
  readonly partials: Partials;

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

  /** Reports what neither the pack nor what it inherits has. */
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

  /** The nearest pack's file of a name, with the pack that has it. */
  owned<T extends object>(
    name: string,
    filesOf: (folder: PackFolder) => ReadonlyMap<string, T | undefined>,
  ): readonly { readonly owner: PackFolder; readonly file: T }[] {
    const owner = this.line.find((ancestor) => filesOf(ancestor).has(name));
    const file = owner && filesOf(owner).get(name);
    return owner === undefined || file === undefined ? [] : [{ owner, file }];
  }

  /** A title or another text of pack.yaml as a template. */
  title(owner: PackFolder, path: YamlPath, text: string): Template | undefined {
    return this.template(owner, path, text, this.scopes.title);
  }

  /** A text of pack.yaml as a template, with what the place of its kind can name. */
  template(owner: PackFolder, path: YamlPath, text: string, scope: Scope): Template | undefined {
    const { document } = owner.file;
    const origin = placeOfValue(document, path);
    const parsed = parseTemplate(
      sourceFile(document.source.path, text, document.source.shipped),
      owner.literals,
      origin,
    );
    // A pack that inherits a phrase does not report its mistakes a second time.
    if (owner === this.folder) this.diagnostics.push(...parsed.diagnostics);
    return parsed.template && this.link(parsed.template, scope);
  }

  /** What a template names may be found in this pack only, so that mistakes are told of here; once, by their places. */
  link(parsed: ParsedTemplate, scope: Scope): Template | undefined {
    const { template, diagnostics } = linkTemplate(parsed, { partials: this.partials, scope });
    this.diagnostics.push(...diagnostics);
    return template;
  }
}
