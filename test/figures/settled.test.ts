import { beforeAll, expect, it } from 'vitest';
import { formatFixed } from '../../src/accounts/decimal.ts';
import { runChecks } from '../../src/checks/catalogue.ts';
import type { CheckSubject } from '../../src/checks/check.ts';
import { compileSite } from '../../src/compile/compile-site.ts';
import type { Registry } from '../../src/figures/registry.ts';
import { figuresFile } from '../../src/outputs/data/figures-file.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { subjectOf } from '../checks/accounts/subject.ts';
import { edited, realFiles } from '../support/project.ts';

const NARRATIVE = 'content/units/demo-bureau/2023/narrative.yaml';
/** An amount whose change on last year no sentence and no check asks for. */
const SILENT = '支出.2010302.一般公共预算.项目支出';
let files: readonly RawFile[];

beforeAll(async () => {
  files = await realFiles('demo-bureau');
});

/** Asks for every figure and every comparison, the last first. */
function askForAll(figures: Registry): void {
  for (const id of figures.ids().toReversed())
    for (const end of ['增减率', '增减额', '上年']) {
      figures.has(`${id}.${end}`);
      figures.find(`${id}.${end}`);
    }
}

const findingsOf = (subject: CheckSubject) => runChecks(subject).map(({ rule, message }) => [rule, message]);

it('the figures of a booklet are the same, whoever asked for what', () => {
  const { figures } = subjectOf(files, 2023);
  const before = figures.all().map(({ id }) => id);
  askForAll(figures);
  expect(figures.all().map(({ id }) => id)).toEqual(before);
  expect(figures.ids()).toEqual(before);
});

it('findings are the same, whoever asked for what before', () => {
  const change = subjectOf(files, 2023).figures.get(`${SILENT}.增减额`).value;
  if (change.state !== 'known' || change.exact.isZero()) throw new Error('nothing changed');
  const sentence = `全年预算支出多安排${formatFixed(change.exact.abs(), 2)}万元。`;
  const stated = edited(files, NARRATIVE, '  成效: 一是', `  成效: ${sentence}一是`);
  const [fresh, asked] = [subjectOf(stated, 2023), subjectOf(stated, 2023)];
  askForAll(asked.figures);
  expect(findingsOf(asked)).toEqual(findingsOf(fresh));
  // What an amount changed by is an amount that a text may state.
  expect(findingsOf(fresh).filter(([rule]) => rule === 'unmatched-amount')).toEqual([]);
});

it('figures.json is the same, whoever asked for what before', () => {
  const newest = () => compileSite(files).units[0]?.booklets.at(-1);
  const [fresh, asked] = [newest(), newest()];
  if (fresh === undefined || asked === undefined) throw new Error('no booklet');
  askForAll(asked.figures);
  expect(figuresFile(asked)).toBe(figuresFile(fresh));
});
