import { expect, it } from 'vitest';
import type { ThreePublicKind } from '../../../src/charts/three-public.ts';
import { bodyPages } from '../../../src/site/hub/three-public-bodies.ts';
import type { BookletSummary } from '../../../src/summary/booklet-summary.ts';

function body(slug: string, year: number, value: string): BookletSummary {
  const id = '三公经费.决算数.合计';
  const total: ThreePublicKind = {
    figure: { id, label: '“三公”经费决算数', unit: '万元', value, printed: value },
    name: { nameOf: id, text: '“三公”经费决算数' },
    ...{ meaning: '', parts: [], budget: [], change: [], counts: [], reasons: [] },
  };
  return {
    ...{ slug, year, name: slug, title: slug, parts: [], tables: 9, listed: [], pdf: false, figures: {} },
    threePublic: [total],
  };
}

it('many bodies stand on several pages, the largest first and those that disclose nothing last', () => {
  const bodies = Array.from({ length: 200 }, (_, index) => body(`u${index}`, 2023, String(index)));
  const pages = bodyPages(2023, [body('hidden', 2023, ''), ...bodies, body('old', 2022, '999')]);
  expect(pages.map(({ length }) => length)).toEqual([150, 51]);
  expect(pages[0]?.[0]?.booklet.slug).toBe('u199');
  expect(pages[1]?.at(-1)?.booklet.slug).toBe('hidden');
});
