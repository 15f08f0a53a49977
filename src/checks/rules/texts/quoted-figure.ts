import { formatExact, ZERO } from '../../../accounts/decimal.ts';
import { exactOf, type Figure } from '../../../figures/figure.ts';
import type { Registry } from '../../../figures/registry.ts';
import { error, warning, type Diagnostic, type RelatedPlace } from '../../../source/diagnostic.ts';
import { remembered } from '../../../source/remembered.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { placeOfFigure } from '../../figure-places.ts';
import { clauseOf, corpusOf, placeOfHit, type TextHit } from '../../words/booklet-texts.ts';
import { figuresCalled, namePattern } from '../../words/figure-names.ts';
import { figureUnitOf, isPrintIn, readWritten, type Written } from '../../written-number.ts';

/** A number with the unit of a figure. */
const AMOUNT = String.raw`(\d[\d,]*(?:\.\d+)?)\s*(万元|元|人次|人|个|辆|批次|平方米|台（套）)`;
/** A second count of the same thing: 33批次、276人次. */
const COUNT = String.raw`(\d+)\s*(人次)`;
/** A figure by its name, at the beginning of a clause or after what only says whose and when. */
const QUOTED = new RegExp(
  `(?<=^|[，。；：、（\\n]|其中：?|全年|本年度?|年度|年末|年底|期末|\\d日|我?单位|我局|现有|共有)(${namePattern})(?:决算数?|支出|收入|数|分别|为|是|共计|合计|总计|累计|共|达到?|：|:)*\\s*${AMOUNT}(?:[、，和]${COUNT})?`,
  'gu',
);
/** Words by which the clause speaks of another year, a budget or a change. */
const OTHER =
  /上年|去年|以前|往年|预算(?!总额|数|财政|绩效|评价)|计划|目标|预期|增加|减少|增长|下降|同比|[较比]|其中有/u;

/** Where texts quote figures by their names, in the narrative and the goals; each quotation is judged here alone. */
export const quotations = remembered((subject: CheckSubject): readonly TextHit[] =>
  corpusOf(subject)
    .hits(QUOTED, 'narrative', 'goal')
    .filter((hit) => !OTHER.test(clauseOf(hit))),
);

/** A figure that a text quotes is the figure of the accounts. */
export const quotedFigure: Check = {
  rule: 'quoted-figure',
  numbers: ['R62', 'R76'],
  source: '文字与报表的同一个数一致',
  summary: '文字中引用的数应与账目相同',
  run: (subject) => quotations(subject).flatMap((hit) => checkHit(hit, subject)),
};

function checkHit(hit: TextHit, subject: CheckSubject): readonly Diagnostic[] {
  const [, name = '', digits = '', unit = '', second, secondUnit = ''] = hit.match;
  return [
    ...checkQuote(hit, { name, digits, unit }, subject),
    ...(second === undefined ? [] : checkQuote(hit, { name, digits: second, unit: secondUnit }, subject)),
  ];
}

interface Quote {
  readonly name: string;
  readonly digits: string;
  readonly unit: string;
}

function checkQuote(
  hit: TextHit,
  { name, digits, unit }: Quote,
  { year, figures }: CheckSubject,
): readonly Diagnostic[] {
  // 在职人员12万元 is another figure.
  const wanted = figureUnitOf(unit);
  const candidates = figuresCalled(name, figures).filter((figure) => figure.unit === wanted);
  const number = readWritten(digits);
  const [first] = candidates;
  if (first === undefined || candidates.some((figure) => isQuotedAs(figure, number, unit))) return [];
  const slip = unit === '元' && candidates.some((figure) => isQuotedAs(figure, number, '万元'));
  const advice = slip ? '请把“元”改成“万元”' : '请核对文字和账目';
  const expected = `${formatExact(exactOf(first) ?? ZERO)}${first.unit}（账目的“${first.label}”）`;
  const message = `文字中“${name}”为 ${digits}${unit}，应为 ${expected}；${advice}`;
  const report = hit.source.document === year.narrative.document ? error : warning;
  return [report('quoted-figure', message, placeOfHit(hit), where(first, figures))];
}

function where(figure: Figure, figures: Registry): readonly RelatedPlace[] {
  const place = placeOfFigure(figure, figures);
  return place === undefined ? [] : [{ message: `“${figure.label}”在这里`, place }];
}

/** Whether the number is the figure, rounded as it is written; an undisclosed figure may be anything. */
function isQuotedAs({ value }: Figure, number: Written, unit: string): boolean {
  return value.state !== 'known' || isPrintIn(unit, number, value);
}
