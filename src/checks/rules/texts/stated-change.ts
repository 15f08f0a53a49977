import { exactOf, type Figure } from '../../../figures/figure.ts';
import type { Registry } from '../../../figures/registry.ts';
import { error, type Diagnostic } from '../../../source/diagnostic.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { relatedFigure } from '../../figure-places.ts';
import { corpusOf, placeOfHit, type TextHit } from '../../words/booklet-texts.ts';
import { changeInWords } from '../../words/explained-change.ts';
import { figuresCalled } from '../../words/figure-names.ts';
import { figureUnitOf, isPrintIn, readWritten } from '../../written-number.ts';

/** 支出比上年增长9.59%, 收入总计较上年决算数增加629.83万元: a whole clause up to its number. */
const CHANGED =
  /(?<=^|[，。；、：\n])([^，。；、：\n]{0,24}?)(?:[较比]上年度?|[较比]去年|同比)(?:决算)?数?(?:相比)?(增加|增长|上升|减少|下降|降低)(?:了|为)?\s*(\d[\d,]*(?:\.\d+)?)\s*(万元|元|人次|人|个|辆|批次|%|％)/gu;
/** What says only whose and when. */
const OPENING = /^(?:其中|全年|本年度?|当年|\d{4}年度?|我?单位|本单位|我局|本部门)+/u;
/** In a reason, the figure that it is for. */
const ITSELF = /^(?:该项|此项|本项)?(?:总?支出|总?收入|经费|费用|决算数|合计|总额)?$/u;

/** A change that a text states is the change of the figures. */
export const statedChange: Check = {
  rule: 'stated-change',
  numbers: ['R62', 'R64'],
  source: '增减额 = 本年数 − 上年数；增减率 = 增减额 ÷ 上年数',
  summary: '文字中写的增减额、增减率应与账目相符',
  run: (subject) =>
    corpusOf(subject)
      .hits(CHANGED, 'narrative')
      .flatMap((hit) => checkHit(hit, subject)),
};

function checkHit(hit: TextHit, { figures }: CheckSubject): readonly Diagnostic[] {
  const [, , verb = '', digits = '', unit = ''] = hit.match;
  const ofRate = unit === '%' || unit === '％';
  const bases = basesOf(hit, figures).filter((base) => ofRate || base.unit === figureUnitOf(unit));
  const changes = bases.flatMap(({ id }) => figures.find(`${id}.${ofRate ? '增减率' : '增减额'}`) ?? []);
  const [base] = bases;
  const [first] = changes;
  const exact = first && exactOf(first);
  if (base === undefined || first === undefined || exact === undefined) return [];
  const down = /减少|下降|降低/u.test(verb);
  if (changes.some((change) => states(change, { digits, unit, down }))) return [];
  const message = `文字中写“${hit.match[0].trim()}”，“${base.label}”比上年${changeInWords(exact, first.unit)}；请核对`;
  return [error('stated-change', message, placeOfHit(hit), relatedFigure('本年数在这里', base, figures))];
}

/**
 * The figures that the clause begins with by name. A reason speaks of its own figure: other names in it are causes, of
 * which the accounts show another part, and without a subject it may go on about the clause before.
 */
function basesOf({ match, offset, source: { path, text } }: TextHit, figures: Registry): readonly Figure[] {
  const [, words = ''] = match;
  const subject = words.replace(OPENING, '');
  const [section, key = ''] = path.map(String);
  // 本年支出 is a name, 本年公务接待费 is none.
  if (section !== '原因') return [words, subject].flatMap((name) => figuresCalled(name, figures));
  const goesOn = subject === '' && /[，、：]$/u.test(text.slice(0, offset));
  const itself = ITSELF.test(subject) && !goesOn ? figures.find(key) : undefined;
  return itself === undefined ? [] : [itself];
}

interface Stated {
  readonly digits: string;
  readonly unit: string;
  readonly down: boolean;
}

/** Whether a change is as stated; one that is not known may be anything. */
function states({ value }: Figure, { digits, unit, down }: Stated): boolean {
  if (value.state !== 'known') return true;
  if (value.exact.isNegative() !== down) return false;
  const size = { ...value, exact: value.exact.abs() };
  return isPrintIn(unit, readWritten(digits), size);
}
