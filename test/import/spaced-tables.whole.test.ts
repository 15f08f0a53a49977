import { beforeAll, describe, expect, it } from 'vitest';
import type { Booklet } from '../../src/compile/booklet.ts';
import type { ImportPlan } from '../../src/import/import-files.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { goldenFiles } from '../support/golden.ts';
import { realFiles } from '../support/project.ts';
import { laidOut, type Layout } from './support/laid-out.ts';
import { printedText } from './support/printed.ts';
import { bookletOf, figuresAfter, given, plan } from './support/taken-in.ts';

const PLAIN: Layout = { han: 2, longest: 60, middle: true, rows: 200, repeats: true };

/** How tables may be laid out, and what differs from the plainest. */
const LAYOUTS: readonly (readonly [string, Partial<Layout>])[] = [
  ['with Chinese signs as wide as two', {}],
  ['with all signs alike', { han: 1 }],
  ['with names torn around their numbers', { longest: 8 }],
  ['with names torn below their numbers', { longest: 8, middle: false, han: 1 }],
  ['over pages that repeat their heads', { rows: 9, longest: 11 }],
  ['over pages that do not repeat them', { rows: 14, repeats: false }],
];

const units = new Map<string, readonly RawFile[]>();

beforeAll(async () => {
  units.set('changji-sme', await realFiles('changji-sme'));
  units.set('demo-bureau', await goldenFiles('f3-county'));
});

function tablesOf(booklet: Booklet, layout: Partial<Layout>): string {
  return printedText(booklet, laidOut({ ...PLAIN, ...layout }));
}

async function read(slug: string, change: (booklet: Booklet) => string): Promise<[Booklet, ImportPlan]> {
  const files = units.get(slug) ?? [];
  const booklet = bookletOf(files, slug, 2023);
  const empty = files.filter(({ path }) => !path.includes(`${slug}/2023/`));
  const text = new TextEncoder().encode(change(booklet));
  const pack = /模板: (\S+)/u.exec(
    new TextDecoder().decode(files.find(({ path }) => path.endsWith(`${slug}/2023/accounts.yaml`))?.bytes),
  )?.[1];
  return [booklet, await plan(empty, { slug, year: 2023, pack: pack ?? '' }, given('公开文本.txt', text))];
}

describe.each([
  ['changji-sme', LAYOUTS],
  ['demo-bureau', LAYOUTS.slice(2, 5)],
] as const)('the tables of %s, laid out in columns of a text,', (slug, layouts) => {
  it.each(layouts)('are read %s', async (_, layout) => {
    const [booklet, made] = await read(slug, (one) => tablesOf(one, layout));
    expect(made.findings).toEqual([]);
    expect(made.leftovers).toEqual([]);
    const after = figuresAfter(units.get(slug) ?? [], slug, 2023, made);
    const cells = booklet.render().tables.flatMap(({ body }) => body.flat());
    const lost = cells.flatMap(({ figure, text }) => {
      const found = figure && after.find(figure.id)?.value;
      if (figure === undefined || !/\d/u.test(text)) return [];
      const value = found?.state === 'known' ? found.exact.minus(figure.value).abs().toNumber() : Infinity;
      return value > 0.05 ? [`${figure.id}: ${text}`] : [];
    });
    expect(lost).toEqual([]);
  });
});

describe('a table in a text of which nobody can tell what stands in which column', () => {
  it('is told of with its line and how many numbers it has, and nothing of it is taken', async () => {
    const [booklet, made] = await read('changji-sme', (one) =>
      printedText(one, ({ title, head, body }) =>
        [title, ...[...head, ...body].flat().map(({ text }) => text)]
          .filter((text) => text !== '')
          .join('\n'),
      ),
    );
    expect(made.findings).toEqual([]);
    const titles = booklet.render().tables.map(({ title }) => `《${title}》`);
    expect(made.leftovers.map(({ text }) => text)).toEqual(titles);
    for (const { source, why } of made.leftovers) {
      expect(source.at).toMatch(/^第 \d+ 行$/u);
      expect(why).toMatch(/各列分不清，\d+ 个数都没有读/u);
    }
    expect(made.told.join()).not.toContain('《收入决算表》');
  });
});
