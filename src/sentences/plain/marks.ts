import { isExact } from '../equations/beside.ts';
import { exactly } from '../equations/equation.ts';
import { minus, overlaps, sum } from '../interval.ts';
import { placedIn, type Placed } from '../relations/placed.ts';
import { shown, type Relation } from '../relations/relation.ts';
import type { Sentence } from '../sentence.ts';
import { textOf, toldIn, wrong } from './slip.ts';

const WEIGHTS = /权重(?:分别|分值|设置|分配)*(?:为|是)?：?$/u;
const FULL = /^，?(?:满分|总分|合计)(?:为|共)?$/u;
const OWN = /(?:自评|得分|评分|总分|最终)(?:得分|为)?$/u;
const LOST = /扣$/u;
const REST = /^，?(?:）)?，?(?:其余|其他)(?:指标|各项)?扣$/u;

/** Weights and the full marks that they make; marks that were lost and what they leave of a hundred. */
export function plainMarks(sentence: Sentence): readonly Relation[] {
  const marks = placedIn(sentence).filter((one) => one.mention.quantity.unit === '分' && isExact(one));
  return [...ofWeights(marks, sentence), ...ofLosses(marks)];
}

/** 权重为：预算执行 10 分、产出 50 分…，满分 100 分. */
function ofWeights(marks: readonly Placed[], { text, from }: Sentence): readonly Relation[] {
  const full = marks.at(-1);
  const parts = marks.slice(0, -1);
  const [first] = parts;
  if (full === undefined || first === undefined || !FULL.test(full.lead) || parts.length < 2) return [];
  const before = text.slice(0, first.mention.quantity.from - from);
  const opening = before.slice(0, Math.max(before.lastIndexOf('：'), before.lastIndexOf('为')) + 1);
  const isRow = parts.slice(1).every(({ lead }) => /^[、，和及]/u.test(lead));
  const made = sum(parts.map(toldIn));
  if (!WEIGHTS.test(opening) || !isRow || overlaps(made, toldIn(full))) return [];
  const problem = `${parts.map(textOf).join(' ＋ ')} ＝ ${shown(made, '分')}，与满分 ${textOf(full)} 不符`;
  return [wrong([...parts, full], problem)];
}

/** 自评 88.6 分，…扣 3.2 分…扣 4.7 分，其余扣 3.5 分. */
function ofLosses(marks: readonly Placed[]): readonly Relation[] {
  const [own] = marks;
  const lost = marks.filter(({ clause }) => LOST.test(clause));
  const rest = lost.at(-1);
  if (own === undefined || rest === undefined || !OWN.test(own.clause) || lost.length < 2) return [];
  if (!REST.test(rest.lead) || lost.includes(own)) return [];
  const meant = minus(exactly(100), toldIn(own));
  const made = sum(lost.map(toldIn));
  if (own.mention.quantity.value.gt(100) || overlaps(made, meant)) return [];
  const problem = `扣分 ${lost.map(textOf).join(' ＋ ')} ＝ ${shown(made, '分')}，与得分 ${textOf(own)} 不符`;
  return [wrong([own, ...lost], problem)];
}
