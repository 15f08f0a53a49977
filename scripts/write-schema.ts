// Writes the JSON Schemas of the content files and of template packs, for the YAML support of editors: npm run schema
import { fileURLToPath } from 'node:url';
import { schemaFiles } from '../src/pack/schema-files.ts';
import { readSources } from '../src/workspace/read-sources.ts';
import { writeFiles } from '../src/workspace/write-files.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

const files = schemaFiles(await readSources(ROOT));
await writeFiles(ROOT, new Map(files.map(({ path, text }) => [path, text])));
