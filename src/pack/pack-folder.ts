import type { YamlDocument } from '../source/yaml.ts';
import type { FormLayout } from './form-schema.ts';
import type { PageLayout } from './page-layout-schema.ts';
import type { Glossary, PackFile } from './schema.ts';
import type { SheetLayout } from './sheet-schema.ts';
import type { TableLayout, UsedTable } from './table-schema.ts';
import type { ParsedTemplate } from './template.ts';

/** A value with the file it was read from. */
export interface Read<T> {
  readonly value: T;
  readonly document: YamlDocument;
}

/** A table with the file of which it is, and the file in which its rows stand: that of the table that it uses. */
export interface ReadTable extends Read<TableLayout> {
  readonly rows: YamlDocument;
  /** The files of the tables that it uses, nearest first: what it does not state itself stands in them. */
  readonly uses: readonly YamlDocument[];
}

/** The files of one pack folder as they stand, before inheritance. */
export interface PackFolder {
  readonly slug: string;
  readonly file: Read<PackFile>;
  /** Its literal numbers and those that it inherits. */
  readonly literals: readonly string[];
  /** By name, these and the following; undefined for a file that exists and could not be read. */
  readonly parts: ReadonlyMap<string, ParsedTemplate | undefined>;
  readonly partials: ReadonlyMap<string, ParsedTemplate | undefined>;
  readonly tables: ReadonlyMap<string, ReadTable | undefined>;
  /** Files of tables/ that use another pack's table. */
  readonly uses: ReadonlyMap<string, Read<UsedTable>>;
  readonly sheets: ReadonlyMap<string, Read<SheetLayout> | undefined>;
  readonly forms: ReadonlyMap<string, Read<FormLayout> | undefined>;
  readonly layouts: ReadonlyMap<string, Read<PageLayout> | undefined>;
  readonly glossary?: Read<Glossary>;
}
