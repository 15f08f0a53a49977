import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RawFile } from '../../src/source/source-file.ts';
import { edited, realFiles, textFile, textOf, withBytes } from './project.ts';

const FOLDER = fileURLToPath(new URL('../packs/', import.meta.url));
export const DEMO_ACCOUNTS = 'content/units/demo-bureau/2023/accounts.yaml';

/** The demonstration unit with a pack of test/packs for 2023; its `accounts.yaml` and `narrative.yaml` are added to the unit's. */
export async function withTestPack(name: string): Promise<readonly RawFile[]> {
  const folder = join(FOLDER, name);
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const texts = entries.map((entry) => {
    const path = join(entry.parentPath, entry.name);
    return { name: relative(folder, path), text: readFileSync(path, 'utf8') };
  });
  const own = texts.filter(({ name: file }) => /^(?:accounts|narrative)\.yaml$/.test(file));
  const pack = texts
    .filter((one) => !own.includes(one))
    .map(({ name: file, text }) => textFile(`templates/${name}/${file}`, text));
  const files = edited(await realFiles('demo-bureau'), DEMO_ACCOUNTS, '模板: demo-2023', `模板: ${name}`);
  const added = own.reduce((all, { name: file, text }) => {
    const path = `content/units/demo-bureau/2023/${file}`;
    return withBytes(all, path, new TextEncoder().encode(textOf(all, path) + text));
  }, files);
  return [...added, ...pack];
}
