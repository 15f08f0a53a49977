import { beforeAll, describe, expect, it } from 'vitest';
import { budgetAndOutturn } from '../../../src/checks/rules/accounts/budget-and-outturn.ts';
import type { RawFile } from '../../../src/source/source-file.ts';
import { edited, realFiles } from '../../support/project.ts';
import { subjectOf } from './subject.ts';

const REAL = 'content/units/changji-sme/2023/accounts.yaml';
const block = (budget: readonly string[], outturn: readonly string[]): string => {
  const names = ['因公出国（境）费', '公务用车购置费', '公务用车运行维护费', '公务接待费'];
  const lines = (amounts: readonly string[]) =>
    names.map((name, index) => `    ${name}: ${amounts[index]}\n`).join('');
  return `  全年预算数:\n${lines(budget)}  决算数:\n${lines(outturn)}`;
};
const NONE = ['0.00', '0.00', '0.00', '0.00'];
const OWN = ['0.00', '0.00', '1.68', '0.00'];

let files: readonly RawFile[];

beforeAll(async () => {
  files = await realFiles('changji-sme');
});

/** What the check finds, each with the text of its line, and the text of the line that it refers to. */
function found(input: readonly RawFile[]) {
  const text = new TextDecoder().decode(input.find(({ path }) => path === REAL)?.bytes).split('\n');
  const lineAt = (line: number): string => (text[line - 1] ?? '').trim();
  return budgetAndOutturn
    .run(subjectOf(input, 2023))
    .map(({ rule, severity, message, place, related }) => [
      `${severity} ${rule}`,
      lineAt(place.line),
      message,
      ...related.map((one) => `${one.message} ${lineAt(one.place.line)}`),
    ]);
}

const spending = (budget: readonly string[], outturn: readonly string[]) =>
  found(edited(files, REAL, block(OWN, OWN), block(budget, outturn)));

describe('“三公”经费 and its budget', () => {
  it('of which some items have neither prints their rates by convention', () => {
    expect(spending(OWN, ['0.00', '0.00', '1.60', '0.00'])).toEqual([
      [
        'note budget-and-outturn',
        '全年预算数:',
        '因公出国（境）费、公务用车购置费、公务接待费的预算数、决算数都为 0，“预决算差异率 0.00%”没有基数（R65），按惯例印出，无需处理',
      ],
    ]);
  });

  it.each([
    ['which there is not', NONE, NONE],
    ['which there is of every item', ['1.00', '2.00', '3.00', '4.00'], ['1.00', '1.00', '1.00', '0.00']],
  ])('%s need no word', (_, budget, outturn) => {
    expect(spending(budget, outturn)).toEqual([]);
  });

  it('above its budget is told of at both, by how much', () => {
    expect(spending(['1.00', '2.00', '3.00', '4.00'], ['1.00', '2.00', '3.00', '4.50'])).toEqual([
      [
        'warning budget-and-outturn',
        '公务接待费: 4.50',
        '“‘三公’经费公务接待费决算数”为 4.50，应不大于全年预算数 4.00（R66），多 0.50万元；请核对两处',
        '全年预算数在这里 公务接待费: 4.00',
      ],
    ]);
  });

  it('without a budget has no rate either', () => {
    const [first] = spending(['1.00', '2.00', '3.00', '0.00'], ['1.00', '2.00', '3.00', '4.50']);
    expect(first?.[2]).toMatch(/多 4\.50万元，差异率也没有基数；请核对两处$/);
  });
});

it('expenditure without an initial budget has no rate of variance', () => {
  const none = edited(files, REAL, '  一般公共预算: 152.16', '  一般公共预算: 0.00');
  const told = found(none).filter(([, line]) => line === '年初预算:');
  expect(told.map(([, , message]) => message?.split('，')[0])).toEqual([
    '“财政拨款支出年初预算数”为 0',
    '“一般公共预算财政拨款支出年初预算数”为 0',
  ]);
  expect(told.map(([kind]) => kind)).toEqual(['note budget-and-outturn', 'note budget-and-outturn']);
  expect(told[0]?.[2]).toMatch(
    /，“财政拨款支出总计”不为 0，预决算差异率没有基数（R65），按惯例印出；请核对预算数，确实没有的无需处理$/,
  );
});
