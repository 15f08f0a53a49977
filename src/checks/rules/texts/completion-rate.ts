import { Exact, formatFixed } from '../../../accounts/decimal.ts';
import type { Registry } from '../../../figures/registry.ts';
import { isNonZero, isZero, type Value } from '../../../figures/value.ts';
import { outturnOf, varianceOf } from '../../../figures/variance.ts';
import { error, type Diagnostic } from '../../../source/diagnostic.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { relatedFigure } from '../../figure-places.ts';
import { clauseOf, corpusOf, placeOfHit, type TextHit } from '../../words/booklet-texts.ts';
import { FIGURE_NAMES } from '../../words/figure-names.ts';
import { isPrintOf, readWritten } from '../../written-number.ts';

/** 完成年初预算的95.89%, 预算完成率100%. */
const COMPLETED =
  /(?:完成(?:了|当年|本年)?(?:年初|全年|调整后?的?)?预算(?:数|的)?|预算完成率)(?:的|为|是|达到?|：)?\s*(\d{1,4}(?:\.\d{1,2})?)\s*[%％]/gu;
const OTHER_YEAR = /上年|去年|以前/u;
const HUNDRED = new Exact(100);

/** What a text says of how far a budget was used follows from the two amounts; on no budget there is no such rate. */
export const completionRate: Check = {
  rule: 'completion-rate',
  numbers: ['R62', 'R65', 'R66'],
  source: '预算完成率 = 决算数 ÷ 预算数 = 100% + 预决算差异率',
  summary: '文字中的预算完成率应与决算数、预算数相符；预算为 0 时没有完成率',
  run: (subject) =>
    corpusOf(subject)
      .hits(COMPLETED, 'narrative')
      .filter((hit) => !OTHER_YEAR.test(clauseOf(hit)))
      .flatMap((hit) => checkRate(hit, subject)),
};

function checkRate(hit: TextHit, { figures }: CheckSubject): readonly Diagnostic[] {
  const id = figureOf(hit, figures);
  const rate = id === undefined ? undefined : figures.find(varianceOf(id));
  if (id === undefined || rate === undefined) return [];
  const outturn = figures.get(id);
  const [written, digits = ''] = hit.match;
  const related = relatedFigure(`“${outturn.label}”在这里`, outturn, figures);
  const report = (problem: string): readonly Diagnostic[] => [
    error('completion-rate', `文字中写“${written}”，${problem}；请核对`, placeOfHit(hit), related),
  ];
  if (hasNoBase(figures, rate.id, outturn.value)) return report('预算数为 0，没有完成率（R65）');
  if (rate.value.state !== 'known') return [];
  const completed = { ...rate.value, exact: rate.value.exact.plus(HUNDRED) };
  if (isPrintOf(readWritten(digits), completed)) return [];
  return report(
    `应为 ${formatFixed(completed.exact, 2)}%（决算数 ${formatAmount(outturn.value)} ÷ 预算数，R66）`,
  );
}

/** The variance is all of the outturn: there was no budget. */
function hasNoBase(figures: Registry, rateId: string, outturn: Value): boolean {
  const difference = figures.get(`${rateId.slice(0, -1)}额`).value;
  if (difference.state !== 'known' || outturn.state !== 'known') return false;
  return isNonZero(outturn) ? difference.exact.eq(outturn.exact) : isZero(difference);
}

function formatAmount(value: Value): string {
  return value.state === 'known' ? formatFixed(value.exact, 2) : '';
}

/** The figure that a reason explains, or that the clause names. */
function figureOf(hit: TextHit, figures: Registry): string | undefined {
  const [section, key = ''] = hit.source.path.map(String);
  const explained = outturnOf(key);
  if (section === '原因' && figures.has(varianceOf(explained))) return explained;
  const clause = clauseOf(hit);
  const named = FIGURE_NAMES.filter(({ names, unit }) => {
    return unit === '万元' && names.some((name) => clause.includes(name));
  });
  const longest = named.toSorted((a, b) => lengthOf(b.names, clause) - lengthOf(a.names, clause))[0];
  return longest?.ids.find((id) => figures.has(varianceOf(id)));
}

function lengthOf(names: readonly string[], clause: string): number {
  return Math.max(...names.filter((name) => clause.includes(name)).map(({ length }) => length));
}
