import { isAmount, isExact, stretchesOf, wordsOf } from '../equations/beside.ts';
import { intervalOf, minus, negated, overlaps, percent, sum, type Interval } from '../interval.ts';
import { shown, type Relation } from '../relations/relation.ts';
import type { Placed } from '../relations/placed.ts';
import { BUDGETS } from '../roles.ts';
import type { Sentence } from '../sentence.ts';
import { isSlipFrom } from '../near-miss/slips.ts';
import { ofUnitOf, textOf, toldIn, toldRate, wrong } from './slip.ts';

const GIVEN = /到位|下达|安排|拨入|筹集|收到|总额/u;
const SPENT = /^(?:全年|实际|已|累计|共|年末)*(?:支出|支付|使用|执行)(?:资金)?$/u;
const LEFT = /^(?:年末|当年|资金)?(?:结余|剩余|尚余|余)(?:资金)?$/u;
const OPENING = /^(?:年初|上年末|上年底|期初|旧存|上年旧存|上年未结)(?!预算)/u;
const ADDED =
  /^(?:本年|当年|全年|年内)?(?:新建|新增|新招|新设|新发展|新培育|新识别|新登记|新纳入|新开工|新认定|新入库|新收|新立|转入|调入|新录用)/u;
const CLOSING = /^(?:年末|年底|期末|目前)?(?:累计|共有|达到?|现有|总数)?$|^(?:年末|年底|期末)/u;
/** What came to an end, whether or not it is told by a number. */
const ENDED =
  /撤|减|注销|退|合并|淘汰|报废|拆|剔|关停|迁|毕业|转出|去世|死亡|消除|出库|失效|转出|调出|办结|审结|执结|结案/u;
const DONE = /竣工|完工|办结|完成|验收|建成|销号/u;
const GOES_ON = /^(?:结转(?:下年|至?\d{4}年)?(?:继续)?|在建|续建|未完工|未办结|仍在建)$/u;
/** 比控制指标少: which of two numbers it is compared with stands in its name. */
const APART = /^[比较](?<base>[\p{Script=Han}]{2,10}?)(?:减?少|低|节约|(?:增)?多|高|超出?)$/u;
const AIM = /超[出过额](?:年度|全年)?(?:目标|任务|计划)$/u;

/** What is left, added or apart, of the numbers right before it. */
export function plainRests(sentence: Sentence): readonly Relation[] {
  return stretchesOf(sentence).flatMap((all) =>
    all.flatMap((one, at) => {
      const before = all.slice(0, at);
      return [
        ...ofSpent(one, before, sentence),
        ...ofOpening(one, before, sentence),
        ...(isGoneOn(one, all[at + 1]) ? [] : ofDone(one, before)),
        ...ofAim(one, before),
        ...ofRateOfGap(one, before),
        ...ofSaving(one, before),
      ];
    }),
  );
}

/** The two numbers right before one, where all are of its unit and told exactly. */
function twoBefore(one: Placed, before: readonly Placed[]): readonly [Placed, Placed] | undefined {
  const [a, b] = before.slice(-2);
  if (a === undefined || b === undefined) return undefined;
  return [a, b, one].every((each) => isAmount(each) && isExact(each)) && ofUnitOf(one, [a, b]).length === 2
    ? [a, b]
    : undefined;
}

function ofGap(meant: Interval, members: readonly Placed[], formula: string): readonly Relation[] {
  const one = members.at(-1);
  if (one === undefined || overlaps(meant, toldIn(one)) || !isSlipFrom(meant, one.mention.quantity))
    return [];
  const { unit } = one.mention.quantity;
  return [wrong(members, `${formula} ＝ ${shown(meant, unit)}，文中写 ${textOf(one)}`)];
}

/** 共到位 300 万元，支出 288 万元，结余 12 万元. */
function ofSpent(left: Placed, before: readonly Placed[], { text }: Sentence): readonly Relation[] {
  const [given, spent] = twoBefore(left, before) ?? [];
  if (given === undefined || spent === undefined || /上年结|年初结|退回|收回|调[整减增]|追加/u.test(text))
    return [];
  if (!GIVEN.test(given.clause) || !SPENT.test(wordsOf(spent)) || !LEFT.test(wordsOf(left))) return [];
  const meant = minus(toldIn(given), toldIn(spent));
  return ofGap(meant, [given, spent, left], `${textOf(given)} − ${textOf(spent)}`);
}

/** 年初 236 户，新识别 18 户，消除风险 54 户，年末 200 户. */
function ofOpening(closing: Placed, before: readonly Placed[], sentence: Sentence): readonly Relation[] {
  const from = before.findLastIndex(isOpening);
  const [opening, ...moves] = from < 0 ? [] : before.slice(from);
  if (opening === undefined || moves.length === 0 || !CLOSING.test(wordsOf(closing)))
    return ofNet(closing, before);
  const members = [opening, ...moves, closing];
  const arePlain = members.every(
    (one) => isAmount(one) && isExact(one) && ofUnitOf(one, [closing]).length > 0,
  );
  const signs = moves.map(signOf);
  const areTold = signs.some((sign) => sign < 0) || !ENDED.test(sentence.text);
  if (!arePlain || signs.includes(0) || !areTold) return ofNet(closing, before);
  const parts = moves.map((one, at) => ((signs[at] ?? 0) < 0 ? negated(toldIn(one)) : toldIn(one)));
  const formula = moves.map((one, at) => ` ${(signs[at] ?? 0) < 0 ? '−' : '＋'} ${textOf(one)}`).join('');
  return ofGap(sum([toldIn(opening), ...parts]), members, `${textOf(opening)}${formula}`);
}

/** Whether a number came in (1), went out (-1), or its words tell neither (0). */
function signOf(one: Placed): -1 | 0 | 1 {
  const words = wordsOf(one);
  return ADDED.test(words) ? 1 : ENDED.test(words) ? -1 : 0;
}

const BEFORE_OPENING = /^[\p{Script=Han}]*?(?=上年末|年初|上年底|旧存)/u;

function isOpening({ clause }: Placed): boolean {
  return OPENING.test(clause.replace(BEFORE_OPENING, ''));
}

/** 上年末 213.4 万册，…，年末 218.6 万册，比上年末净增 5.2 万册. */
function ofNet(net: Placed, before: readonly Placed[]): readonly Relation[] {
  if (!/^(?:[比较](?:上年末|年初|上年底))?净增加?$/u.test(net.clause)) return [];
  const own = ofUnitOf(net, before);
  const [opening] = own.filter(isOpening);
  const closing = own.at(-1);
  if (opening === undefined || closing === undefined || own[0] !== opening || opening === closing) return [];
  if (!/^(?:年末|年底|期末)/u.test(closing.clause) || !isExact(net)) return [];
  const meant = minus(toldIn(closing), toldIn(opening));
  if (overlaps(meant, toldIn(net))) return [];
  const problem = `${textOf(closing)} − ${textOf(opening)} ＝ ${shown(meant, net.mention.quantity.unit)}，文中写 ${textOf(net)}`;
  return [wrong([opening, closing, net], problem)];
}

/** 完工 19 个、在建 6 个、未开工 2 个: what is left is told in several numbers. */
function isGoneOn(one: Placed, next: Placed | undefined): boolean {
  return next !== undefined && ofUnitOf(one, [next]).length > 0;
}

/** 在建 68 项，其中竣工 21 项，结转下年 47 项. */
function ofDone(left: Placed, before: readonly Placed[]): readonly Relation[] {
  const [whole, done] = twoBefore(left, before) ?? [];
  if (whole === undefined || done === undefined || before.length !== 2) return [];
  if (!/其中/u.test(done.lead) || !DONE.test(done.clause) || !GOES_ON.test(wordsOf(left))) return [];
  const meant = minus(toldIn(whole), toldIn(done));
  return ofGap(meant, [whole, done, left], `${textOf(whole)} − ${textOf(done)}`);
}

/** 指标 2.10，实际 1.98，比控制指标少 0.12; 3547 户，超出目标 3200 户 347 户. */
function ofAim(gap: Placed, before: readonly Placed[]): readonly Relation[] {
  const [a, b] = twoBefore(gap, before) ?? [];
  if (a === undefined || b === undefined) return [];
  const base = APART.exec(gap.clause)?.groups?.['base'];
  const isNamed =
    base !== undefined && /指标|计划|目标|任务|限额|定额/u.test(base) && a.clause.includes(base);
  const isBeside = gap.lead === '' && AIM.test(b.clause);
  if (!isNamed && !isBeside) return [];
  const [more, less] = toldIn(a).low.gte(toldIn(b).low) ? [a, b] : [b, a];
  return ofGap(minus(toldIn(more), toldIn(less)), [a, b, gap], `${textOf(more)} − ${textOf(less)}`);
}

/** 划定 363.81 万亩，任务 362.0 万亩，超出 1.81 万亩，即 0.50%: what the difference is of what was aimed at. */
function ofRateOfGap(rate: Placed, before: readonly Placed[]): readonly Relation[] {
  const gap = before.at(-1);
  if (gap === undefined || rate.mention.quantity.unit !== '%' || rate.lead !== '，即') return [];
  const own = ofUnitOf(gap, before);
  const [a, b] = own.slice(-3);
  if (a === undefined || b === undefined || own.length < 3 || !isAmount(gap)) return [];
  const size = [minus(toldIn(a), toldIn(b)), minus(toldIn(b), toldIn(a))];
  if (!size.some((one) => overlaps(one, toldIn(gap)))) return [];
  const told = toldRate(rate);
  const outcomes = [a, b].flatMap((base) => percent(toldIn(gap), toldIn(base)) ?? []);
  if (outcomes.some((one) => overlaps(one, told))) return [];
  if (!outcomes.some((one) => isSlipFrom(one, rate.mention.quantity))) return [];
  const [meant = intervalOf(rate.mention.quantity)] = outcomes;
  const problem = `${textOf(gap)} ÷ ${textOf(a)} ＝ ${shown(meant, '%')}，文中写 ${textOf(rate)}`;
  return [wrong([a, b, gap, rate], problem)];
}

/** 预算 18 万元，…共 19.20 万元，节约 1.20 万元: what cost more was not saved. */
function ofSaving(saved: Placed, before: readonly Placed[]): readonly Relation[] {
  const cost = before.at(-1);
  const budget = before.find(({ mention }) => BUDGETS.has(mention.role));
  if (cost === undefined || budget === undefined || !/^，节[约省支](?:资金)?$/u.test(saved.lead)) return [];
  if (ofUnitOf(saved, [cost, budget]).length < 2 || !/共|合计|实际|总/u.test(cost.lead)) return [];
  const more = minus(toldIn(cost), toldIn(budget));
  if (more.low.lte(0) || !overlaps(more, toldIn(saved))) return [];
  const problem = `${textOf(cost)}比预算 ${textOf(budget)} 多，不能写“节约 ${textOf(saved)}”`;
  return [wrong([budget, cost, saved], problem)];
}
