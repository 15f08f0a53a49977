import { expect, it } from 'vitest';
import { Exact } from '../../../src/accounts/decimal.ts';
import { gradesInBrief } from '../../../src/site/answers/grades-in-brief.ts';
import type { Assessed } from '../../../src/site/answers/performance.ts';

const GRADES = { 优: 90, 良: 80, 中: 60 } as const;

/** A project with a grade, or without one. */
function project(name?: keyof typeof GRADES): Assessed {
  const grade = name && { name, from: new Exact(GRADES[name]) };
  const unsaid = { score: undefined, form: undefined, link: undefined };
  return {
    key: 'p',
    name: '示例项目',
    grade,
    money: [],
    missed: [],
    execution: [],
    measured: true,
    ...unsaid,
  };
}

it('says how many projects have which grade, the best first, and how many have none', () => {
  expect(gradesInBrief([project('中'), project('优'), project('优'), project()])).toBe(
    '“优”（90分及以上）2个，“中”（60分及以上）1个，没有等级1个。',
  );
});

it('says so where all have the same', () => {
  expect(gradesInBrief([project('良'), project('良')])).toBe('全部2个项目都是“良”（80分及以上）。');
  expect(gradesInBrief([project('良'), project()])).toBe('“良”（80分及以上）1个，没有等级1个。');
});

it('says nothing where no project has a grade', () => {
  expect(gradesInBrief([])).toBe('');
  expect(gradesInBrief([project()])).toBe('');
});
