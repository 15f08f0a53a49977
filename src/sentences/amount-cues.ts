import { changeCue } from './change-cues.ts';
import { said, type Found } from './found-cue.ts';
import type { Role } from './roles.ts';

const PER_HEAD =
  /(?:人均|每人|平均每人|户均|人均成本|人均支出|人均费用|人均培训成本|人均经费)(?:支出|费用|成本|经费|培训费|培训成本|标准|培训支出)?$/u;
const LAST_AMOUNT = /(?:上年度?|去年|上一年度?)(?!末|底|结转|结余)(?:的)?[^，]{0,20}$/u;
const INITIAL =
  /年初(?:部门|支出|批复)?预算(?:安排|批复|下达|支出)?(?:数|额|金额|总额|资金)?$|年初(?:安排|批复|下达)(?:资金|经费|指标)?$/u;
const ADJUSTED =
  /(?:全年(?:的)?预算|调整后?的?(?:全年)?预算|预算调整|调整预算|全年预算安排)(?:数|额|金额|总额|资金)?$/u;
/** 一般公共预算 is a fund and no budget of something. */
const BUDGET =
  /(?:(?<!一般公共|政府性基金|国有资本经营|社会保险基金)预算|概算|估算|送审(?=$|[价额金造])|报审|标底|最高限价|限价|上限价|拦标价|控制价)(?:数|[价额]|金额|造价|总额|资金|安排数?|批复数?|控制价|安排)?$/u;
/** What a budget was cut to when it was looked through. */
const REVIEWED = /(?:审定|评审后|审核后|评定)(?:的?(?:预算|概算|造价|价|[金数]?额|数|投资))?$/u;
const IN_YEAR = /^年中|中期|^执行中|^预算执行中/u;
const CUT_BUDGET = /(?:调减|核减|压减|追减|调出|收回|划出)(?:预算|资金|经费|指标|项目资金)?$/u;
const ADDED = /(?<!^(?:合计|共计|总计))(?:追加|调增|调入|增拨|划入)(?:预算|资金|经费|指标|项目资金)?$/u;
/** 年中追加 9.50 万元、调出 2.50 万元: behind what was added. */
const ALSO =
  /^(?:年[中底末]|[上下]半年|\d{1,2}月)?(?:又|再|另|并|同时)?[\p{Script=Han}]{2}(?:预算|资金|经费|指标|项目资金)?$/u;
const OUTTURN =
  /(?<![未待尚])(?:决算|决算数|支出决算|收入决算|执行数|实际支出|实际执行|实际支付|实际使用|实际完成|支出数|成交金额|成交价|成交(?=$)|中标金额|中标价|实际采购(?:金额|支出)?|采购金额|已支付|已执行|执行|支付|支出金额|完成支出|实际发生|结算|合同金额|合同价款?|合同额|签约|中选|定标|中标)(?:[数价额]|金额|总额|总计|合计|资金|造价|款)?$/u;
/** 两项, 三类: as many parts as stand before. */
export const COUNTED_PARTS =
  '(?:[两二三四五六七八九十]|\\d{1,2})(?:个|[项类种者批方家处块部端组条笔科站区县村])';
const ALL_OF_THEM = `(?:以上|上述|[两二三四五六七八九十]年|近[两三四五]年|前?后?${COUNTED_PARTS}|各[项类]|几项|全年|全部|四个季度)`;
/** 合计, 三项共计: the words before a total of what stands before. */
export const TOTAL = new RegExp(
  `^${ALL_OF_THEM}?(?:合计|共计|总计|总共)[\\p{Script=Han}]{0,4}$|^${ALL_OF_THEM}共[\\p{Script=Han}]{0,4}$|^共$|^(?:累计|共)(?:支出|支付|投入|安排)?$`,
  'u',
);

/** 超过年度目标 3200 户: what stands before is compared with it. */
const COMPARING = /(?:比|较|与|同|和|低于|高于|超过|大于|小于|少于|多于|超出|达到|完成|占)$/u;
const BASE = /(?:由|从)(?:上年度?|去年|年初|原来|\d{4}年度?)?的?$/u;
const PLAN = /(?:年度|全年|原定|原)?(?:计划|目标|任务|控制数|预期|指标值|考核值)(?:数|值|任务|目标|要求)?$/u;

/** Patterns of the words before an amount, the first that fits. */
const SAID: readonly (readonly [Role, RegExp])[] = [
  ['base', BASE],
  ['base', PLAN],
  ['added', ADDED],
  ['perHead', PER_HEAD],
  ['initial', INITIAL],
  ['adjusted', ADJUSTED],
];
const SAID_ELSE: readonly (readonly [Role, RegExp])[] = [
  ['outturn', REVIEWED],
  ['budget', BUDGET],
  ['total', TOTAL],
  ['outturn', OUTTURN],
];

function firstSaid(words: string, patterns: readonly (readonly [Role, RegExp])[]): Found | undefined {
  for (const [role, pattern] of patterns) {
    const match = pattern.exec(words);
    if (match !== null) return said(role, words.slice(0, match.index).replace(COMPARING, ''));
  }
  return undefined;
}

export function amountCue(words: string, clause: string, lastYear: string): Found | undefined {
  return (
    inYearCue(words) ??
    changedAmount(words, clause, lastYear) ??
    gapCue(words) ??
    firstSaid(words, SAID) ??
    lastCue(words, lastYear) ??
    budgetedCue(words) ??
    firstSaid(words, SAID_ELSE)
  );
}

/** 年初预算安排财政拨款: what is budgeted is named behind the word. */
const BUDGETED = /(?<which>年初|全年)预算安排(?<name>[\p{Script=Han}（）]{3,16})$/u;

function budgetedCue(words: string): Found | undefined {
  const { which, name = '' } = BUDGETED.exec(words)?.groups ?? {};
  if (which === undefined) return undefined;
  return said(which === '年初' ? 'initial' : 'adjusted', /拨款$/u.test(name) ? `${name}支出` : name);
}

/** 低于标准 70 元, 小于预算 0.14 万元. */
const GAP =
  /(?<![未不]|没有)(?:(大于|高于|超过?|超出|多于)|小于|低于|少于|不足)(?:了)?(?:规定|年初|全年|调整后?的?)?(?:(预算数?)|标准|上限|限额|定额|要求|规定)$/u;

function gapCue(words: string): Found | undefined {
  const match = GAP.exec(words);
  if (match === null) return undefined;
  return {
    role: 'gap',
    direction: match[1] === undefined ? -1 : 1,
    comparand: match[2] === undefined ? 'other' : 'budget',
    subject: '',
  };
}

function inYearCue(words: string): Found | undefined {
  if (!IN_YEAR.test(words)) return undefined;
  return addedCue(words);
}

function addedCue(words: string): Found | undefined {
  if (CUT_BUDGET.test(words)) return { role: 'added', direction: -1, subject: '' };
  return ADDED.test(words) ? { role: 'added', direction: 1, subject: '' } : undefined;
}

/** What goes on about what was added to a budget and taken from it. */
export function alsoAdded(words: string): Found | undefined {
  return ALSO.test(words) ? addedCue(words) : undefined;
}

function changedAmount(words: string, clause: string, lastYear: string): Found | undefined {
  const change = changeCue('change', words, clause, lastYear);
  if (change === undefined || change.comparand !== undefined) return change;
  return /节约|节省|结余/u.test(words) ? savingCue(words) : change;
}

/** 节约资金 saves something of a budget, 年末结余 is a balance. */
function savingCue(words: string): Found | undefined {
  if (words.includes('结余')) return undefined;
  return {
    role: 'change',
    direction: -1,
    comparand: 'budget',
    subject: words.replace(/(?:节约|节省).*$/u, ''),
  };
}

function lastCue(words: string, lastYear: string): Found | undefined {
  const match = LAST_AMOUNT.exec(words) ?? new RegExp(`${lastYear}年度?[^，]{0,16}$`, 'u').exec(words);
  if (match === null || /结转|结余|末|底|以来|至/u.test(match[0]) || /^\d{4}年度?$/u.test(words))
    return undefined;
  const after = match[0].replace(/^(?:上年度?|去年|上一年度?|\d{4}年度?)的?/u, '');
  const before = words.slice(0, match.index).replace(/(?:比|较|与|同)$/u, '');
  return { role: 'last', direction: 0, subject: before || after };
}
