import type { Mention, Sentence } from '../sentence.ts';
import type { Placed } from '../relations/placed.ts';
import { isAmount, isBefore, isExact, sameUnit, stretchesOf, wordsOf } from './beside.ts';
import { over, rest, share, total, exactly, toldBy, type Equation } from './equation.ts';
import { overlaps, times, type Interval } from '../interval.ts';

const COUNT_WORDS = /(?:总|全部|全年|该)|(?:总?(?:人?数|量|额|人|户数|个数|金额|面积|计))$/gu;
const FEWEST = 2;

/** 占签约人数的, 相当于岗位数的: a share whose whole is named by a word that stands before another number. */
export function namedShareEquations(sentence: Sentence): readonly Equation[] {
  const all = stretchesOf(sentence).flat();
  return all.flatMap((one, index) => {
    const { whole = '', quantity, role, of } = one.mention;
    if (quantity.kind !== 'rate' || of !== undefined || role !== 'share' || !isExact(one)) return [];
    const stem = whole.replaceAll(COUNT_WORDS, '');
    const part = all[index - 1];
    if (stem.length < FEWEST || part === undefined || !isAmount(part)) return [];
    const others = all.slice(0, index - 1).filter((other) => isAmount(other) && isExact(other));
    const own = calledSo(stem, others);
    if (own === undefined) return [];
    if (!sameUnit(own.mention, part.mention) && own.mention.quantity.kind !== part.mention.quantity.kind) return [];
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

/** The one number before which a word stands: right before it, somewhere before it, or behind it. */
function calledSo(stem: string, others: readonly Placed[]): Placed | undefined {
  const shortened = new RegExp(`${stem.charAt(0)}[^，。；：、]{1,4}${stem.charAt(stem.length - 1)}$`, 'u');
  const ways: readonly ((one: Placed) => boolean)[] = [
    (one) => wordsOf(one).endsWith(stem),
    (one) => `${wordsOf(one)}${one.mention.after}`.includes(stem),
    (one) => stem.length === FEWEST && shortened.test(wordsOf(one)),
  ];
  const found = ways.map((is) => others.filter(is)).find(({ length }) => length > 0);
  return found?.length === 1 ? found[0] : undefined;
}

function percentOf(part: Mention, whole: Mention): Interval | undefined {
  const ratio = over(toldBy(part), toldBy(whole));
  return ratio && times(ratio, exactly(100));
}

/** Not all that is done is told in numbers. */
const UNTOLD = /若干|部分|另有|死亡|核销|撤|其余为|基本满意|上年已/u;
const UNDONE =
  /(?:剩余|剩下|余下|其余|结余|尚有|尚余|还有|仍有|余|空置|闲置|空缺|在建|在办|正在[\p{Script=Han}]{2}|待[\p{Script=Han}]{1,4}|未[\p{Script=Han}]{1,6}|不合格(?:的)?|不[\p{Script=Han}]{2}的?)$/u;

/** Done and not done make all: 14 个，完工 11 个、在建 3 个. */
export function restEquations(sentence: Sentence): readonly Equation[] {
  const all = stretchesOf(sentence).flat();
  const untold = UNTOLD.test(sentence.text);
  return stretchesOf(sentence).flatMap((stretch) =>
    stretch.flatMap((one) => {
      if (!isAmount(one) || !isExact(one) || !isUndone(one)) return [];
      const like = (some: readonly Placed[]): readonly Placed[] =>
        some.slice(0, Math.max(some.indexOf(one), 0)).filter((other) => isLike(other, one));
      const [own, before] = [like(stretch), like(all)];
      const done = own.at(-1);
      if (done === undefined) return [];
      const named = own.length === FEWEST && !untold;
      return before.slice(0, -1).map((whole) =>
        rest(whole.mention, [done.mention], one.mention, {
          named: (named && whole === own[0]) || isRated(done.mention, whole.mention, all),
        }),
      );
    }),
  );
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

function isUndone(one: Placed): boolean {
  const words = wordsOf(one).replace(/(?:的|为|有|共|约|尚|还)+$/u, '');
  return UNDONE.test(words) || /^(?:正在|尚未|未能?|仍在|待|列入)/u.test(one.mention.after);
}

function isOfNow(one: Placed): boolean {
  const { role } = one.mention;
  return role !== 'change' && role !== 'gap' && role !== 'perHead' && !isBefore(one);
}

const SHARED = /占比|占(?:全部|总|合计)?[^，。；：、]{0,4}$/u;

/** 公办 5280 人，民办 3520 人，公办占比 60%: one of two that make all. */
export function halfEquations(sentence: Sentence): readonly Equation[] {
  return stretchesOf(sentence).flatMap((stretch) =>
    stretch.flatMap((one, index) => {
      const { quantity, subject, of } = one.mention;
      if (quantity.kind !== 'rate' || of !== undefined || !isExact(one) || !SHARED.test(one.clause)) return [];
      const before = stretch.slice(0, index).filter((other) => isAmount(other) && isExact(other));
      const [a, b] = before;
      if (a === undefined || b === undefined || before.length !== FEWEST || !sameUnit(a.mention, b.mention)) return [];
      const stem = subject.slice(0, FEWEST);
      const [own, other] = wordsOf(a).includes(stem) ? [a, b] : [b, a];
      if (stem.length < FEWEST || wordsOf(other).includes(stem) || !wordsOf(own).includes(stem)) return [];
      return ofHalf(own.mention, other.mention, one.mention);
    }),
  );
}

function ofHalf(own: Mention, other: Mention, rate: Mention): readonly Equation[] {
  const [a, b] = [toldBy(own), toldBy(other)];
  const all = { low: a.low.plus(b.low), high: a.high.plus(b.high) };
  const part = over(a, all);
  const needed = part && times(part, exactly(100));
  const formula = `${own.quantity.text} ÷（${own.quantity.text} ＋ ${other.quantity.text}）`;
  const rest = over(b, all);
  // What is less than the other may also be a part of it.
  if (percentOf(own, other)?.low.lte(100) === true) return [];
  return [
    {
      terms: [{ mention: rate, needed }, { mention: own, needed: undefined }, { mention: other, needed: undefined }],
      formula,
      named: true,
      sure: false,
      twins: [percentOf(own, other), percentOf(other, own), rest && times(rest, exactly(100))].filter(
        (one) => one !== undefined,
      ),
    },
  ];
}

const SOURCES = /资金来源|来源(?:于|为|：)|构成|组成/u;
const WHOLE_BEHIND = /总投资|总得分|综合得分|总分|总成[交]额|总[\p{Script=Han}]{0,3}$|合计|共计|总计|共/u;

/** Parts that are enumerated, and their total before them or behind. */
export function listEquations(sentence: Sentence): readonly Equation[] {
  return stretchesOf(sentence).flatMap((stretch) => {
    const runs = runsIn(stretch);
    return runs.flatMap((run) => {
      const first = stretch.indexOf(run[0] ?? stretch[0]!);
      const [ahead, behind] = [stretch[first - 1], stretch[first + run.length]];
      const composed = areOpposites(run) || SOURCES.test(run[0]?.lead ?? '') || SOURCES.test(behind?.lead ?? '');
      return [
        ...ofTotal(run, ahead, composed || SOURCES.test(ahead?.mention.after ?? '')),
        ...(behind !== undefined && WHOLE_BEHIND.test(wordsOf(behind)) ? ofTotal(run, behind, true) : []),
      ];
    });
  });
}

/** 合格、基本合格、不合格: what is so and what is not make all. */
function areOpposites(run: readonly Placed[]): boolean {
  const words = run.map(wordsOf);
  return words.some((one) => {
    const stem = /(?:不|未)(\p{Script=Han}{2})/u.exec(one)?.[1];
    return stem !== undefined && words.some((other) => other !== one && other.includes(stem));
  });
}

const LINKED = /^(?:、|，|和|及|与|，?并|元?、)[^，；。：、]{0,16}$/u;

/** Numbers of one unit that follow one another, each with a name of its own. */
function runsIn(stretch: readonly Placed[]): readonly (readonly Placed[])[] {
  const runs: Placed[][] = [];
  for (const [index, one] of stretch.entries()) {
    const before = runs.at(-1);
    const last = before?.at(-1);
    const goesOn =
      last !== undefined &&
      last === stretch[index - 1] &&
      isPart(one) &&
      sameUnit(last.mention, one.mention) &&
      LINKED.test(one.lead) &&
      !WHOLE_BEHIND.test(wordsOf(one));
    if (goesOn) before?.push(one);
    else if (isPart(one)) runs.push([one]);
  }
  return runs.filter(({ length }) => length > 1).flatMap((run) => (run.length > FEWEST ? [run, run.slice(1)] : [run]));
}

function isPart(one: Placed): boolean {
  const { role } = one.mention;
  return isAmount(one) && isExact(one) && (role === 'amount' || role === 'outturn') && !/每|均|单价/u.test(one.clause);
}

const NO_TOTALS: ReadonlySet<Mention['role']> = new Set(['change', 'gap', 'budget', 'initial', 'adjusted', 'perHead']);

function ofTotal(run: readonly Placed[], whole: Placed | undefined, named: boolean): readonly Equation[] {
  const [first] = run;
  if (whole === undefined || first === undefined || !isAmount(whole) || !isExact(whole) || isBefore(whole)) return [];
  if (!sameUnit(whole.mention, first.mention) || NO_TOTALS.has(whole.mention.role)) return [];
  return [total(run.map(({ mention }) => mention), whole.mention, { named: named && run.length > FEWEST })];
}
