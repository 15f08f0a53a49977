import type { YamlDocument } from '../source/yaml.ts';
import type { FormLayout } from './form-schema.ts';
import type { Glossary, PackFile } from './schema.ts';
import type { TableLayout } from './table-schema.ts';
import type { ParsedTemplate } from './template.ts';

/** A value with the file it was read from. */
export interface Read<T> {
  readonly value: T;
  readonly document: YamlDocument;
}

/** The files of one pack folder as they stand, before inheritance. */
export interface PackFolder {
  readonly slug: string;
  readonly file: Read<PackFile>;
  /** By name, these and the following; undefined for a file that exists and could not be read. */
  readonly parts: ReadonlyMap<string, ParsedTemplate | undefined>;
  readonly partials: ReadonlyMap<string, ParsedTemplate | undefined>;
  readonly tables: ReadonlyMap<string, Read<TableLayout> | undefined>;
  readonly forms: ReadonlyMap<string, Read<FormLayout> | undefined>;
  readonly glossary?: Read<Glossary>;
}
