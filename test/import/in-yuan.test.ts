import { expect, it } from 'vitest';
import { edited, realFiles } from '../support/project.ts';
import { printedText } from './support/printed.ts';
import { bookletOf, figuresAfter, given, lostCells, plan } from './support/taken-in.ts';

it('a booklet whose tables hold the 分 comes back exactly, though its text is in 万元', async () => {
  const files = edited(
    await realFiles('demo-bureau'),
    'templates/xinjiang-2023/pack.yaml',
    '惯例:\n',
    '惯例:\n  表中的数字: { 单位: 元 }\n',
  );
  const booklet = bookletOf(files, 'demo-bureau', 2023);
  expect(booklet.render().tables.map(({ moneyUnit }) => moneyUnit)).toContain('元');
  const empty = files.filter(({ path }) => !path.includes('demo-bureau/2023/'));
  const text = new TextEncoder().encode(printedText(booklet));
  const target = { slug: 'demo-bureau', year: 2023, pack: 'demo-2023' };
  const made = await plan(empty, target, given('公开文本.txt', text));
  expect(made.findings).toEqual([]);
  expect(made.leftovers).toEqual([]);
  expect(lostCells(booklet, figuresAfter(files, 'demo-bureau', 2023, made))).toEqual([]);
});
