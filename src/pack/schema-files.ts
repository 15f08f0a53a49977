import { contentJsonSchemas } from '../accounts/schema/json-schema.ts';
import type { RawFile } from '../source/source-file.ts';
import { packJsonSchemas } from './json-schema.ts';
import { loadPacks } from './load-packs.ts';

/** A generated file. */
export interface SchemaFile {
  /** Path relative to the project's root. */
  readonly path: string;
  readonly text: string;
}

/**
 * The JSON Schemas of content and pack files, by which editors' YAML support completes and checks while somebody types.
 * What may be entered depends on the packs.
 *
 * @param files the input; of it only what is under templates/ is read
 */
export function schemaFiles(files: readonly RawFile[]): readonly SchemaFile[] {
  const { entered } = loadPacks(files.filter(({ path }) => path.startsWith('templates/')));
  return [
    ...inFolder('content/schema', contentJsonSchemas(entered)),
    ...inFolder('templates/schema', packJsonSchemas()),
  ];
}

function inFolder(folder: string, schemas: Readonly<Record<string, object>>): readonly SchemaFile[] {
  return Object.entries(schemas).map(([name, schema]) => ({
    path: `${folder}/${name}.json`,
    text: `${JSON.stringify(schema, undefined, 2)}\n`,
  }));
}
