import { describe, expect, it } from 'vitest';
import { stageTable } from '../../src/cli/build/stage-table.ts';
import { UnitsTold } from '../../src/cli/build/units-told.ts';
import { jobsFor } from '../../src/cli/build/in-processes.ts';
import { StageTimes } from '../../src/outputs/report/stage-times.ts';

describe('what a build tells of itself', () => {
  it('how many units all its processes have done, and how many of them were known', () => {
    const told = new UnitsTold(7);
    expect(told.after('part-1', { done: 1, cached: 0, all: 4 })).toBe('单位 1/7');
    expect(told.after('part-2', { done: 1, cached: 1, all: 3 })).toBe('单位 2/7，1 个没有变化');
    expect(told.after('part-2', { done: 2, cached: 2, all: 3 })).toBe('单位 3/7，2 个没有变化');
  });

  it('which stages took most, and what share', () => {
    expect(stageTable({ browser: 7.5, pages: 2.46, cache: 0.04 })).toEqual([
      '处理器用时共 10.0 秒：',
      '      7.5 秒  75%  浏览器排版、打印',
      '      2.5 秒  25%  网页',
    ]);
    expect(stageTable({ cache: 0.04 })).toEqual([]);
  });

  it('what is counted for a booklet counts for its unit, too', () => {
    const unit = new StageTimes();
    unit.part('2023').add('pdf', 1);
    unit.part('2024').add('pdf', 2);
    unit.part('2023').add('data', 0.5);
    unit.add('compile', 4);
    expect([unit.part('2023').totals(), unit.totals()]).toEqual([
      { pdf: 1, data: 0.5 },
      { compile: 4, pdf: 3, data: 0.5 },
    ]);
  });
});

it('no process is started that has no unit to make, and fewer booklets are worth one if they have PDFs', () => {
  const jobs = (units: number, booklets: number, pdf: boolean): number =>
    jobsFor(undefined, { units, booklets, pdf });
  expect([jobs(1, 500, true), jobs(0, 0, true), jobs(4, 12, false)]).toEqual([1, 1, 1]);
  expect(jobs(4, 12, true)).toBe(jobs(40, 60, false));
});
