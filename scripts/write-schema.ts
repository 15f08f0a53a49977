// Writes the JSON Schemas of the content files and of template packs, for the YAML support of editors: npm run schema
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { JsonSchema } from '../src/accounts/schema/export-schema.ts';
import { contentJsonSchemas } from '../src/accounts/schema/json-schema.ts';
import { packJsonSchemas } from '../src/pack/json-schema.ts';
import { loadPacks } from '../src/pack/load-packs.ts';
import { readSources } from '../src/workspace/read-sources.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

const templates = (await readSources(ROOT)).filter(({ path }) => path.startsWith('templates/'));
const { entered } = loadPacks(templates);
write('../content/schema/', contentJsonSchemas(entered));
write('../templates/schema/', packJsonSchemas());

function write(path: string, schemas: Readonly<Record<string, JsonSchema>>): void {
  const folder = new URL(path, import.meta.url);
  mkdirSync(folder, { recursive: true });
  for (const [name, schema] of Object.entries(schemas)) {
    writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify(schema, undefined, 2)}\n`);
  }
}
