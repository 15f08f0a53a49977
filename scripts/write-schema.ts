// Writes the JSON Schemas of the content files, for the YAML support of editors: npm run schema
import { mkdirSync, writeFileSync } from 'node:fs';
import { contentJsonSchemas } from '../src/accounts/schema/json-schema.ts';

const FOLDER = new URL('../content/schema/', import.meta.url);

mkdirSync(FOLDER, { recursive: true });
for (const [name, schema] of Object.entries(contentJsonSchemas())) {
  writeFileSync(new URL(`${name}.json`, FOLDER), `${JSON.stringify(schema, undefined, 2)}\n`);
}
