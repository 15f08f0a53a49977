import { bareName, isGeneric } from './names.ts';
import type { Item } from './sentence.ts';
import { TURNS_TO_ELSE } from './split.ts';

/** How a list begins. */
export interface Opening {
  /** The words say that nothing is left out. */
  readonly complete: boolean;
  /** The words say that what follows is a part: 其中. */
  readonly among?: boolean;
  /** The whole that was divided before is divided anew: 按级别分，…；按学段分，…. */
  readonly again?: boolean;
  /** 政府采购支出中，: the whole, where it has no number of its own. */
  readonly name?: string;
}

const AMONG = /其中(?![有的])|其中有/u;
/** Not 30 万元用于培训，其余 70 万元…, which is beside it. */
const ENUMERATION =
  /^[，：（\s]*(?:具体|主要)?(包括|包含|分为|分别为|分别是|即(?![在比较与多少增减降升下])|用于|主要用于)(?![^，。；]*，(?:其余|另|剩余))[：\s]*(?=[^\d\s])/u;
const COMPLETE = /^(?:分|即)/u;
/** ，由土建 45.20 万元、装饰 28.90 万元构成. */
const COMPOSED = /^[，：]由(?!上年|去年|年初|原|此前|以往|过去|前)[\p{Script=Han}]{2,12}$/u;
/** 50.00 万元按县区分配：东城…. */
const COLON =
  /^\s*(?:(?:，?按|分|由|主要|，?具体|分别|其中)[^，。；：]{0,12})?：\s*\S|^[\p{Script=Han}]{0,14}(?:结果|等级|等次|构成|分布|情况)(?:分别)?(?:为|是|如下)?：\s*\S/u;
/** （含服务器 15.60 万元、交换机 7.20 万元）: parts of what stands before the bracket. */
const HELD = /^[^，。；：]{0,6}（(?:含|包括|内含|包含)(?!税)[^\d\s，。；：）]{2,16}$/u;
/** 90 人，按年龄分，35 岁以下…. */
const DIVIDED = /^[，：]?按[^，。；：]{1,8}(?:分|划分|看|统计)，/u;
const BRACKET =
  /^[^，。；：]{0,6}（(?!含|其中|包括|不含|占|约|即|单价|详见|同比|比|较|与|增|减|上年|去年|环比|折|人均|每|完成|满分|总分|分值|权重|计提|扣|减|剔除|超)(?=[^\d\s])[^）]*$/u;
/** 39 个市直部门中，38 个…. */
const OF_THESE =
  /^(?:[^，。；：、中里]|中(?=[心小标央级等学国介期药医型共])){0,14}(?:里|中(?![心小标央级等学国介期药医型共]))/u;
/** 首批 26.00 万元、第二批 28.00 万元. */
const FIRST = /(?:^|[，：、（])(?:其中)?(?:首|第一|一)(?:期|批|笔|次|档|季度|阶段)[^，。；：、]{0,6}$/u;
/** Without an amount: 政府采购支出中，货物…, 一般公共预算基本支出中公用经费…. */
const NAMED =
  /^(?:.{0,40}[，：])?([^，。；：、]{2,30}?(?:支出|收入|经费|总额|资金|合计|费用?|项目|人员|车辆|接待|采购)(?:决算数?)?)(?:当)?中[，：]?(?=[^\d\s国])/u;

/** How the words before a number open a list, if they do. */
export function opening(words: string, current: Item | undefined, ahead: string): Opening | undefined {
  const lead = words.split(TURNS_TO_ELSE).at(-1) ?? words;
  if (current?.list !== undefined && lead !== words && DIVIDED.test(lead))
    return { complete: false, again: true };
  if (current === undefined && OF_BEFORE.test(lead)) return { complete: false, among: true };
  const isTurned = lead !== words;
  if (AMONG.test(lead)) return amongOpening(lead, current);
  return current === undefined || isTurned ? named(lead) : behindWhole(lead, current, ahead);
}

/** 上述项目中，…: of what the sentence before told. */
const OF_BEFORE = /^\s*(?:上述|以上|这些)[^，。；：、\d]{0,10}[中里](?!心|学|小)[^。；]*$/u;

function amongOpening(lead: string, current: Item | undefined): Opening | undefined {
  return current === undefined && !/^\s*其中/u.test(lead) ? named(lead) : { complete: false, among: true };
}

/** How the words between a whole and a number open a list of it. */
function behindWhole(lead: string, current: Item, ahead: string): Opening | undefined {
  const enumeration = ENUMERATION.exec(lead)?.[1];
  if (enumeration !== undefined) return { complete: COMPLETE.test(enumeration) };
  if (claimsAll(lead, ahead)) return { complete: true };
  const open = [HELD, DIVIDED, COLON].some((pattern) => pattern.test(lead));
  if (isAmongCounted(lead, current)) return { complete: false, among: true };
  return open ? { complete: false } : named(lead);
}

function claimsAll(lead: string, ahead: string): boolean {
  if (FIRST.test(lead) || BRACKET.test(lead)) return true;
  return COMPOSED.test(lead) && /^[^。；]*(?:构成|组成)/u.test(ahead);
}

/** 39 个市直部门中，38 个…. */
function isAmongCounted(lead: string, { mentions }: Item): boolean {
  const kind = mentions.at(-1)?.quantity.kind;
  const isMark = mentions.at(-1)?.quantity.unit === '分';
  return kind === 'count'
    ? !isMark && OF_THESE.test(lead)
    : kind === 'money' && /^(?:当|之)?中，/u.test(lead);
}

function named(lead: string): Opening | undefined {
  const name = bareName(NAMED.exec(lead)?.[1] ?? '');
  return name === '' || isGeneric(name) ? undefined : { complete: false, name };
}
