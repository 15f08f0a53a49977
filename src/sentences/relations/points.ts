import { Exact } from '../../accounts/decimal.ts';
import { intervalOf, meantBy, minus, overlaps, sum, times } from '../interval.ts';
import type { Mention, Sentence } from '../sentence.ts';
import { placedIn, type Placed } from './placed.ts';
import { relation, shown, type Relation } from './relation.ts';

const LOST = /(?:扣减?|失|扣除|扣掉)(?:分|了)?$/u;
const GOT = /(?:得分?|得到|评得|评为|自评|实得)$/u;
const TOTAL =
  /^(?:自评|评价|综合|合计|绩效|最终|四项|三项|五项|共)*(?:总分|总得分|得分|满分|合计|共计|得分合计|(?:合计|共计|累计|一共|共|总计)得)$/u;
/** A sum of weights lies not far from what they are said to make; else the total is of something else. */
const NEAR = new Exact('1.3');

/** Marks of an evaluation: 10 分得 9.72 分，扣 0.28 分; weights and their total. */
export function pointRelations(sentence: Sentence): readonly Relation[] {
  const marks = placedIn(sentence)
    .map(({ mention }) => mention)
    .filter(({ quantity }) => quantity.unit === '分');
  if (marks.length < 2) return [];
  return [
    ...byRate(placedIn(sentence)),
    ...ofFinal(marks),
    ...marks.flatMap((_, index) => ofLoss(marks.slice(index, index + 3), marks[index + 3])),
    ...marks.flatMap((mark, index) => (TOTAL.test(mark.words) ? ofTotal(marks.slice(0, index), mark) : [])),
  ];
}

const FINAL = /^(?:最终|最后|复核|核定|实际)(?:综合)?(?:得分|评分|总分|得)(?:为)?$/u;
const HUNDRED = new Exact(100);

/** 复核扣 6.5 分：…，最终得分 93.5 分: of a hundred, or of the full marks that are told. */
function ofFinal(marks: readonly Mention[]): readonly Relation[] {
  const final = marks.at(-1);
  const lost = marks.filter(({ words }) => LOST.test(words));
  const others = marks.filter((one) => one !== final && !lost.includes(one));
  const [first, ...more] = lost;
  if (final === undefined || first === undefined || !FINAL.test(final.words) || others.length > 1) return [];
  const [full] = others;
  if (full !== undefined && !/满分|总分/u.test(full.words)) return [];
  const parts = sum(more.map(({ quantity }) => intervalOf(quantity)));
  const isSum = more.length > 1 && overlaps(parts, intervalOf(first.quantity));
  const all = isSum ? intervalOf(first.quantity) : sum(lost.map(({ quantity }) => intervalOf(quantity)));
  const whole = full === undefined ? { low: HUNDRED, high: HUNDRED } : intervalOf(full.quantity);
  const outcome = minus(whole, all);
  const problem = `共扣 ${shown(all, '分')}，得分应为 ${shown(outcome, '分')}，文中写 ${final.quantity.text}`;
  return [relation([...lost, final], final, intervalOf(final.quantity), [outcome], problem)];
}

const FULL = /满分|权重|分值|总分/u;
const BY_RATE = /折算|按(?:预算)?执行率|按比例|按完成率|按权重/u;

/** 执行率 94.40%，满分 10 分，得 9.44 分: as much of the marks as was spent of the budget. */
function byRate(all: readonly Placed[]): readonly Relation[] {
  return all.flatMap(({ mention: rate }, at) => {
    const got = all.slice(at + 1, at + 3).find((one) => isMark(one) && /得/u.test(one.clause));
    const fulls = all.filter(
      (one) =>
        isMark(one) && one !== got && (FULL.test(one.clause + one.behind) || /^折算/u.test(one.behind)),
    );
    const [full] = fulls;
    if (rate.quantity.unit !== '%' || full === undefined || got === undefined || fulls.length > 1) return [];
    const [a, b] = [full.mention.quantity, got.mention.quantity];
    if (full.mention.quantity.from > b.from || !/率|进度/u.test(rate.words)) return [];
    const said = BY_RATE.test(got.clause + full.clause + full.behind);
    // Some give marks by steps, and those are whole.
    if (!said && b.half.isZero()) return [];
    const part = intervalOf(rate.quantity);
    const hundredth = { low: new Exact('0.01'), high: new Exact('0.01') };
    const outcome = times(times(intervalOf(a), part), hundredth);
    const problem = `${a.text}的 ${rate.quantity.text} 是 ${shown(outcome, '分')}，文中写 ${b.text}`;
    const found = relation([rate, full.mention, got.mention], got.mention, meantBy(b), [outcome], problem);
    return [{ ...found, strength: said ? 'said' : 'named' }];
  });
}

const IN_ALL_LOST = /^(?:合计|共计|总计|累计|总共|共)/u;

/** Full marks, what was got, what was lost, in any order. */
function ofLoss(three: readonly Mention[], next: Mention | undefined): readonly Relation[] {
  // Lost in more than one place.
  if (next !== undefined && LOST.test(next.words)) return [];
  const lost = three.filter(({ words }) => LOST.test(words));
  const got = three.filter(({ words }) => GOT.test(words));
  const full = three.find((one) => !lost.includes(one) && !got.includes(one));
  // The marks of the next indicator stand behind.
  if (full === undefined || full === three[2] || lost[0] === three[0]) return [];
  return isOfOthers(full, lost[0]) ? [] : lossOf(full, got[0], lost[0]);
}

/** Whether a mark is not the full one of what was lost. */
function isOfOthers({ words, quantity }: Mention, lost: Mention | undefined): boolean {
  // 总分 98.65 分，其中执行率得 9.65 分: what was got in all is no full mark.
  if (/[总得]分$/u.test(words) && quantity.digits.includes('.')) return true;
  // 预算执行 10 分得 9.2 分，共扣 8.5 分: of all indicators, and not of the last one.
  return IN_ALL_LOST.test(lost?.words ?? '') && !/满分|总分/u.test(words);
}

function isMark({ mention: { quantity } }: Placed): boolean {
  return quantity.unit === '分' && quantity.approximation === undefined;
}

function lossOf(full: Mention, got: Mention | undefined, lost: Mention | undefined): readonly Relation[] {
  if (got === undefined || lost === undefined || got.quantity.value.gt(full.quantity.value)) return [];
  const outcome = minus(intervalOf(full.quantity), intervalOf(got.quantity));
  const problem = `${full.quantity.text}得 ${got.quantity.text}，应扣 ${shown(outcome, '分')}，文中写 ${lost.quantity.text}`;
  return [relation([full, got, lost], lost, intervalOf(lost.quantity), [outcome], problem)];
}

function ofTotal(before: readonly Mention[], total: Mention): readonly Relation[] {
  // 50 分得 48 分，30 分得 29 分，合计 77 分
  const got = before.filter(({ words }) => GOT.test(words));
  const parts = got.length > 1 && !total.words.includes('满分') ? got : before;
  if (parts.length < 3 || parts.some(isNoPart)) return [];
  const outcome = sum(parts.map(({ quantity }) => intervalOf(quantity)));
  const told = intervalOf(total.quantity);
  const far = outcome.low.gt(told.high.times(NEAR)) || outcome.high.times(NEAR).lt(told.low);
  // 满分 may stand behind what was got, too.
  if (!overlaps(outcome, told) && (far || (total.words.includes('满分') && outcome.high.lt(told.low))))
    return [];
  const problem = `${parts.map(({ quantity }) => quantity.text).join(' ＋ ')} ＝ ${shown(outcome, '分')}，文中写 ${total.quantity.text}`;
  return [relation([...parts, total], total, told, [outcome], problem)];
}

function isNoPart({ words, role, quantity }: Mention): boolean {
  const told = role === 'amount' || role === 'outturn';
  return !told || LOST.test(words) || TOTAL.test(words) || quantity.approximation !== undefined;
}
