import { suggestion } from '../accounts/suggestion.ts';
import { error, type Diagnostic } from '../source/diagnostic.ts';
import { placeOfValue } from '../source/yaml.ts';
import { lineage } from './lineage.ts';
import type { PackFolder, Read, ReadTable } from './pack-folder.ts';
import type { TableLayout, UsedTable } from './table-schema.ts';

type Folders = ReadonlyMap<string, PackFolder | undefined>;

/** Puts the tables of other packs that a pack uses, changed as it says, among its own. */
export function withUsedTables(
  folder: PackFolder,
  folders: Folders,
): { readonly folder: PackFolder; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  return { folder: new TableSeeker(folders, diagnostics).resolved(folder), diagnostics };
}

/** Stands for a text below the other pack's table that this one does not print. */
const LEFT_OUT = '无';

function withoutLeftOut(layout: TableLayout): TableLayout {
  const { note, empty } = layout;
  return {
    ...layout,
    note: note === LEFT_OUT ? undefined : note,
    empty: empty === LEFT_OUT ? undefined : empty,
  };
}

class TableSeeker {
  private readonly folders: Folders;
  private readonly diagnostics: Diagnostic[];

  constructor(folders: Folders, diagnostics: Diagnostic[]) {
    this.folders = folders;
    this.diagnostics = diagnostics;
  }

  resolved(folder: PackFolder): PackFolder {
    if (folder.uses.size === 0) return folder;
    const used = [...folder.uses].map(([key, file]) => [key, this.changed(file, [])] as const);
    return { ...folder, tables: new Map([...folder.tables, ...used]) };
  }

  /** The table that a file uses, with what the file states in its place. */
  private changed(file: Read<UsedTable>, on: readonly Read<UsedTable>[]): ReadTable | undefined {
    const { use, ...stated } = file.value;
    if (on.includes(file))
      return this.report(file, 'pack-cycle', `“用”绕一圈用了自己；请改成那张表真正所在的模板包`);
    const base = this.table(file, use, [...on, file]);
    if (base === undefined) return undefined;
    const own = Object.entries(stated).filter(([, value]) => value !== undefined);
    const layout = { ...base.value, ...(Object.fromEntries(own) as Partial<TableLayout>) };
    return {
      value: withoutLeftOut(layout),
      document: file.document,
      rows: stated.sides === undefined ? base.rows : file.document,
      uses: [base.document, ...base.uses],
    };
  }

  private table(file: Read<UsedTable>, use: string, on: readonly Read<UsedTable>[]): ReadTable | undefined {
    const [slug = '', , key = ''] = use.split('/');
    const folder = this.folders.get(slug);
    if (folder === undefined) {
      const message = `没有模板包“${slug}”${suggestion(slug, [...this.folders.keys()])}`;
      // A pack that cannot be read has been reported where it is broken.
      return this.folders.has(slug) ? undefined : this.report(file, 'unknown-pack', message);
    }
    const line = lineage(folder, this.folders, []) ?? [folder];
    const owner = line.find(({ tables, uses }) => tables.has(key) || uses.has(key));
    const next = owner?.uses.get(key);
    if (next !== undefined) return this.changed(next, on);
    if (owner !== undefined) return owner.tables.get(key);
    const known = line.flatMap(({ tables }) => [...tables.keys()]);
    return this.report(
      file,
      'missing-file',
      `模板包“${slug}”没有 tables/${key}.yaml${suggestion(key, known)}`,
    );
  }

  private report({ document }: Read<UsedTable>, rule: string, message: string): undefined {
    this.diagnostics.push(error(rule, message, placeOfValue(document, ['用'])));
  }
}
