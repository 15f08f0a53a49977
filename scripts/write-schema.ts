// Writes the JSON Schemas of the content files, for the YAML support of editors: npm run schema
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { contentJsonSchemas } from '../src/accounts/schema/json-schema.ts';
import { loadPacks } from '../src/pack/load-packs.ts';
import { readSources } from '../src/workspace/read-sources.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const FOLDER = new URL('../content/schema/', import.meta.url);

const templates = (await readSources(ROOT)).filter(({ path }) => path.startsWith('templates/'));
const { entered } = loadPacks(templates);
mkdirSync(FOLDER, { recursive: true });
for (const [name, schema] of Object.entries(contentJsonSchemas(entered))) {
  writeFileSync(new URL(`${name}.json`, FOLDER), `${JSON.stringify(schema, undefined, 2)}\n`);
}
