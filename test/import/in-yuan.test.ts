import { expect, it } from 'vitest';
import { checked } from '../support/compiled.ts';
import { edited, realFiles, textOf } from '../support/project.ts';
import { printedText } from './support/printed.ts';
import {
  bookletOf,
  figuresAfter,
  given,
  lostCells,
  ownWorkbook,
  plan,
  withWritten,
} from './support/taken-in.ts';

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

it('a workbook in 元 with the text in 万元 that tells the rest makes a booklet without errors', async () => {
  const files = await realFiles('demo-bureau');
  const booklet = bookletOf(files, 'demo-bureau', 2023);
  const empty = files.filter(({ path }) => !path.includes('demo-bureau/2023/accounts'));
  const text = given('公开文本.txt', new TextEncoder().encode(printedText(booklet)));
  const target = { slug: 'demo-bureau', year: 2023, pack: 'demo-2023' };
  const made = await plan(empty, target, await ownWorkbook(booklet), text);
  expect(made.findings).toEqual([]);
  const after = withWritten(empty, made);
  const accounts = textOf(after, 'content/units/demo-bureau/2023/accounts.yaml');
  expect(accounts).toContain('金额单位: 元');
  expect(accounts).toContain('货物: 284.56万元');
  // Nobody tells what the budget of each fund is: the total alone is known.
  expect(accounts).toContain('年初预算.财政拨款: 5378.45万元');
  expect(checked(after).diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
});
