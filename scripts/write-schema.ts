// Writes the JSON Schemas of the content files, for the YAML support of editors: npm run schema
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { contentJsonSchemas } from '../src/accounts/schema/json-schema.ts';
import { formKindsOfAll } from '../src/pack/form-kinds.ts';
import { loadPacks } from '../src/pack/load-packs.ts';
import { readSources } from '../src/workspace/read-sources.ts';

const FOLDER = new URL('../content/schema/', import.meta.url);

mkdirSync(FOLDER, { recursive: true });
const kinds = formKindsOfAll(loadPacks(await readSources(fileURLToPath(new URL('../', import.meta.url)))));

for (const [name, schema] of Object.entries(contentJsonSchemas(kinds))) {
  writeFileSync(new URL(`${name}.json`, FOLDER), `${JSON.stringify(schema, undefined, 2)}\n`);
}
