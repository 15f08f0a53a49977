import { isExact, sameUnit } from '../equations/beside.ts';
import { leading } from '../leading.ts';
import { intervalOf, isBelow, sum } from '../interval.ts';
import { textBetween, placedIn, type Placed } from './placed.ts';
import { shown, type Relation } from './relation.ts';
import type { Sentence } from '../sentence.ts';

/** A grade, by its word or by the marks that it takes. */
const GRADE =
  /[“"'](?:优秀?|良好?|中等?|差|合格|不合格|[A-DＡ-Ｄ])[”"']|(?:优秀?|良好?|中等?|较?差|合格|不合格|一般|[A-D])(?:等次|等级|级|档)?(?:的|有|为|项目)?$|^(?:为)?(?:优秀?|良好?|中等?|差|[A-D]级)|\d分(?:及)?(?:以上|以下)|\d(?:至|-|—|～|~)\d+分/u;
const FEWEST = 2;

/** 23 个项目中，优 18 个、良 5 个、中 2 个: grades do not make more than there is. */
export function gradeRelations(sentence: Sentence): readonly Relation[] {
  const all = placedIn(sentence);
  const graded = all.map((one) => isGraded(one));
  return all.flatMap((first, at) => {
    if (!graded[at] || graded[at - 1]) return [];
    const behind = all.slice(at);
    const own = behind.filter(({ mention }) => sameUnit(mention, first.mention));
    const row = leading(own, isGraded);
    const whole = all.slice(0, at).findLast((one) => sameUnit(one.mention, first.mention));
    if (
      whole === undefined ||
      row.length < FEWEST ||
      areRepeated(row) ||
      row.some((one) => isMore(one, whole)) ||
      ![whole, ...row].every(isExact)
    )
      return [];
    const last = row.at(-1) ?? first;
    return textBetween(whole.mention, last.mention, sentence).includes('；') ? [] : ofRow(whole, row, last);
  });
}

/** 自评优 18 个，抽评优 15 个: of two evaluations. */
function areRepeated(row: readonly Placed[]): boolean {
  const grades = row.map(({ clause }) =>
    GRADE.exec(clause)?.[0].replace(/[“”"']|(?:等次|等级|级|档)?(?:的|有|为|项目)?$/gu, ''),
  );
  return new Set(grades).size < grades.length;
}

function isMore({ mention: a }: Placed, { mention: b }: Placed): boolean {
  return a.quantity.value.gt(b.quantity.value);
}

function isGraded({ clause, mention }: Placed): boolean {
  return mention.quantity.kind === 'count' && mention.quantity.unit !== '分' && GRADE.test(clause);
}

function ofRow(whole: Placed, row: readonly Placed[], last: Placed): readonly Relation[] {
  const members = row.map(({ mention }) => mention.quantity);
  const all = sum(members.map(intervalOf));
  const total = whole.mention.quantity;
  if (!isBelow(intervalOf(total), all)) return [];
  const problem = `${members.map(({ text }) => text).join(' ＋ ')} ＝ ${shown(all, total.unit)}，比全部 ${total.text} 还多`;
  return [{ members: [total, ...members], result: last.mention.quantity, holds: false, problem }];
}
