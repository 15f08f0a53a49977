import { beforeAll, expect, it } from 'vitest';
import { compileSite, type Site } from '../../src/compile/compile-site.ts';
import { hasErrors } from '../../src/source/diagnostic.ts';
import { remembering } from '../../src/source/recall.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { edited, realFiles } from '../support/project.ts';

const UNIT = 'content/units/demo-bureau/';

/** A change in each kind of file: what changes, the file, what stands there, what is put there. */
const CHANGES = [
  ['a text', `${UNIT}2023/narrative.yaml`, '无其他说明事项。', '暂无其他说明事项。'],
  ['an amount of the year before', `${UNIT}2022/accounts.yaml`, '4792842.70', '4792842.71'],
  ['the unit', `${UNIT}unit.yaml`, '\n名称: 示例市政务服务局', '\n名称: 示例市政务服务中心'],
  [
    'a name of a code',
    'content/codes/2023/functional.yaml',
    '"2010301": { 名称: 行政运行',
    '"2010301": { 名称: 运行',
  ],
  ['a template', 'templates/xinjiang-2023/parts/1-overview.md.hbs', '## 一、主要职能', '## 一、职能'],
  ['the pack', 'templates/xinjiang-2023/pack.yaml', '标题: 第三部分 专业名词解释', '标题: 第三部分 名词解释'],
  ['a mistake', `${UNIT}2022/narrative.yaml`, '主要职能: |-', '主要只能: |-'],
] as const;

/** What an editor gets to see of a site, and a reader of its newest booklet. */
function seen({ settings, units, diagnostics }: Site): unknown {
  const newest = units[0]?.booklets.at(-1);
  const text = newest && !hasErrors(newest.findings) && newest.render();
  return { settings, diagnostics, name: newest?.unit.name, text: JSON.stringify(text) };
}

const recall = remembering();
let before: readonly RawFile[];
let first: unknown;

beforeAll(async () => {
  before = await realFiles('demo-bureau');
  first = seen(compileSite(before, recall));
});

it.each(CHANGES)('after a change of %s a site that remembers is what a new one is', (_, file, from, to) => {
  const after = edited(before, file, from, to);
  const changed = seen(compileSite(after, recall));
  expect(changed).toEqual(seen(compileSite(after)));
  expect(changed).not.toEqual(first);
});

it('a booklet depends on its own year and those before: later ones leave it as it was', () => {
  const booklets = (site: Site) => new Map(site.units[0]?.booklets.map((booklet) => [booklet.year, booklet]));
  const known = booklets(compileSite(before, recall));
  const file = `${UNIT}2022/narrative.yaml`;
  const second = booklets(compileSite(edited(before, file, '人事财务科', '财务科'), recall));
  const same = [...known].filter(([year, booklet]) => second.get(year) === booklet).map(([year]) => year);
  expect(same).toEqual([...known.keys()].filter((year) => year < 2022));
});

it('a booklet depends on its own pack and those that this is made of, on no other', async () => {
  const all = await realFiles('changji-sme', 'demo-bureau');
  const booklets = (site: Site) =>
    new Map(site.units.flatMap(({ slug, booklets: own }) => own.map((one) => [`${slug}/${one.year}`, one])));
  const known = booklets(compileSite(all, recall));
  const changed = edited(all, 'templates/demo-2023/glossary.yaml', '指同级财政当年拨付的资金', '指财政资金');
  const second = booklets(compileSite(changed, recall));
  const same = [...known.keys()].filter((name) => second.get(name) === known.get(name));
  expect(same).toEqual(['changji-sme/2023']);
});
