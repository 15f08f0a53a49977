import { beforeAll, describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../src/checks/catalogue.ts';
import { checkReport, type CheckReport } from '../../src/compile/check-report.ts';
import type { Booklet } from '../../src/compile/booklet.ts';
import type { BookletDocument } from '../../src/document/booklet-document.ts';
import { note, warning } from '../../src/source/diagnostic.ts';
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

describe('the report on a booklet', () => {
  it('names every rule that was run', () => {
    expect(report.rules.map(({ rule }) => rule)).toEqual(CATALOGUE.map(({ rule }) => rule));
  });

  it('counts what each rule found, and sets apart what was let stand', () => {
    const findings = [
      note('approved-total', '尾差', PLACE),
      warning('approved-total', '未决', PLACE),
      {
        ...warning('approved-total', '保留', PLACE),
        accepted: { reason: '理由', by: '张三', date: '2024-08-20' },
      },
    ];
    const { rules, open, accepted } = checkReport({ findings }, document);
    expect(rules.find(({ rule }) => rule === 'approved-total')).toMatchObject({ warnings: 2, notes: 1 });
    expect(open.map(({ message }) => message)).toEqual(['未决', '尾差']);
    expect(accepted.map(({ message }) => message)).toEqual(['保留']);
  });

  it('says which figures of which table are not disclosed', () => {
    expect(report.tables).toHaveLength(9);
    const basic = report.tables.find(({ key }) => key === 'basic-expenditure');
    expect(basic?.undisclosed).toContain('基本支出.30101');
    expect(basic?.disclosed).toBeGreaterThan(0);
    expect(report.tables.find(({ key }) => key === 'three-public')?.undisclosed).toEqual([]);
  });
});
