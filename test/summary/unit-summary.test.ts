import { describe, expect, it } from 'vitest';
import { listContent } from '../../src/accounts/content-files.ts';
import type { BookletSummary } from '../../src/summary/booklet-summary.ts';
import { mergeUnits, type UnitSummary } from '../../src/summary/unit-summary.ts';
import { textFile } from '../support/project.ts';

function unit(slug: string, name: string, ...years: readonly number[]): UnitSummary {
  const facts = { name, aliases: [], kind: '行政单位', supervisor: undefined, subordinates: [] } as const;
  const booklets = years.map((year): BookletSummary => ({
    ...{ slug, year, name, title: `${name}${year}`, parts: [], tables: 9 },
    ...{ listed: [], threePublic: [], pdf: false, figures: {} },
  }));
  return { slug, unit: facts, formerNames: [], booklets };
}

describe('booklets put beside those of an earlier build', () => {
  const merged = mergeUnits(
    [unit('a', '旧名', 2021, 2022), unit('b', '乙')],
    [unit('a', '新名', 2022, 2020)],
  );

  it('replace those of their year and stand with the others, oldest first', () => {
    expect(merged[0]?.booklets.map(({ title }) => title)).toEqual(['新名2020', '旧名2021', '新名2022']);
  });

  it('say what the body is now', () => {
    expect(merged.map(({ unit: { name } }) => name)).toEqual(['新名', '乙']);
  });

  it('stand in the order in which a build of everything has their units', () => {
    const slugs = ['a', 'a-b', 'a0', 'b', 'ab'];
    const files = slugs.map((slug) => textFile(`content/units/${slug}/unit.yaml`, ''));
    const [first = '', ...others] = slugs;
    const units = mergeUnits(
      others.map((slug) => unit(slug, slug)),
      [unit(first, first)],
    );
    expect(units.map(({ slug }) => slug)).toEqual(listContent(files).units.map(({ slug }) => slug));
  });
});
