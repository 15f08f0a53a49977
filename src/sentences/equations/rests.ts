import type { Relation } from '../relations/relation.ts';
import type { Mention, Sentence } from '../sentence.ts';
import { isQualified, type Placed } from '../relations/placed.ts';
import { minus, overlaps, sum } from '../interval.ts';
import { UNDONE_OF_SEVERAL, isAmount, isBefore, isExact, sameUnit, stretchesOf, wordsOf } from './beside.ts';
import { rest, toldBy } from './equation.ts';
import { percentOf } from './shares.ts';

/** So many of one unit are told when one is all, and one the part that is done. */
const FEWEST = 2;
/** Beside what stands before, and no part of it. */
const BESIDE = /^(?:、|和|及|与)/u;
/** Not all that is done is told in numbers. */
const UNTOLD = /若干|部分|另有|死亡|核销|撤|其余为|基本满意|上年已/u;
const UNDONE =
  /(?:剩余|剩下|余下|其余|结余|尚有|尚余|还有|仍有|余|空置|闲置|空缺|在建|在办|正在[\p{Script=Han}]{2}|待[\p{Script=Han}]{1,4}|未[\p{Script=Han}]{1,6}|不合格(?:的)?|不[\p{Script=Han}]{2}的?)$/u;

/** Done and not done make all: 14 个，完工 11 个、在建 3 个. */
export function restEquations(sentence: Sentence): readonly Relation[] {
  const all = stretchesOf(sentence).flat();
  const untold = UNTOLD.test(sentence.text);
  return stretchesOf(sentence).flatMap((stretch) =>
    stretch.flatMap((one) => {
      if (!isAmount(one) || !isExact(one) || !isUndone(toldWith(one, stretch))) return [];
      const like = (some: readonly Placed[]): readonly Placed[] =>
        some.slice(0, Math.max(some.indexOf(one), 0)).filter((other) => isLike(other, one));
      const [own, before] = [like(stretch), like(all)];
      const done = own.at(-1);
      if (done === undefined) return [];
      const earlier = stretch.slice(0, stretch.indexOf(one)).filter((other) => isOfYearBefore(other, one));
      const several =
        UNDONE_OF_SEVERAL.test(wordsOf(one)) ||
        isUndone(toldWith(done, stretch)) ||
        (BESIDE.test(done.lead) && !isPaired(done, stretch));
      const named = own.length === FEWEST && earlier.length === 0;
      const single = before.slice(0, -1).flatMap((whole) => {
        const rated = isRated(done.mention, whole.mention, all);
        if ((several || untold) && !rated) return [];
        const isMore = whole.mention.quantity.value.gte(done.mention.quantity.value);
        const [more, less] = isMore || isPlan(whole) ? [whole, done] : [done, whole];
        if (isOneOfSeveral(more.mention, less.mention, one, stretch)) return [];
        return [
          rest(more.mention, [less.mention], one.mention, {
            named: rated || (named && whole === own[0]),
            sure: named && isMore && areOpposites(own[0], whole, done, one),
            twins: isMore ? [] : [minus(toldBy(less.mention), toldBy(more.mention))],
          }),
        ];
      });
      return earlier.length === 0 ? single : [...single, ...ofYears(stretch, one)];
    }),
  );
}

/** What is let and what stands empty make all, as do what is so and what is not. */
const LET = /(?:出租|租出|租赁|入住|启用)(?:了)?$/u;
const EMPTY = /(?:空置|闲置|空闲|未[出承]?租出?|待租)(?:了)?$/u;
/** What else may have come or gone, or have been before. */
const ELSE = /另|新增|腾退|收回|年初|上年|去年|曾|累计|平均|其中|以上|重新/u;

/** 64 间，已出租 58 间，空置 6 间: no third kind is told, and none is thought of. */
function areOpposites(first: Placed | undefined, whole: Placed, done: Placed, one: Placed): boolean {
  const words = wordsOf(one);
  const did = wordsOf(done);
  const stem = /^(?:尚|仍|还)?未([\p{Script=Han}]{2,4})的?$/u.exec(words)?.[1];
  const isPair = (LET.test(did) && EMPTY.test(words)) || (stem !== undefined && did.endsWith(stem));
  const all = [whole, done, one];
  return isPair && first === whole && !all.some((each) => isQualified(each) || ELSE.test(each.lead));
}

/** Nothing is left undone of a plan that was more than fulfilled. */
function isPlan({ mention: { role, words } }: Placed): boolean {
  return role === 'base' && /任务|计划|目标/u.test(words);
}

/** 任务 450 户，竣工 432 户，在建 12 户，未开工 6 户: what is left is told in several numbers. */
function isOneOfSeveral(more: Mention, less: Mention, one: Placed, stretch: readonly Placed[]): boolean {
  const behind = stretch.slice(stretch.indexOf(one)).filter(({ mention }) => sameUnit(mention, one.mention));
  const needed = minus(toldBy(more), toldBy(less));
  return behind.some(
    (_, at) => at > 0 && overlaps(sum(behind.slice(0, at + 1).map(({ mention }) => toldBy(mention))), needed),
  );
}

/** Each of several years, and the rest. */
function ofYears(stretch: readonly Placed[], one: Placed): readonly Relation[] {
  const own = stretch
    .slice(0, stretch.indexOf(one))
    .filter((other) => isAmount(other) && isExact(other) && sameUnit(other.mention, one.mention));
  const [whole, ...parts] = own;
  if (whole === undefined || isBefore(whole) || parts.length < 2) return [];
  const years = new Set(parts.map(({ lead }) => /\d{4}年|上年|去年|本年|今年/u.exec(lead)?.[0] ?? ''));
  if (years.size !== parts.length || years.has('')) return [];
  return [
    rest(
      whole.mention,
      parts.map(({ mention }) => mention),
      one.mention,
      { named: true },
    ),
  ];
}

/** 2022年投入 800 万元，2023年投入 1000 万元，剩余 600 万元: what was done before is done, too. */
function isOfYearBefore(other: Placed, one: Placed): boolean {
  return isAmount(other) && sameUnit(other.mention, one.mention) && isBefore(other);
}

function isLike(other: Placed, one: Placed): boolean {
  return isAmount(other) && isExact(other) && sameUnit(other.mention, one.mention) && isOfNow(other);
}

/** 完工率 78.57% tells that the one is a part of the other. */
function isRated(part: Mention, whole: Mention, all: readonly Placed[]): boolean {
  const needed = percentOf(part, whole);
  return all.some(({ mention }) => {
    const { kind, half } = mention.quantity;
    return kind === 'rate' && half.lt(1) && needed !== undefined && overlaps(toldBy(mention), needed);
  });
}

/** 未消除 34 户 112 人: the words of one number are those of the next as well. */
function toldWith(one: Placed, stretch: readonly Placed[]): Placed {
  return one.lead === '' || isPaired(one, stretch) ? (stretch[stretch.indexOf(one) - 1] ?? one) : one;
}

/** 剩余 9 笔、27.8 万元: in two units. */
function isPaired(one: Placed, stretch: readonly Placed[]): boolean {
  const before = stretch[stretch.indexOf(one) - 1];
  return one.lead === '、' && before !== undefined && !sameUnit(before.mention, one.mention);
}

function isUndone(one: Placed): boolean {
  const words = wordsOf(one).replace(/(?:的|为|有|共|约|尚|还)+$/u, '');
  return UNDONE.test(words) || /^(?:正在|尚未|未能?|仍在|待|列入)/u.test(one.mention.after);
}

function isOfNow(one: Placed): boolean {
  const { role } = one.mention;
  return role !== 'change' && role !== 'gap' && role !== 'perHead' && !isBefore(one);
}
