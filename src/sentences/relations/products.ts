import { Exact, ZERO } from '../../accounts/decimal.ts';
import { saysNotAllPaid } from '../charity/overlaps.ts';
import { type Interval, intervalOf, meantBy, overlaps, times } from '../interval.ts';
import type { Mention, Sentence } from '../sentence.ts';
import { isLimit, isQualified, placedIn, type Placed } from './placed.ts';
import { type Relation, shown } from './relation.ts';

/** 每期, 单价, 日均: what one of something costs or has, and what it is one of. */
const PER =
  /(?:每(?:一)?|平均每(?:一)?)(人次|批次|平方米|公里|小时|工作日|[\p{Script=Han}])|((?!平|年)[\p{Script=Han}])均(?!价|分|衡)|(单价|均价)|平均(?:造价|单价|成本|价格|投资|补助|补贴)()|月(?:租金|租|工资|支出|均)()|单(件|次|套|台|车|份|项|篇|条|场|户|笔|位)/u;

const TIMES_A_YEAR: Readonly<Record<string, Interval>> = {
  // With or without days off.
  日: interval(240, 366),
  天: interval(240, 366),
  工作日: interval(240, 260),
  月: interval(12, 12),
  季: interval(4, 4),
  季度: interval(4, 4),
};

function interval(low: number, high: number): Interval {
  return { low: new Exact(low), high: new Exact(high) };
}

/** 每个指标 20 分: weights, of which not all need be got. */
const NO_PRICES: ReadonlySet<string> = new Set(['%', '分']);

/** 每期 45 人 × 6 期 ＝ 270 人次, where the sentence has one of each. */
export function productRelations(sentence: Sentence): readonly Relation[] {
  const placed = placedIn(sentence).filter((one) => !isLimit(one));
  const relations = productsIn(saysNotAllPaid(sentence) ? placed : placed.map(laidDown));
  // 98 万元（含设计费 3 万元）: of what is held in it, or of all without it.
  const isOpen = SPELLED_COUNT.test(sentence.text) || placed.some(isQualified);
  return isOpen ? relations.filter(({ holds }) => holds) : relations;
}

/** 每村 8 万元: what is laid down is not rounded. */
function laidDown(one: Placed): Placed {
  const { mention, clause } = one;
  const isExactly = /每/u.test(clause) && !clause.includes('均') && !mention.quantity.digits.includes('.');
  return isExactly ? { ...one, mention: { ...mention, quantity: { ...mention.quantity, half: ZERO } } } : one;
}

/** 7 名专家评审两个项目: a factor that is no number here. */
export const SPELLED_COUNT = /[两三四五六七八九十](?:个?(?:项目|小时|季度|学期|月|站)|[次天期批轮场周年])/u;

function productsIn(placed: readonly Placed[]): readonly Relation[] {
  const all = placed.map(({ mention }) => mention);
  const prices = all.filter((one) => isPrice(one) && !isBudgeted(one, all));
  const [price] = prices;
  // 每名分别奖励: several prices.
  if (placed.some(({ mention, clause }) => mention === price && clause.includes('分别'))) return [];
  if (price === undefined || prices.length > 1 || NO_PRICES.has(price.quantity.unit)) return [];
  const unit = unitOf(price);
  const amounts = all.filter(
    (one) => one !== price && isSame(one.quantity.unit, price.quantity.unit) && !isOtherAmount(one),
  );
  // 合计 1.30 万元，另支付运费 0.08 万元
  const totals = amounts.filter(
    ({ words, quantity: { value } }, index) =>
      !amounts.slice(0, index).some((one) => one.quantity.value.eq(value)) &&
      !(value.isZero() && price.quantity.kind === 'money') &&
      (index === 0 || !/^(?:另|此外)/u.test(words)),
  );
  if (all.some(({ role, quantity }) => role === 'base' && quantity.unit === price.quantity.unit)) return [];
  const [total] = totals;
  if (total === undefined || totals.length > 1 || /^(?:另|此外)/u.test(total.words)) return [];
  const counts = all.filter(
    (one) =>
      one !== price &&
      one !== total &&
      one.quantity.kind === 'count' &&
      (isCountOf(one.quantity.unit, unit) || isOfNoun(one, unit, all)) &&
      one.role !== 'change',
  );
  if (counts.length > 1 || isOfSeveral(price.words) || hasChanged(counts[0], all)) return [];
  return ofCount(price, total, counts[0], unit);
}

/** 预算每台 2.2 万元，实际采购 16 台，每台节约 0.1 万元: what each was to cost is not what it did. */
function isBudgeted({ words }: Mention, all: readonly Mention[]): boolean {
  return (
    /预算|概算|限价/u.test(words) &&
    all.some(({ role, words: saved }) => role === 'change' && /节|降|减|超/u.test(saved))
  );
}

/** 比上年的 40 场次增加 8 场次，场均 750 人次: how many there are now is not told. */
function hasChanged(count: Mention | undefined, all: readonly Mention[]): boolean {
  if (count === undefined || (count.role !== 'base' && count.role !== 'last')) return false;
  return all.some(({ role, quantity }) => role === 'change' && quantity.unit === count.quantity.unit);
}

function ofCount(
  price: Mention,
  total: Mention,
  count: Mention | undefined,
  unit: string,
): readonly Relation[] {
  const yearly = count === undefined ? TIMES_A_YEAR[unit] : undefined;
  if (yearly !== undefined)
    return /(?<!本|当|今)年/u.test(total.words) ? [product(price, total, yearly, [], unit)] : [];
  return count === undefined ? [] : [product(price, total, intervalOf(count.quantity), [count], unit)];
}

function isPrice({ words, role, direction }: Mention): boolean {
  return (
    PER.test(words) && direction === 0 && (role === 'amount' || role === 'perHead' || role === 'outturn')
  );
}

function unitOf({ words }: Mention): string {
  if (/月(?:租金|租|工资|支出|均)/u.test(words)) return '月';
  const [, each, mean, , , , single] = PER.exec(words) ?? [];
  return each ?? mean ?? single ?? '';
}

const ALIKE: readonly (readonly string[])[] = [
  ['人', '人次'],
  ['台', '辆', '套', '台（套）', '部'],
  ['批', '批次'],
  ['月', '个月'],
  ['天', '日'],
  ['次', '场', '期', '场次', '班次'],
];

function isSame(a: string, b: string): boolean {
  return a === b || ALIKE.some((group) => group.includes(a) && group.includes(b));
}

/** 单价 is the price of whatever is counted. */
function isCountOf(unit: string, of: string): boolean {
  return of === '' || isSame(unit, of) || (of === '车' && unit === '辆');
}

/** 日处理能力, 房屋价值增加: what is no amount of all. */
const NO_TOTAL = /能力|规模|设计|增加$|增长$|减少$/u;

function isOtherAmount({ role, comparand, words }: Mention): boolean {
  return (
    NO_TOTAL.test(words) ||
    (role === 'change' && comparand !== undefined) ||
    role === 'last' ||
    role === 'base' ||
    role === 'initial' ||
    role === 'adjusted' ||
    role === 'budget' ||
    role === 'other' ||
    role === 'whole'
  );
}

/** 12 个园区服务站…站均: a noun behind the number says what is counted. */
function isOfNoun({ quantity, after }: Mention, of: string, all: readonly Mention[]): boolean {
  if (of in TIMES_A_YEAR || all.filter((one) => one.quantity.unit === quantity.unit).length > 1) return false;
  return of !== '' && NOUN_UNITS.has(quantity.unit) && after.slice(0, FAR).includes(of);
}

const NOUN_UNITS: ReadonlySet<string> = new Set(['个', '家', '支', '所', '名']);
const FAR = 8;

/** 单间日均, 每人每天, 每平方米月租金: of each of several things. */
function isOfSeveral(words: string): boolean {
  return (
    [...words.replaceAll('每年', '').matchAll(EACH_PER)].length > 1 ||
    /单[\p{Script=Han}]{1,3}均/u.test(words)
  );
}

const EACH_PER = new RegExp(PER.source, 'gu');

function product(
  price: Mention,
  total: Mention,
  count: Interval,
  counted: readonly Mention[],
  unit: string,
): Relation {
  const mean = price.words.includes('均') && !price.words.includes('均价');
  const outcome = times(mean ? meantBy(price.quantity) : intervalOf(price.quantity), count);
  const last = [price, total].toSorted((a, b) => a.quantity.from - b.quantity.from).at(-1) ?? total;
  const number = counted[0]?.quantity.text ?? `一年的${unit}数`;
  const problem = `${price.quantity.text} × ${number} ＝ ${shown(outcome, total.quantity.unit)}，文中写 ${total.quantity.text}`;
  const year =
    counted[0]?.quantity.unit === '个月' ? times(intervalOf(price.quantity), interval(12, 12)) : undefined;
  return {
    isTwin: year !== undefined && overlaps(intervalOf(total.quantity), year),
    members: [price, ...counted, total].map(({ quantity }) => quantity),
    result: last.quantity,
    holds: overlaps(intervalOf(total.quantity), outcome),
    problem,
  };
}
