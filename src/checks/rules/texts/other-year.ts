import { error, warning, type Diagnostic } from '../../../source/diagnostic.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { tellsLastYearsAmount } from '../../words/last-years-amount.ts';
import { clauseOf, sentenceOf } from '../../words/around-hit.ts';
import { corpusOf, placeOfHit, type TextHit } from '../../words/booklet-texts.ts';

const YEAR = /(?<!\d)(\d{4}|[一二][〇○零九][〇○零一二三四五六七八九]{2})\s*年(度)?/gu;
/** 二〇二三: each character by its value. */
const NUMERALS = '〇一二三四五六七八九';
const CLOSING_DATE = /^\s*12\s*月\s*31\s*日/u;
const YEAR_END = /^(?:底|末|年末|年底|12月底)/u;
/** Not 到 and 至, which look ahead: 合同期至2025年12月31日. */
const UNTIL = /(?:截至|截止到?)\s*$/u;
/** Another year is compared with: 与2023年度相比, 同2022年比, 较2022年度, 以2022年为基数. */
const COMPARED =
  /[较比]\s*\d{4}|[与和同跟]\s*\d{4}\s*年度?[^，。；]{0,14}(?:比|持平|一致|相当|相同|差异|相符|相等|衔接|吻合|对应|勾稽)|\d{4}\s*年度?(?:决算|同期|全年|的?数)*(?:相比|对比|比较|相较|基数|基期|为基)/u;
/** Last year's closing figures are this year's opening ones. */
const CLOSING_FIGURES = /\d{4}\s*年度?[^，。；]{0,10}(?:年末|期末|末)/u;
const OPENING_FIGURES = /年初|期初/u;
/** Another year is meant: money carried over, a span of years, a document. */
const MEANT =
  /结转|结余|上年|去年|上一年|以前年度|历年|跨年|往年|追溯|补缴|补发|续|一期|二期|期间|[—–~～-]\s*\d{4}|\d{4}\s*年?\s*[—–~～-]|《[^》]*\d{4}|〔\d{4}〕|\[\d{4}\]|印发|通知|文件|规划|计划|方案/u;
/** What that year did is what is spoken of: 2022年度采购的终端, 2022年招录的公务员, 未执行完的项目. */
const DONE_THEN =
  /\d{4}\s*年度?(?:[^，。；]{0,12}(?:立项|启动|实施|采购|购置|购买|购入|签订|签约|开工|动工|建成|建设|新建|改造|完工|竣工|安排|下达|批复|申报|招标|中标|租赁|租用|形成|发生|交付|招录|招聘|录用|考录|调入|入职|退休|停办|取消|暂停|推迟|延期|欠付|拖欠|开展|承接|入库|印制|投放|布设|部署|上线|出台|制定|修订)|[^，。；]{0,6}(?:未|没有)[^，。；]{1,8})的/u;
/** What of that year is only settled, looked at or told of in this one. */
const SETTLED =
  /尾款|余款|欠款|质保金|保证金|应付|审计|巡[察视]|考核|检查|评审|复核|验收|整改|表彰|通报|评比|评选|考评|获|奖|绩效评价|决算公开|决算批复|年报/u;
/** A later clause turns to the booklet's own year: 2022年活动停办，本年恢复. */
const TO_THIS_YEAR = /[，,](?:而|但)?(?:本年|今年|当年)/gu;
/** The text that tells what was done, and no plans. */
const RESULTS = '实际完成情况';
/** How far plans look ahead. */
const HORIZON = 30;

/** A text is about the booklet's year: last year's year in it is usually last year's text. */
export const otherYear: Check = {
  rule: 'other-year',
  numbers: [],
  source: '公布的是本年度的决算',
  summary: '文字中的截止日期、年度应是本年度的',
  run: (subject) =>
    corpusOf(subject)
      .hits(YEAR, 'narrative', 'goal', 'entry')
      .flatMap((hit) => checkYear(hit, subject)),
};

function checkYear(hit: TextHit, { year: { year }, figures }: CheckSubject): readonly Diagnostic[] {
  const written = yearOf(hit.match[1] ?? '');
  if (written === year) return [];
  const { text } = hit.source;
  const after = text.slice(hit.offset + hit.match[0].length, hit.offset + hit.match[0].length + 12);
  const until = UNTIL.test(text.slice(Math.max(hit.offset - 8, 0), hit.offset));
  if (CLOSING_DATE.test(after) && until) {
    const message = `截止日期为 ${written}年12月31日，应为 ${year}年12月31日（本年度决算）；请改正`;
    return [error('other-year', message, placeOfHit(hit))];
  }
  const problem = problemOf(hit, written, year, until && YEAR_END.test(after));
  const isMeant = (): boolean => written === year - 1 && tellsLastYearsAmount(clauseOf(hit), figures);
  return problem === undefined || isMeant() ? [] : [warning('other-year', problem, placeOfHit(hit))];
}

function yearOf(words: string): number {
  const digits = [...words.replaceAll(/[○零]/gu, '〇')].map((one) => {
    const value = NUMERALS.indexOf(one);
    return value < 0 ? one : value;
  });
  return Number(digits.join(''));
}

function problemOf(hit: TextHit, written: number, year: number, yearEnd: boolean): string | undefined {
  const shown = `文字中有“${hit.match[0]}”，本册是 ${year} 年度的决算`;
  if (written > year + HORIZON || written < 1900 || isTransposed(written, year))
    return `${shown}；请核对年份`;
  if (yearEnd && !wholeSentenceOf(hit).includes(String(year)))
    return `${shown}，截止日期应为 ${year}年底；请核对`;
  if (written > year && opens(hit) && hit.source.key === RESULTS)
    return `${shown}，这里写的是已经完成的情况；请核对年份`;
  return written === year - 1 && isLastYearsText(hit, year)
    ? `${shown}；是否沿用了上年的文字，请核对`
    : undefined;
}

/** Nothing around last year's number says that last year is meant. */
function isLastYearsText(hit: TextHit, year: number): boolean {
  if (hit.match[2] !== '度' && !opens(hit)) return false;
  const clause = clauseOf(hit);
  if (MEANT.test(clause) || COMPARED.test(clause) || isInTitle(hit)) return false;
  if (DONE_THEN.test(clause) || SETTLED.test(clause)) return false;
  // A sentence that names both years compares them.
  const sentence = sentenceOf(hit);
  if (CLOSING_FIGURES.test(clause) && OPENING_FIGURES.test(sentence)) return false;
  return !wholeSentenceOf(hit).includes(String(year)) && !turnsToThisYear(sentence);
}

/** From one full stop to the next, semicolons or not: 2022年度为 91.4%；2023年度为 93.1%. */
function wholeSentenceOf({ source: { text }, offset }: TextHit): string {
  const from = Math.max(text.lastIndexOf('。', offset), text.lastIndexOf('\n', offset)) + 1;
  return /^[^。\n]*/u.exec(text.slice(from))?.[0] ?? '';
}

function turnsToThisYear(sentence: string): boolean {
  const last = [...sentence.matchAll(TO_THIS_YEAR)].at(-1);
  return last !== undefined && /\d{4}\s*年/u.test(sentence.slice(0, last.index));
}

/** 2023年，大厅运行平稳: what the sentence is about. */
function opens(hit: TextHit): boolean {
  return sentenceOf(hit).trimStart().startsWith(hit.match[0]);
}

/** 2032 for 2023. */
function isTransposed(written: number, year: number): boolean {
  return written > year && [...String(written)].sort().join('') === [...String(year)].sort().join('');
}

/** Inside the title of a document, whose year is its own. */
function isInTitle({ source: { text }, offset }: TextHit): boolean {
  const before = text.slice(Math.max(offset - 60, 0), offset);
  return (
    before.lastIndexOf('《') > before.lastIndexOf('》') || before.lastIndexOf('〔') > before.lastIndexOf('〕')
  );
}
