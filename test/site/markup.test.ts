import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT } from '../support/project.ts';
import { builtSite } from '../support/served-site.ts';
import { buildAll } from '../support/markup/build-pages.ts';
import { general } from '../support/markup/fields.ts';
import { markupOf } from '../support/markup/inspect.ts';
import { Rounds } from '../support/markup/rounds.ts';

/** What another page than those of the repository's own site has: a correction, the address of the sources. */
const OF_OTHER_FIELDS = /code\.example/;

let rounds: Rounds;
let folder: string;

beforeAll(async () => {
  rounds = await Rounds.open();
  folder = mkdtempSync(join(tmpdir(), 'mingbai-markup-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('payloads of markup in all fields that take texts stay texts in every file of the site', async () => {
  const { site, printed } = rounds.run(0);
  await buildAll(site, folder);
  expect(printed.length).toBeGreaterThan(100);
  const harmless = markupOf(await builtSite());
  const more = [...markupOf(folder)].filter((one) => !harmless.has(one) && !OF_OTHER_FIELDS.test(one));
  expect(more).toEqual([]);
  // They are there: what is not printed needs no guard.
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.html'),
  );
  const html = pages.map((name) => readFileSync(join(folder, name), 'utf8')).join('');
  expect(html.match(/&#x3C;|&lt;/g)?.length).toBeGreaterThan(1000);
});

it('the payloads reach every field of the content that takes a text', () => {
  const reached = new Set([...rounds.kinds.keys()].flatMap((kind) => kind.split(/[ .]/)));
  expect(fieldNames().filter((name) => !reached.has(name))).toEqual(BEARING_NONE);
});

/** What keeps a booklet from being printed, and amounts. */
const BEARING_NONE = ['待核', '印数'];

/** All names of fields in the schemas that editors have. */
function fieldNames(): readonly string[] {
  const folderOfSchemas = join(ROOT, 'content/schema');
  const names = new Set<string>();
  for (const file of readdirSync(folderOfSchemas))
    JSON.parse(readFileSync(join(folderOfSchemas, file), 'utf8'), (key, value: unknown) => {
      if (key === 'properties') for (const name of Object.keys(value as object)) names.add(general(name));
      return value;
    });
  return [...names];
}
