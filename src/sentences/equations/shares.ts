import type { Relation } from '../relations/relation.ts';
import { leading } from '../leading.ts';
import type { Mention, Sentence } from '../sentence.ts';
import type { Placed } from '../relations/placed.ts';
import { isAmount, isExact, sameUnit, stretchesOf, wordsOf } from './beside.ts';
import { equation, exactly, over, share, toldBy, written } from './equation.ts';
import { overlaps, sum, times, type Interval } from '../interval.ts';

const COUNT_WORDS =
  /(?:总|全部|全年|该项|该)|^(?:已|其|应)|(?:总?(?:人?数|量|额|人|户数|个数|金额|面积|计|项目|案件|人员|事项))$/gu;
const FEWEST = 2;

/** 占签约人数的, 相当于岗位数的: a share whose whole is named by a word that stands before another number. */
export function namedShareEquations(sentence: Sentence): readonly Relation[] {
  const all = stretchesOf(sentence).flat();
  return all.flatMap((one, index) => {
    const { whole = '', quantity, role, of } = one.mention;
    if (quantity.kind !== 'rate' || of !== undefined || role !== 'share' || !isExact(one)) return [];
    const part = all[index - 1];
    if (part === undefined || !isAmount(part)) return [];
    const others = all.slice(0, index - 1).filter((other) => isAmount(other) && isExact(other));
    const own = calledSo(whole.replaceAll(COUNT_WORDS, ''), others);
    if (own?.mention.quantity.kind !== part.mention.quantity.kind) return [];
    if (own.mention.quantity.value.lt(part.mention.quantity.value)) return [];
    if (isOfRun(one, all.slice(0, index), own)) return [];
    const twins = others.filter((other) => other !== own && sameUnit(other.mention, part.mention));
    return [
      share(part.mention, own.mention, one.mention, {
        named: true,
        sure: /^，?(?:[占达为]|相当于|是)/u.test(one.lead),
        twins: twins.map((other) => percentOf(part.mention, other.mention)),
      }),
    ];
  });
}

/** 特困 0.12 万人、低保 0.86 万人，占参保人数的 5.27%: of both together. */
function isOfRun(rate: Placed, before: readonly Placed[], whole: Placed): boolean {
  const from = before.findLastIndex(({ lead }) => !JOINED_PART.test(lead));
  const run = before
    .slice(Math.max(from, 0))
    .filter((one) => one !== whole && sameUnit(one.mention, whole.mention));
  if (run.length < FEWEST) return false;
  const ratio = over(sum(run.map(({ mention }) => toldBy(mention))), toldBy(whole.mention));
  return ratio !== undefined && overlaps(times(ratio, exactly(100)), toldBy(rate.mention));
}

const JOINED_PART = /^(?:、|和|及|与)/u;

/** The one number before which a word stands: right before it, somewhere before it, or behind it. */
function calledSo(stem: string, others: readonly Placed[]): Placed | undefined {
  if (stem.length < FEWEST || /^(?:支出|收入|资金|经费|预算)$/u.test(stem)) return undefined;
  const shortened = new RegExp(`${stem.charAt(0)}[^，。；：、]{1,4}${stem.charAt(stem.length - 1)}$`, 'u');
  const ways: readonly ((one: Placed) => boolean)[] = [
    (one) => wordsOf(one).endsWith(stem),
    (one) => `${wordsOf(one)}${one.mention.after}`.includes(stem),
    // 占授予中小企业合同金额的: what is called so in fewer words.
    (one) => isBeginning(wordsOf(one).replace(/^其中/u, ''), stem),
    (one) => stem.length === FEWEST && shortened.test(wordsOf(one)),
  ];
  const found = ways.map((is) => others.filter(is)).find(({ length }) => length > 0);
  return found?.length === 1 ? found[0] : undefined;
}

function isBeginning(words: string, stem: string): boolean {
  return words.length >= LONG && stem.startsWith(words);
}

const LONG = 4;

/** What a part is of its whole, in percent. */
export function percentOf(part: Mention, whole: Mention): Interval | undefined {
  const ratio = over(toldBy(part), toldBy(whole));
  return ratio && times(ratio, exactly(100));
}

const EACH = /占[^，。；：、占]*$/u;
const JOINED = /^(?:、|和|及|与)$/u;
/** Of what rounding leaves out of 100 for each share. */
const ALL = { low: 99.9, high: 100.1 };

/** 180 万元、120 万元，分别占 60% 和 40%: shares that make 100 are of nothing but the parts they are told of. */
export function eachShareEquations(sentence: Sentence): readonly Relation[] {
  return stretchesOf(sentence).flatMap((stretch) => {
    const start = stretch.findIndex(
      ({ clause, mention }) => EACH.test(clause) && mention.quantity.kind === 'rate',
    );
    const behind = start < 0 ? [] : stretch.slice(start);
    const row = leading(
      behind,
      ({ lead, mention }, at) => at === 0 || (JOINED.test(lead) && mention.quantity.unit === '%'),
    );
    const rates = row.map(({ mention }) => mention);
    const parts = stretch.slice(0, Math.max(start, 0)).filter(isSharing).slice(-rates.length);
    const made = rates.reduce((all, { quantity }) => all + quantity.value.toNumber(), 0);
    if (rates.length < FEWEST || parts.length !== rates.length || made < ALL.low || made > ALL.high)
      return [];
    const own = parts.map(({ mention }) => mention);
    if (own.some((one) => own[0] === undefined || !sameUnit(one, own[0]))) return [];
    return own.flatMap((part, at) => ofAll(part, own, rates[at]));
  });
}

/** 合计 1418.58 万元，分别占…: what the parts make is none of them. */
function isSharing(one: Placed): boolean {
  return isAmount(one) && one.mention.role !== 'total';
}

function ofAll(part: Mention, parts: readonly Mention[], rate: Mention | undefined): readonly Relation[] {
  const ratio = over(toldBy(part), sum(parts.map(toldBy)));
  if (rate === undefined) return [];
  const formula = `${part.quantity.text} ÷（${written(parts, ' ＋ ')}）`;
  const needed = ratio && times(ratio, exactly(100));
  return [equation(rate, needed, parts, formula, { named: true, sure: true })];
}
