import { Exact } from '../../accounts/decimal.ts';
import { exactly } from '../equations/equation.ts';
import { stretchesOf } from '../equations/beside.ts';
import { intervalOf, meantBy, sum, times, type Interval } from '../interval.ts';
import type { Mention, Sentence } from '../sentence.ts';
import type { Placed } from './placed.ts';
import { relation, shown, type Relation } from './relation.ts';

const WEIGHTED = /权重|加权|折算|(?:各|分别|按)占|（占|占\d[\d.]*%[、，和][^，。；\d]{1,8}占\d/u;
const RESULT = /综合|加权|总分|总评|总得分|最终|结果|合计|折算后|得分/u;
const HUNDRED = new Exact(100);
const FEWEST = 2;

interface Row {
  readonly marks: readonly Placed[];
  readonly weights: readonly Placed[];
}

/** 内部评分 92 分（权重 40%）和群众评分 95 分（权重 60%）加权，结果 93.8 分: marks, what each of them counts, and what they make. */
export function weightRelations(sentence: Sentence): readonly Relation[] {
  if (!WEIGHTED.test(sentence.text)) return [];
  return stretchesOf(sentence).flatMap((all) => {
    const own = all.filter(({ mention: { quantity } }) => quantity.unit === '分' || quantity.unit === '%');
    const result = own.at(-1);
    if (result?.mention.quantity.unit !== '分' || !RESULT.test(result.clause)) return [];
    const row = rowIn(own.slice(0, -1));
    return row === undefined ? [] : [ofRow(row, result.mention)];
  });
}

/** As many marks as weights that make a hundred: each behind the other, or all of the one and then all of the other. */
function rowIn(own: readonly Placed[]): Row | undefined {
  const marks = own.filter(({ mention }) => mention.quantity.unit === '分');
  const weights = own.filter(({ mention }) => mention.quantity.unit === '%');
  if (marks.length < FEWEST || marks.length !== weights.length) return undefined;
  const total = weights.reduce((all, { mention }) => all.plus(mention.quantity.value), new Exact(0));
  const kinds = own.map(({ mention }) => mention.quantity.unit);
  const [first] = kinds;
  const isAlternating = kinds.every((kind, at) => kind === kinds[at % 2]);
  const isInTwo = kinds.every((kind, at) => (kind === first) === at < marks.length);
  return total.eq(HUNDRED) && (isAlternating || isInTwo) ? { marks, weights } : undefined;
}

function ofRow({ marks, weights }: Row, result: Mention): Relation {
  const outcome = sum(
    marks.map(({ mention }, at) => times(intervalOf(mention.quantity), fraction(weights[at]))),
  );
  const members = [...marks, ...weights].map(({ mention }) => mention);
  const formula = marks
    .map(({ mention: { quantity } }, at) => `${quantity.text} × ${weights[at]?.mention.quantity.text ?? ''}`)
    .join(' ＋ ');
  const problem = `${formula} ＝ ${shown(outcome, '分')}，文中写 ${result.quantity.text}`;
  return relation([...members, result], result, meantBy(result.quantity), [outcome], problem);
}

function fraction(weight: Placed | undefined): Interval {
  return exactly((weight?.mention.quantity.value ?? HUNDRED).div(HUNDRED));
}
