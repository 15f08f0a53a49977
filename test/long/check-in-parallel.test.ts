import { expect, it } from 'vitest';
import { checkInParallel } from '../../src/cli/check-in-parallel.ts';
import { checkSite } from '../../src/compile/check-site.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { edited, realFiles } from '../support/project.ts';

const MODEL = 'content/units/demo-bureau/';
const UNITS = 20;
/** Three of the units have a mistake of their own, and the template that all share has one, too. */
const FAULTY = [3, 10, 19];
/** Some name a code that no table has, the last of them differently. */
const NAMES = new Map([
  [4, '示范医疗补助'],
  [11, '示范医疗补助'],
  [17, '示范医疗补贴'],
]);

/** Enough units for several threads. */
async function manyUnits(): Promise<readonly RawFile[]> {
  const files = await realFiles('demo-bureau');
  const shared = files.filter(({ path }) => !path.startsWith('content/units/'));
  const model = files.filter(({ path }) => path.startsWith(MODEL));
  const wrong = edited(model, `${MODEL}2023/accounts.yaml`, '  货物: ', '  货物: 1');
  const copies = Array.from({ length: UNITS }, (_, unit) =>
    (FAULTY.includes(unit) ? wrong : model).map((file) => ({
      ...file,
      path: file.path.replace(MODEL, `content/units/unit-${unit}/`),
    })),
  );
  const template = 'templates/xinjiang-2023/parts/2-explanations.md.hbs';
  const named = [...NAMES].reduce((before: readonly RawFile[], [unit, name]) => {
    const path = `content/units/unit-${unit}/2023/accounts.yaml`;
    return edited(before, path, '年度: 2023\n', `年度: 2023\n科目名称: { "2108001": ${name} }\n`);
  }, copies.flat());
  return [...edited(shared, template, '{{万元 收入.总计}}', '{{万元 收入.没有}}'), ...named];
}

it('several threads find what one finds, each finding once', async () => {
  const files = await manyUnits();
  const told: string[] = [];
  const found = await checkInParallel(files, (done, all) => told.push(`${done}/${all}`));
  expect(found.units).toHaveLength(UNITS);
  const places = found.diagnostics.map(({ rule, place: { file } }) => `${rule} ${file}`);
  expect(places.filter((one) => one.startsWith('unknown-figure templates/'))).toHaveLength(1);
  expect(places.filter((one) => one.startsWith('approved-total'))).toHaveLength(FAULTY.length);
  const different = found.diagnostics.filter(({ rule }) => rule === 'different-names');
  expect(
    different.map(({ severity, place, related }) => [severity, place.file, related[0]?.place.file]),
  ).toEqual([
    ['warning', 'content/units/unit-17/2023/accounts.yaml', 'content/units/unit-11/2023/accounts.yaml'],
  ]);
  expect(found).toEqual(checkSite(files));
  expect(told).toEqual(Array.from({ length: UNITS }, (_, index) => `${index + 1}/${UNITS}`));
});
