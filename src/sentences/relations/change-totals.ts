import { intervalOf, sum, type Interval } from '../interval.ts';
import type { Mention, Sentence } from '../sentence.ts';
import { countedIn } from './counted.ts';
import { isQualified, placedIn, type Placed } from './placed.ts';
import { relation, shown, signed, type Relation } from './relation.ts';
import { TOGETHER } from '../sum-words.ts';

/** No sentence adds up more changes. */
const MOST_PARTS = 12;
const SUMMED = new RegExp(
  String.raw`合计|总计|${TOGETHER}|(?<!第)[两二三四五六七八九十\d][项类者种批方家处块部]`,
  'u',
);
const SURE = /合计|共计|总计|总共/u;
/** 两项相抵减少: what rose less what fell. */
const OFFSET = /相抵|抵消|冲抵|互抵/u;
/** 比年初预算共增加, without a subject of its own. */
const BARE = /^(?:[比较与同](?:上年|去年|年初预算|全年预算|预算)数?(?:相比)?)?共/u;
const ADDED = /追加|新增|增加|增拨|调增|减少|压减|调减|核减|节约|节省/u;

/** Changes, and what they make together: 两项合计增加, 两项相抵减少, 共节约. */
export function changeTotalRelations(sentence: Sentence): readonly Relation[] {
  const all = placedIn(sentence);
  return all.flatMap((total, index) => {
    const { role, words } = total.mention;
    const offset = OFFSET.test(words);
    if (role !== 'change' || isQualified(total) || !(offset || SUMMED.test(words))) return [];
    const parts = partsBefore(all.slice(0, index), total.mention).slice(-MOST_PARTS);
    return parts.length < 2 ? [] : ofParts(parts, total, offset);
  });
}

/** All changes before it in its unit, or the amounts of one enumeration that were added. */
function partsBefore(before: readonly Placed[], { quantity }: Mention): readonly Placed[] {
  const own = before.filter(({ mention }) => mention.quantity.unit === quantity.unit);
  const changes = own.filter(({ mention }) => mention.role === 'change');
  if (changes.length > 0) return changes;
  const [first, ...others] = own;
  if (first === undefined || !ADDED.test(first.mention.words)) return [];
  const listed = others.every(
    ({ lead, mention }) => mention.role === 'amount' && /^(?:、|和|及|与)/u.test(lead),
  );
  return listed && (first.mention.role === 'amount' || first.mention.role === 'added') ? own : [];
}

function ofParts(parts: readonly Placed[], total: Placed, offset: boolean): readonly Relation[] {
  const { words, direction } = total.mention;
  const all = parts.map(({ mention }): Mention => ({
    ...mention,
    direction: mention.direction || direction,
  }));
  const count = countedIn(words)?.count;
  if (count !== undefined && count > all.length) return [];
  // 比上年增加 5.00 万元：A 增加 8.00 万元，B 减少 3.00 万元，相抵增加 5.00 万元
  const choices = (
    count === undefined ? all.slice(0, -1).map((_, from) => all.slice(from)) : [all.slice(-count)]
  ).filter((chosen) => isNetted(chosen, total) || mayMake(chosen, direction, offset));
  const [first] = choices;
  if (first === undefined) return [];
  const stated = signed(intervalOf(total.mention.quantity), direction);
  const outcomes = choices.map(outcomeOf);
  const sure = offset || count !== undefined || SURE.test(words) || BARE.test(words);
  const problem = problemOf(first, total.mention, offset);
  const found = relation([...first, total.mention], total.mention, stated, outcomes, problem);
  return [{ ...found, strength: sure ? 'said' : 'suggested' }];
}

const NETTED = /^(?:以上|上述|这)?[三四五六七八九十]项(?:合计|共计|总计)/u;

/** 三项合计增加 0.95 万元: all that the words count, whichever way each went. */
function isNetted(chosen: readonly Mention[], { mention: { words, comparand } }: Placed): boolean {
  return NETTED.test(words) && chosen.every((one) => one.comparand === comparand);
}

/** Changes of one direction are summed, those of two are offset. */
function mayMake(chosen: readonly Mention[], direction: number, offset: boolean): boolean {
  const directions = new Set(chosen.map((one) => one.direction));
  return offset ? directions.size > 1 : directions.size === 1 && [...directions][0] === direction;
}

function outcomeOf(chosen: readonly Mention[]): Interval {
  return sum(chosen.map(({ quantity, direction }) => signed(intervalOf(quantity), direction)));
}

function problemOf(chosen: readonly Mention[], { quantity, direction }: Mention, offset: boolean): string {
  const outcome = outcomeOf(chosen);
  const size = direction < 0 ? signed(outcome, -1) : outcome;
  const parts = chosen.map((one) => one.quantity.text).join(offset ? '与 ' : ' ＋ ');
  return `${parts}${offset ? '相抵' : ''} ＝ ${shown(size, quantity.unit)}，文中写 ${quantity.text}`;
}
