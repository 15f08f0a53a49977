import { isExact, isImpure, isPlain, stretchesOf, wordsOf } from '../equations/beside.ts';
import { isBelow, overlaps, sum } from '../interval.ts';
import { leading } from '../leading.ts';
import { mayOverlap } from '../relations/overlapping.ts';
import { textBetween, type Placed } from '../relations/placed.ts';
import type { Relation } from '../relations/relation.ts';
import { saysPartsDiffer } from '../charity/overlaps.ts';
import { counted } from '../relations/text-numbers.ts';
import type { Sentence } from '../sentence.ts';
import { ofUnitOf, toldIn } from './slip.ts';
import { differing, isASlip } from './whole-and-parts.ts';

/** 由 A 和 B 两部分组成, 全部由 A 解决: words that leave nothing out. */
const CLOSED =
  /由[^，。；]{2,40}(?:组成|构成|解决|承担|负担|筹集|分担|出资)|[两三四五]部分|^[，：（]分别(?:为|是)/u;
const OPENS = /其中|包括|分别|：|^，分[两三四五]年/u;
const RUNS_ON = /^(?:[、，；]|和|及|与|以及)/u;
/** What is told of parts or of the whole, and is no part. */
const NO_PART =
  /比(?!赛)|占|均|每|支出|结余|超(?!市)|达到|合计|(?<!公)共(?!青|建)|总(?!工会|院|站|队)|累计|增长|另|发现|整改|年末|剩余|还有|预算|使用/u;
/** What is called so is all that the parts before it leave. */
const OTHERS = /^(?:其他|其余)/u;
const YEAR = /^(?:20\d\d年|第[一二三四五]年)/u;
/** By so much of their whole at most parts of one list that are too many exceed it by a slip; things that are no people, by more. */
const LITTLE = '0.15';
const MORE = '0.5';
/** No thing is two at once. */
const THINGS: ReadonlySet<string> = new Set(
  '万元 辆 台 套 台（套） 处 座 张 间 栋 幢 部 艘 盏 组'.split(' '),
);

/** Parts that the words call all, or that are more than their whole, and are a slip away from it. */
export function plainSums(sentence: Sentence): readonly Relation[] {
  return stretchesOf(sentence).flatMap((all) =>
    all.flatMap((whole, at) => {
      const parts = partsBehind(all.slice(at));
      if (parts.length < 2 || !isWhole(whole)) return [];
      // 安置 31 人，超过年度目标 30 人，其中…: of any that stands before them.
      const made = sum(parts.map(toldIn));
      const isOfAnother = ofUnitOf(whole, all.slice(0, at)).some((one) => overlaps(made, toldIn(one)));
      return isOfAnother ? [] : ofParts(whole, parts, sentence);
    }),
  );
}

function isWhole(one: Placed): boolean {
  return isPlain(one) && !isImpure(one);
}

/** The numbers of its unit that follow a whole without a gap. */
function partsBehind([whole, ...behind]: readonly Placed[]): readonly Placed[] {
  const [first] = behind;
  if (whole === undefined || first === undefined || !OPENS.test(first.lead)) return [];
  return leading(behind, (one, at) => isPart(one, whole) && (at === 0 || RUNS_ON.test(one.lead)));
}

function isPart(one: Placed, whole: Placed): boolean {
  const grows = one.mention.direction !== 0 && !/改造提升$/u.test(one.clause);
  const words = wordsOf(one);
  return (
    ofUnitOf(whole, [one]).length > 0 &&
    isExact(one) &&
    !grows &&
    !NO_PART.test(words.replace(/^其中/u, '')) &&
    words.replace(/^其中/u, '').length > 1
  );
}

function ofParts(whole: Placed, parts: readonly Placed[], sentence: Sentence): readonly Relation[] {
  const [first] = parts;
  const made = sum(parts.map(toldIn));
  if (first === undefined || overlaps(made, toldIn(whole))) return [];
  const members = [whole, ...parts];
  if (saysPartsDiffer({ members: members.map(({ mention }) => mention.quantity) }, sentence)) return [];
  const between = textBetween(whole.mention, first.mention, sentence);
  const last = parts.at(-1);
  const isRest = parts.length > 2 && last !== undefined && OTHERS.test(wordsOf(last));
  const isClosed =
    isRest || CLOSED.test(between) || areYears(whole, parts, sentence) || areAsMany(between, parts);
  if (!isClosed && !areTooMany(whole, parts)) return [];
  if (!isASlip(whole, parts, isClosed)) return [];
  return [differing(whole, parts)];
}

const DIVIDED = /^，?(?:共)?分(?:为|成)?(?<many>[两二三四五六])[个期批次段类](?:[^，。；\d]{0,6})[：，]/u;

/** 分三个标段：…: as many parts as are announced. */
function areAsMany(between: string, parts: readonly Placed[]): boolean {
  return counted(DIVIDED.exec(between)?.groups?.['many'] ?? '') === parts.length;
}

/** 分三年实施，2021年…、2022年…、2023年…: as many years as are announced. */
function areYears(whole: Placed, parts: readonly Placed[], { text }: Sentence): boolean {
  const years = /分(?<many>[两三四五])年/u.exec(text)?.groups?.['many'] ?? '';
  return (
    !/每/u.test(whole.clause) &&
    '零一两三四五'.indexOf(years) === parts.length &&
    parts.every((one) => YEAR.test(wordsOf(one)))
  );
}

/** More than their whole, of names that share no members. */
function areTooMany(whole: Placed, parts: readonly Placed[]): boolean {
  const { value, unit } = whole.mention.quantity;
  const made = sum(parts.map(toldIn));
  const names = parts.map((one) => wordsOf(one).replace(/^其中/u, ''));
  const joined = parts.slice(1).every(({ lead }) => /^[、和及与]/u.test(lead));
  return (
    /其中/u.test(parts[0]?.lead ?? '') &&
    joined &&
    isBelow(toldIn(whole), made) &&
    made.low.lte(value.times(THINGS.has(unit) || areItsKinds(whole, names) ? MORE : LITTLE).plus(value)) &&
    !mayOverlap(names)
  );
}

/** 建议提案 23 件，其中人大代表建议 14 件、政协委员提案 9 件: the name of the whole is made of its parts' names. */
function areItsKinds({ clause }: Placed, names: readonly string[]): boolean {
  const kinds = names.map((name) => name.slice(-2));
  return (
    new Set(kinds).size === names.length && kinds.every((kind) => kind.length > 1 && clause.includes(kind))
  );
}
