import { beforeAll, describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/source/diagnostic.ts';
import type { RawFile } from '../../../src/source/source-file.ts';
import { edited, realFiles } from '../../support/project.ts';
import { checked } from '../../support/compiled.ts';

const FOLDER = 'content/units/demo-bureau/2023/';
const FORM = `${FOLDER}performance/project-1.yaml`;
const NARRATIVE = `${FOLDER}narrative.yaml`;
const ACHIEVED = '大厅标准化服务水平稳步提升。';
/** What the form's points add up to. */
const TOTAL = '98.59';

let files: readonly RawFile[];

beforeAll(async () => {
  files = await realFiles('demo-bureau');
});

const findings = (input: readonly RawFile[]): readonly Diagnostic[] =>
  checked(input).diagnostics.filter(({ rule }) => rule === 'stated-grade');
const found = (input: readonly RawFile[]): readonly string[] =>
  findings(input).map(({ place, message }) => `${place.file}: ${message}`);
const inForm = (text: string): readonly string[] => found(edited(files, FORM, ACHIEVED, text));
const withText = (key: string, text: string): readonly RawFile[] => {
  const line = linesOf(files, NARRATIVE).find((one) => one.trim().startsWith(`${key}:`)) ?? '';
  return edited(files, NARRATIVE, line, `  ${key}: ${text}`);
};
const inNarrative = (key: string, text: string): readonly string[] => found(withText(key, text));
/** What an editor sees where each finding stands. */
const shown = (input: readonly RawFile[]): readonly string[] =>
  findings(input).map(
    ({ place: { file, line, column } }) => linesOf(input, file)[line - 1]?.slice(column - 1) ?? '',
  );
const linesOf = (input: readonly RawFile[], file: string): readonly string[] =>
  new TextDecoder().decode(input.find(({ path }) => path === file)?.bytes).split('\n');

const score = (stated: string): string =>
  `${FORM}: 文字中总分为 ${stated}，应为 ${TOTAL}（自评表各行得分之和）；请核对`;
const grade = (stated: string): string =>
  `${FORM}: 文字中等级为“${stated}”，应为“优”（总分 ${TOTAL}）；请核对`;

describe('the total that a form’s text states', () => {
  it.each([
    '总分98.59分。',
    '总得分为98.59分。',
    '综合得分：98.59 分。',
    '自评得分是98.59分。',
    '各指标均得分9分。',
    '总分为12345.6分。',
    '得分率98.59%。',
    '得分为98.595分。',
  ])('is not told of where it is the form’s, or none: %s', (text) => {
    expect(inForm(text)).toEqual([]);
  });

  it.each([
    ['总分98.6分。', '98.6'],
    ['总得分为98分。', '98'],
    ['综合得分：98.5分。', '98.5'],
    ['自评得分是9.64分。', '9.64'],
    ['自评分95 分。', '95'],
    ['自评分数:100分。', '100'],
    ['得分 98 分。', '98'],
  ])('is told of where it is another: %s', (text, stated) => {
    expect(inForm(text)).toEqual([score(stated)]);
  });

  it('is told of each time', () => {
    expect(inForm('总分98分，自评得分97分。')).toEqual([score('98'), score('97')]);
  });
});

describe('the grade that a form’s text states', () => {
  it.each([
    ['等级为“优”。'],
    ['评价结果：优秀。'],
    ['评为合格。'],
    ['评为差3个项目。'],
    ['评价结论为良的项目。'],
    ['评为良 3 个。'],
    ['评为良的12项。'],
    ['等级：总体上说来是良。'],
    ['等级，良。'],
  ])('is not told of where it is the form’s, one of no scale, or of something else: %s', (text) => {
    expect(inForm(text)).toEqual([]);
  });

  it.each([
    ['等级为“良”。', '良'],
    ['评价结论是中。', '中'],
    ['评价结果：差。', '差'],
    ['自评结果为良。', '良'],
    ['被评为良。', '良'],
    ['评定为"中"。', '中'],
  ])('is told of where its points make another: %s', (text, stated) => {
    expect(inForm(text)).toEqual([grade(stated)]);
  });

  it('is told of beside a wrong total, each where it stands', () => {
    const text = '今年总分88分，等级为良。';
    expect(inForm(text)).toEqual([score('88'), grade('良')]);
    expect(shown(edited(files, FORM, ACHIEVED, text))).toEqual([
      expect.stringMatching(/^总分88分/),
      expect.stringMatching(/^等级为良/),
    ]);
  });
});

describe('a text about all forms', () => {
  it.each(['成效', '发现的问题及原因'])('is held against the one total that it states: %s', (key) => {
    expect(inNarrative(key, '整体自评总分85分，等级为优。')).toEqual([
      `${NARRATIVE}: 文字中等级为“优”，应为“良”（总分 85）；请核对`,
    ]);
    expect(shown(withText(key, '整体自评总分85分，等级为优。'))).toEqual(['等级为优。']);
    expect(inNarrative(key, '整体自评总分90分，等级为优。')).toEqual([]);
  });

  it('says nothing by its grade alone, nor where it states several totals', () => {
    expect(inNarrative('成效', '等级为差。')).toEqual([]);
    expect(inNarrative('成效', '整体总分85分，另一项目总分95分，等级为优。')).toEqual([]);
  });
});
