import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sentences } from '../import/support/printed.ts';
import { bookletOf, given, plan } from '../import/support/taken-in.ts';
import { compiled } from '../support/compiled.ts';
import { KillableBuilds } from '../support/kills/killable-build.ts';
import { realFiles, ROOT, textFile } from '../support/project.ts';

const TARGET = { slug: 'changji-sme', year: 2023, pack: 'xinjiang-2023' };
const builds = new KillableBuilds();

beforeAll(() => builds.finish({ root: ROOT, target: TARGET.slug, pdf: true }));
afterAll(() => builds.remove());

it.each(['booklet.pdf', 'booklet.docx'])(
  'the published %s, taken in where there is nothing, prints as it was printed',
  async (name) => {
    const files = await realFiles(TARGET.slug);
    const empty = files.filter(({ path }) => !/changji-sme\/20\d\d\//.test(path));
    const bytes = new Uint8Array(readFileSync(join(builds.out, TARGET.slug, String(TARGET.year), name)));
    const made = await plan(empty, TARGET, given(name, bytes));
    expect(made.leftovers).toEqual([]);
    expect(made.findings).toEqual([]);
    const paths = new Set(made.writes.map(({ path }) => path));
    const again = [
      ...empty.filter(({ path }) => !paths.has(path)),
      ...made.writes.map(({ path, text }) => textFile(path, text)),
    ];
    expect(compiled(again).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const [printed, own] = [again, files].map((one) => bookletOf(one, TARGET.slug, TARGET.year));
    if (printed === undefined || own === undefined) throw new Error('no booklet');
    expect(sentences(printed)).toEqual(sentences(own));
    expect(printed.render().tables).toEqual(own.render().tables);
    expect(printed.render().forms).toEqual(own.render().forms);
  },
);
