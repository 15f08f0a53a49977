import { beforeAll, describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/checks/catalogue.ts';
import { checkReport, type CheckedRule, type CheckReport } from '../../src/compile/check-report.ts';
import type { Booklet } from '../../src/compile/booklet.ts';
import type { BookletDocument } from '../../src/document/booklet-document.ts';
import { note, warning, type Diagnostic } from '../../src/source/diagnostic.ts';
import { compiled } from '../support/compiled.ts';
import { realFiles } from '../support/project.ts';

const PLACE = { file: 'a.yaml', line: 1, column: 1 };
let booklet: Booklet;
let document: BookletDocument;
let report: CheckReport;

beforeAll(async () => {
  const [first] = compiled(await realFiles('changji-sme')).units.flatMap((unit) => unit.booklets);
  if (first === undefined) throw new Error('the reference booklet is missing');
  booklet = first;
  document = booklet.render();
  report = checkReport(booklet, document);
});

const rulesOf = ({ topics }: CheckReport): readonly CheckedRule[] => topics.flatMap(({ rules }) => rules);

function reportOn(findings: readonly Diagnostic[]): CheckReport {
  return checkReport({ findings, source: booklet.source }, document);
}

function saidBy(rule: string, findings: readonly Diagnostic[]): readonly string[] {
  const found = rulesOf(reportOn(findings)).find((one) => one.rule === rule)?.findings ?? [];
  return found.map(({ statement }) => statement);
}

describe('the report on a booklet', () => {
  it('names every rule that was run, each under one question', () => {
    expect(rulesOf(report).map(({ rule }) => rule)).toEqual(CATALOGUE.map(({ rule }) => rule));
    expect(new Set(report.topics.map(({ name }) => name)).size).toBe(report.topics.length);
    // Written for readers and editors alike.
    expect(CATALOGUE.filter(({ summary }) => /请|，提示|提示$|\.yaml|“同”/.test(summary))).toEqual([]);
  });

  it('tells what is to be looked at before what is good to know, with what the body says of it', () => {
    const accepted = { reason: '批复表即如此', by: '张三', date: '2024-08-20' };
    const findings = [
      note('approved-total', '尾差', PLACE),
      { ...warning('approved-total', '保留', PLACE), accepted },
    ];
    const rule = rulesOf(reportOn(findings)).find((one) => one.rule === 'approved-total');
    expect(rule?.findings).toMatchObject([
      { statement: '保留', severity: 'warning', accepted },
      { statement: '尾差', severity: 'note', accepted: undefined },
    ]);
  });

  it('says which self-evaluation form a finding is about', () => {
    const scores = rulesOf(report).find(({ rule }) => rule === 'indicator-score')?.findings ?? [];
    expect([...new Set(scores.map(({ form }) => form))]).toEqual(['project-4', 'project-5', 'project-8']);
  });

  it.each([
    ['“甲”为 1，应为 2（各部分之和），差 1万元；请核对', '“甲”为 1，应为 2（各部分之和），差 1万元'],
    [
      '差 0.01万元，在四舍五入允许的 0.06万元以内（尾差），无需处理',
      '差 0.01万元，在四舍五入允许的 0.06万元以内（尾差）',
    ],
    ['“甲”为 9，应不大于“乙” 8（R66），多 1万元；请核对两处', '“甲”为 9，应不大于“乙” 8，多 1万元'],
    ['“甲”为 0，应不小于 1（乙支出 5.00，R78）；请核对两处', '“甲”为 0，应不小于 1（乙支出 5.00）'],
    [
      '项目名称“甲”与 project-3.yaml 相同，金额会重复计算；请改名称',
      '项目名称“甲”与另一份填报文件相同，金额会重复计算',
    ],
    ['文字写“甲；请看”，与“乙”不同；请核对', '文字写“甲；请看”，与“乙”不同'],
  ])('tells readers what is wrong in “%s” and not what an editor is to do', (message, statement) => {
    expect(saidBy('approved-total', [warning('approved-total', message, PLACE)])).toEqual([statement]);
  });

  it('leaves to editors what was found in the way files are written', () => {
    const { topics, others } = reportOn([
      warning('unused-waiver', '核对说明第 1 条：没有发现与它相符的问题', PLACE),
      note('undisclosed-prior', '上年数写的是“未公开”，文字没有与上年比较：甲', PLACE),
    ]);
    expect(topics.flatMap(({ rules }) => rules).flatMap(({ findings }) => findings)).toEqual([]);
    expect(others.map(({ rule }) => rule)).toEqual(['undisclosed-prior']);
  });

  it('says which figures of which table are not disclosed', () => {
    expect(report.tables).toHaveLength(9);
    const basic = report.tables.find(({ key }) => key === 'basic-expenditure');
    expect(basic?.undisclosed).toContain('基本支出.30101');
    expect(basic?.disclosed).toBeGreaterThan(0);
    expect(report.tables.find(({ key }) => key === 'three-public')?.undisclosed).toEqual([]);
  });
});
