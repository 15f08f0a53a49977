import type { Relation } from '../relations/relation.ts';
import { percent, sum } from '../interval.ts';
import type { Placed } from '../relations/placed.ts';
import type { Sentence } from '../sentence.ts';
import { isAmount, isExact, sameUnit, stretchesOf, wordsOf } from './beside.ts';
import { equation, toldBy, written } from './equation.ts';

const GRADES = /([优良中好]{2,3})率$/u;

/** 优秀 6 个、良好 3 个、中 1 个，优良率 90%: the grades that the name of a rate puts together. */
export function gradeEquations(sentence: Sentence): readonly Relation[] {
  return stretchesOf(sentence).flatMap((stretch) =>
    stretch.flatMap((rate, index) => {
      const grades = GRADES.exec(rate.clause)?.[1];
      if (grades === undefined || rate.mention.quantity.kind !== 'rate' || !isExact(rate)) return [];
      const before = stretch.slice(0, index).filter((one) => isAmount(one) && isExact(one));
      const [first] = before;
      const run = before.filter((one) => first !== undefined && sameUnit(one.mention, first.mention));
      const start = run.findIndex((one) => isGrade(one, grades));
      return start < 0 || start > 1 ? [] : ofGrades(rate, run.slice(start), grades);
    }),
  );
}

/** What a grade is called: 优秀, 自评为良的. */
function isGrade(one: Placed, grades: string): boolean {
  return [...grades].some((grade) => nameOf(one).includes(grade));
}

function nameOf(one: Placed): string {
  return wordsOf(one).slice(-3);
}

function ofGrades(rate: Placed, run: readonly Placed[], grades: string): readonly Relation[] {
  const own = run.filter((one) => isGrade(one, grades));
  if (own.length !== grades.length || own.length === run.length) return [];
  const [some, all] = [own, run].map((ones) => sum(ones.map(({ mention }) => toldBy(mention))));
  if (some === undefined || all === undefined) return [];
  const parts = own.map(({ mention }) => mention.quantity.text).join(' ＋ ');
  const members = run.map(({ mention }) => mention);
  const twins = own.map(({ mention }) => percent(toldBy(mention), all));
  const formula = `（${parts}）÷ ${written(members, ' ＋ ')}`;
  return [equation(rate.mention, percent(some, all), members, formula, { named: true, twins })];
}
