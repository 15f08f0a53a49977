import type { Relation } from '../relations/relation.ts';
import type { Mention, Sentence } from '../sentence.ts';
import type { Placed } from '../relations/placed.ts';
import { UNDONE_OF_SEVERAL, isAmount, isBefore, isExact, sameUnit, stretchesOf, wordsOf } from './beside.ts';
import { total } from './equation.ts';

/** So many parts make a list of which the words need not say that it is one. */
const FEWEST = 2;
const SOURCES = /资金来源|来源(?:于|为|：)|构成|组成/u;
const WHOLE_BEHIND = /总投资|总得分|综合得分|总分|总成[交]额|总[\p{Script=Han}]{0,3}$|合计|共计|总计|共/u;

/** 其余为基本满意: how many they are is not told. */
const REST_UNTOLD = /其余[^，。；：、\d]*(?:[，；。]|$)/u;

/** Parts that are enumerated, and their total before them or behind. */
export function listEquations(sentence: Sentence): readonly Relation[] {
  if (REST_UNTOLD.test(sentence.text)) return [];
  return stretchesOf(sentence).flatMap((stretch) => {
    const runs = runsIn(stretch);
    return runs.flatMap((run) => {
      const first = stretch.findIndex((one) => one === run[0]);
      const [ahead, behind] = [stretch[first - 1], stretch[first + run.length]];
      const composed =
        areOpposites(run) || SOURCES.test(run[0]?.lead ?? '') || SOURCES.test(behind?.lead ?? '');
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
    const goesOn = last !== undefined && last === stretch[index - 1] && isNextPart(one, last);
    if (goesOn) before?.push(one);
    else if (isPart(one)) runs.push([one]);
  }
  return runs
    .flatMap((run) => (run.length > FEWEST && !isJoined(run[1]) ? [run, run.slice(1)] : [run]))
    .filter((run) => run.length > FEWEST || (run.length === FEWEST && !run.some(isOfSeveral)));
}

function isJoined(one: Placed | undefined): boolean {
  return one !== undefined && /^[、和与及]/u.test(one.lead);
}

/** 满意 and 不满意, between which there may be more. */
function isOfSeveral(one: Placed): boolean {
  return UNDONE_OF_SEVERAL.test(wordsOf(one));
}

function isNextPart(one: Placed, last: Placed): boolean {
  if (!isPart(one) || !sameUnit(last.mention, one.mention)) return false;
  return LINKED.test(one.lead) && !WHOLE_BEHIND.test(wordsOf(one));
}

/** 累计 takes in what stands before it, and 平均 is of it: no parts beside it. */
const NO_PART = /每|均|单价|累计|空编|缺编|空缺/u;

function isPart(one: Placed): boolean {
  const { role } = one.mention;
  return (
    isAmount(one) && isExact(one) && (role === 'amount' || role === 'outturn') && !NO_PART.test(one.clause)
  );
}

const NO_TOTALS: ReadonlySet<Mention['role']> = new Set([
  'change',
  'gap',
  'budget',
  'initial',
  'adjusted',
  'perHead',
]);

function ofTotal(run: readonly Placed[], whole: Placed | undefined, named: boolean): readonly Relation[] {
  const [first] = run;
  if (whole === undefined || first === undefined || !isAmount(whole) || !isExact(whole) || isBefore(whole))
    return [];
  if (!sameUnit(whole.mention, first.mention) || NO_TOTALS.has(whole.mention.role)) return [];
  return [
    total(
      run.map(({ mention }) => mention),
      whole.mention,
      { named: named && run.length > FEWEST },
    ),
  ];
}
