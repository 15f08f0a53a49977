import { formatExact } from '../../../accounts/decimal.ts';
import { exactOf, type Figure } from '../../../figures/figure.ts';
import type { Registry } from '../../../figures/registry.ts';
import { isToldOfAnother } from '../../../sentences/other-bodies.ts';
import { error, warning, type Diagnostic } from '../../../source/diagnostic.ts';
import { placeOfKey } from '../../../source/yaml.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { placeOfFigure } from '../../figure-places.ts';
import { clauseOf } from '../../words/around-hit.ts';
import { corpusOf, placeOfHit, type TextHit } from '../../words/booklet-texts.ts';

/** What a statement of emptiness may name, longest first, and the figures that must then be zero. */
const NAMED: readonly (readonly [name: string, id: string])[] = [
  ['公务用车购置及运行维护费', '三公经费.决算数.公务用车购置及运行维护费'],
  ['公务用车运行维护费', '三公经费.决算数.公务用车运行维护费'],
  ['公务用车运行费', '三公经费.决算数.公务用车运行维护费'],
  ['公务用车购置费', '三公经费.决算数.公务用车购置费'],
  ['因公出国（境）费', '三公经费.决算数.因公出国（境）费'],
  ['公务接待费', '三公经费.决算数.公务接待费'],
  ['公务接待', '三公经费.决算数.公务接待费'],
  ['购置公务用车', '三公经费.公务用车购置数'],
  ['“三公”经费', '三公经费.决算数.合计'],
  ...['政府性基金', '国有资本经营'].flatMap((fund) =>
    ['预算财政拨款', '预算拨款', '预算收入支出', '预算收支', '预算支出', ''].map(
      (form) => [`${fund}${form}`, `支出.${fund}预算.合计`] as const,
    ),
  ),
  ['上级补助收入', '收入.上级补助收入'],
  ['事业收入', '收入.事业收入'],
  ['经营收入', '收入.经营收入'],
  ['附属单位上缴收入', '收入.附属单位上缴收入'],
  ['政府采购', '政府采购.总额'],
  ['公务用车', '三公经费.公务用车保有量'],
];
const IDS = new Map(NAMED);
/** What makes another thing of a name: 公务用车购置计划, 政府采购工程, 公务接待费预算. */
const OTHER_THING =
  '(?!(?:支出)?(?:年初|全年)?(?:预算|计划|购置|运行|更新|租赁|编制|改革|货物|工程|服务|项目|任务))';
const NOTHING = new RegExp(
  `(?:(?:无|没有|未发生|未产生|未安排|不涉及)(?:使用|安排|发生)?|未(?=购置))(${NAMED.map(([name]) => name).join('|')})${OTHER_THING}`,
  'gu',
);
/** 无此项支出, 没有支出: nothing of what the text is about. */
const NOTHING_OF_IT =
  /(?:无|没有|未发生|未产生)(?:此项|该项|此类|这项|本项|相关)(?:支出|费用|经费|收入|业务)?/gu;
const OTHER_YEAR = /上年|去年|以前|往年|上一年|原/u;

/** What there is cannot be said not to be. */
export const nothingBesideAmount: Check = {
  rule: 'nothing-beside-amount',
  numbers: ['R60'],
  source: '有数的不说没有，没有的不说开支内容',
  summary: '文字说没有的，账目中应为 0；账目中为 0 的，不应写开支内容',
  run: (subject) => {
    const corpus = corpusOf(subject);
    return [
      ...corpus
        .hits(NOTHING, 'narrative')
        .flatMap((hit) => contradiction(hit, IDS.get(hit.match[1] ?? '') ?? '', subject.figures)),
      ...corpus
        .hits(NOTHING_OF_IT, 'narrative')
        .filter(speaksOfItsFigure)
        .flatMap((hit) => contradiction(hit, subjectOf(hit), subject.figures)),
      ...idleContents(subject),
    ];
  },
};

/** 上年发放抚恤金，本年无此项支出 speaks of what the clause before names. */
function speaksOfItsFigure({ source, offset }: TextHit): boolean {
  return !/[，。；、]/u.test(source.text.slice(0, offset));
}

/** The figure that a text of the narrative is about. */
function subjectOf({ source: { path } }: TextHit): string {
  const [section, key] = path.map(String);
  if (section === '原因') return key?.replace(/\.预决算差异率$/u, '') ?? '';
  return section === '开支内容' ? `三公经费.决算数.${key ?? ''}` : '';
}

function contradiction(hit: TextHit, id: string, figures: Registry): readonly Diagnostic[] {
  const figure = figures.find(id);
  if (figure === undefined || !hasAmount(figure) || OTHER_YEAR.test(clauseOf(hit))) return [];
  if (isToldOfAnother(hit.source.text, hit.offset)) return [];
  const amount = exactOf(figure);
  const shown = amount === undefined ? '' : `${formatExact(amount)}${figure.unit}`;
  const message = `文字中写“${hit.match[0]}”，“${figure.label}”却有 ${shown}；请核对其一`;
  const other = placeOfFigure(figure, figures);
  const related = other === undefined ? [] : [{ message: `“${figure.label}”在这里`, place: other }];
  return [error('nothing-beside-amount', message, placeOfHit(hit), related)];
}

/** What money was spent on is told only where some was. */
function idleContents({ year, figures }: CheckSubject): readonly Diagnostic[] {
  const { document, value } = year.narrative;
  return Object.entries(value.spentOn).flatMap(([name, text]) => {
    const figure = figures.find(`三公经费.决算数.${name}`);
    if (figure === undefined || exactOf(figure)?.isZero() !== true || /无|没有|未发生|未安排/u.test(text))
      return [];
    const message = `“${name}”决算数为 0，却写了开支内容；请删去，或核对决算数`;
    return [warning('nothing-beside-amount', message, placeOfKey(document, ['开支内容', name]))];
  });
}

function hasAmount(figure: Figure): boolean {
  return exactOf(figure)?.isZero() === false;
}
