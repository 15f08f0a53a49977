import { intervalOf, minus, overlaps, percent, sum, type Interval } from '../interval.ts';
import type { Mention, Sentence } from '../sentence.ts';
import { beyondWhole } from './beyond-whole.ts';
import { textBetween } from './placed.ts';
import { type Relation, type Strength, rateOf, shown } from './relation.ts';

const RATE_NAME = /([\p{Script=Han}]{2,8}?)(?:率|比例|进度)$/u;

/** Rates of money and of time are judged elsewhere or not at all. */
const OTHER_RATES = /覆盖|普及|贡献|城镇化|渗透|执行|支付|节约|增长|下降|完好|支出/u;
/** Of which there are several grades that count: 满意 and 基本满意. */
const GRADED = /满意|优良|优秀|达标/u;

/** 发放问卷 500 份，收回 460 份，回收率 92%: a rate that is named like one of the counts before it. */
export function namedRateRelations(sentence: Sentence): readonly Relation[] {
  const { items } = sentence;
  const all = items.flatMap(({ mentions }) => mentions);
  const found = all.flatMap((rate, index) => {
    if (rate.quantity.unit !== '%' || rate.of !== undefined) return [];
    const before = all.slice(0, index);
    return (
      ofSame(rate, all.slice(index + 1), sentence) ??
      (isSpelled(rate) ? ofSpelled(rate, before, sentence) : ofName(rate, before))
    );
  });
  return found.filter((one) => one.holds || !found.some((other) => isToldBefore(one, other)));
}

/** 签约率 60%，重点人群签约率 82%: the rate of these two numbers was told right before; this one is of others. */
function isToldBefore({ members, result }: Relation, other: Relation): boolean {
  const own = members.filter(({ from }) => from !== result.from);
  return (
    other.holds &&
    other.result.from < result.from &&
    other.members.length === members.length &&
    own.every(({ from }) => other.members.some((one) => one.from === from))
  );
}

/** 持证比例为 87.5%，即 48 人中有 42 人: the two numbers stand behind the rate. */
function ofSame(
  rate: Mention,
  [whole, part]: readonly Mention[],
  sentence: Sentence,
): readonly Relation[] | undefined {
  if (whole === undefined || part === undefined || textBetween(rate, whole, sentence) !== '，即')
    return undefined;
  return /[中里]/u.test(textBetween(whole, part, sentence)) ? ofPair(rate, part, whole) : [];
}

function ofName(rate: Mention, before: readonly Mention[]): readonly Relation[] {
  const name = rate.role === 'completion' ? '完成' : RATE_NAME.exec(rate.words)?.[1];
  if (name === undefined || OTHER_RATES.test(name)) return [];
  const meant = rate.role === 'amount' || (rate.role === 'completion' && rate.comparand === 'other');
  const counts = before.filter((one) => isAmount(one.quantity.kind) && !isExcess(one));
  const isOfOne = counts.filter(({ words, after }) => isNamed(words + toldBehind(after), name)).length === 1;
  return !meant || (before.some(({ role }) => role === 'base') && !isOfOne)
    ? []
    : ofCounts(rate, name, counts);
}

/** 超额 42 人次完成: by how much a plan was surpassed is no part of what was planned. */
function isExcess({ role, words }: Mention): boolean {
  return (role === 'change' || role === 'gap') && /超/u.test(words);
}

/** The rate of the last count that is named like it; of the last one at all, where a slip tells that it is meant. */
function ofCounts(rate: Mention, name: string, counts: readonly Mention[]): readonly Relation[] {
  const named = namedCounts(counts, name);
  const part = partOf(named.at(-1) ?? counts.at(-1), counts);
  if (part === undefined) return [];
  const beyond = named.length === 1 ? beyondWhole(rate, part, counts) : [];
  return beyond.length > 0 ? beyond : ofPart(rate, part, { name, named, counts });
}

interface Counts {
  readonly name: string;
  /** Those that are named like the rate. */
  readonly named: readonly Mention[];
  readonly counts: readonly Mention[];
}

function ofPart(rate: Mention, part: Mention, { name, named, counts }: Counts): readonly Relation[] {
  const due = counts[counts.indexOf(part) + 1];
  const alike = due !== undefined && isDue(due, part) ? [due] : wholesOf(part, counts);
  const wholes = alike.length === 0 && named.length === 1 ? capacityBefore(counts, part) : alike;
  const outcomes = wholes.flatMap((whole) => outcomesOf(part, whole, counts, named.length !== 1));
  const [whole, outcome] = [wholes.at(-1), outcomes[0]];
  if (whole === undefined || outcome === undefined) return [];
  const holds = outcomes.some((one) => overlaps(rateOf(rate), one));
  if (!holds && isOfOtherArea(part, counts)) return [];
  const problem = `${part.quantity.text} ÷ ${whole.quantity.text}，${name}率应为 ${shown(outcome, '%')}，文中写 ${rate.quantity.text}`;
  const members = [part, ...wholes, rate].map(({ quantity }) => quantity);
  return [{ members, result: rate.quantity, holds, problem, strength: strengthOf(named, name, alike) }];
}

const AREAS: ReadonlySet<string> = new Set(['亩', '公顷', '平方米', '平方公里']);

/** 占地 3 公顷，建筑 2.1 万平方米，绿化 9000 平方米，绿化率 30%: of an area that is told in another unit. */
function isOfOtherArea({ quantity: { unit } }: Mention, counts: readonly Mention[]): boolean {
  return AREAS.has(unit) && counts.some(({ quantity }) => quantity.unit !== unit && AREAS.has(quantity.unit));
}

function strengthOf(named: readonly Mention[], name: string, alike: readonly Mention[]): Strength {
  if (named.length === 1) return alike.length > 0 ? 'said' : 'named';
  return named.length > 1 && !GRADED.test(name) ? 'named' : 'suggested';
}

function namedCounts(counts: readonly Mention[], name: string): readonly Mention[] {
  const named = counts.filter(({ words, after }) => isNamed(words + toldBehind(after), name));
  return named.length > 0 ? named : counts.filter((one, at) => isDoneOf(one, counts[at - 1], name));
}

/** Of what should be, and was named, what is stands before it. */
function partOf(last: Mention | undefined, counts: readonly Mention[]): Mention | undefined {
  const before = last && counts[counts.indexOf(last) - 1];
  return last !== undefined && before !== undefined && isDue(last, before) ? before : last;
}

/** 签约 9.87 万人，应签约 11.62 万人: what should be may stand behind what is. */
function isDue({ words, quantity }: Mention, part: Mention): boolean {
  return (
    /^应/u.test(words) && quantity.unit === part.quantity.unit && quantity.value.gte(part.quantity.value)
  );
}

/** Counts of the same, before it and no less; the nearest last. */
function wholesOf(part: Mention, counts: readonly Mention[]): readonly Mention[] {
  const { unit, value } = part.quantity;
  return counts
    .slice(0, counts.indexOf(part))
    .filter(({ quantity, role }) => quantity.unit === unit && quantity.value.gte(value) && role !== 'last');
}

/** 床位 1860 张，入住 1023 人，入住率 55%: places that are counted otherwise than who takes them. */
function capacityBefore(counts: readonly Mention[], part: Mention | undefined): readonly Mention[] {
  const [whole, one, more] = counts;
  const isCapacity = whole?.quantity.kind === 'count' && one === part && more === undefined;
  return isCapacity && CAPACITY.test(whole.words) && whole.quantity.value.gte(one?.quantity.value ?? 0)
    ? [whole]
    : [];
}

const CAPACITY = /床|座|位|岗|席|名额|容量|泊/u;

/** The part's rate, that of all parts up to it, and that of what is left of each: 问题 3 件，合格率 94%. */
function outcomesOf(
  part: Mention,
  whole: Mention,
  counts: readonly Mention[],
  orRests: boolean,
): readonly Interval[] {
  const behind = counts
    .slice(counts.indexOf(whole) + 1)
    .filter(({ quantity }) => quantity.unit === part.quantity.unit);
  const upTo = behind.slice(0, behind.indexOf(part) + 1).map(({ quantity }) => intervalOf(quantity));
  const all = intervalOf(whole.quantity);
  // 优 19 个、良 21 个、中 6 个，优良率: of the first few grades.
  const grades = behind.map((_, at) =>
    sum(behind.slice(0, at + 1).map(({ quantity }) => intervalOf(quantity))),
  );
  const rests = !orRests ? [] : behind.map(({ quantity }) => minus(all, intervalOf(quantity)));
  return [
    intervalOf(part.quantity),
    ...upTo.map((_, from) => sum(upTo.slice(from))),
    ...rests,
    ...(orRests ? grades : []),
  ].flatMap((one) => percent(one, all) ?? []);
}

/** 共 30 项，已整改 25 项，恰好完成一半. */
function isSpelled({ role, quantity, of, whole }: Mention): boolean {
  return (
    quantity.kind === 'rate' &&
    quantity.writtenUnit === '' &&
    of === undefined &&
    (role === 'amount' || role === 'completion' || (role === 'share' && whole === ''))
  );
}

/** 42 个中 28 个实行轮岗，达到三分之二: right behind the part, and of nothing else. */
const RIGHT_BEHIND = /^[^，。；]{0,12}(?:，|（)[^，。；：、]{0,6}$|^[^，。；：、]{0,6}$/u;
const ENDS = /^(?:以上|左右|多|的)?(?:$|[，。；、）])/u;

function ofSpelled(rate: Mention, before: readonly Mention[], sentence: Sentence): readonly Relation[] {
  const counts = before.filter(({ quantity }) => quantity.kind === 'count');
  const [whole, part] = counts;
  if (
    counts.length !== 2 ||
    whole === undefined ||
    part === undefined ||
    whole.quantity.unit !== part.quantity.unit
  )
    return [];
  const behind = sentence.text.slice(rate.quantity.to - sentence.from).slice(0, 4);
  if (!RIGHT_BEHIND.test(textBetween(part, rate, sentence)) || !ENDS.test(behind)) return [];
  if (whole.quantity.value.lt(part.quantity.value)) return [];
  return ofPair(rate, part, whole).map((one) => ({ ...one, strength: 'said' }));
}

function ofPair(rate: Mention, part: Mention, whole: Mention): readonly Relation[] {
  const outcome = percent(intervalOf(part.quantity), intervalOf(whole.quantity));
  if (outcome === undefined || part.quantity.unit !== whole.quantity.unit) return [];
  const problem = `${part.quantity.text} ÷ ${whole.quantity.text}，应为 ${shown(outcome, '%')}，文中写 ${rate.quantity.text}`;
  const members = [part, whole, rate].map(({ quantity }) => quantity);
  return [{ members, result: rate.quantity, holds: overlaps(rateOf(rate), outcome), problem }];
}

function isAmount(kind: string): boolean {
  return kind === 'count' || kind === 'money';
}

/** 200 户开展满意度调查: who was asked is the whole, whatever was asked. */
function toldBehind(after: string): string {
  return /^(?:开展|进行|实施|接受|参[与加])[^，。；]*(?:调查|测评|评议|回访|问卷)/u.test(after) ? '' : after;
}

/** 应发 620 个，实发 598 个，发放率: what was done of what should be. */
function isDoneOf({ words }: Mention, before: Mention | undefined, name: string): boolean {
  const deed = /[实已]([\p{Script=Han}])$/u.exec(words)?.[1];
  return deed !== undefined && name.includes(deed) && before?.words.endsWith(`应${deed}`) === true;
}

/** 收回 and 回收 by the characters before 率; 视力不良检出 and 视力不良 by three that stand together. */
function isNamed(words: string, name: string): boolean {
  if (NEGATED.test(words) !== NEGATED.test(name)) return false;
  const last = name.slice(-2);
  if (words.includes(last) || words.includes([...last].toReversed().join(''))) return true;
  return [...name.slice(2)].some((_, index) => words.includes(name.slice(index, index + 3)));
}

const NEGATED = /未|不|没|正在|尚|待|仍/u;
