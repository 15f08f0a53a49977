import { intervalOf, overlaps, sum } from '../interval.ts';
import type { Mention, Sentence } from '../sentence.ts';
import { countedIn } from './counted.ts';
import { isSlip } from './lists.ts';
import { isQualified, placedIn, type Placed } from './placed.ts';
import { relation, shown, signed, type Relation } from './relation.ts';

const SUMMED = /合计|共计|总计|总共|共|[两二三四五六七八九十\d][项类者种批方家处块部]/u;
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
    const parts = partsBefore(all.slice(0, index), total.mention);
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
  const listed = others.every(({ lead, mention }) => mention.role === 'amount' && /^(?:、|和|及|与)/u.test(lead));
  return listed && (first.mention.role === 'amount' || first.mention.role === 'added') ? own : [];
}

function ofParts(parts: readonly Placed[], { mention: total, item }: Placed, offset: boolean): readonly Relation[] {
  const mentions = parts.map(({ mention }) => mention);
  const directions = new Set(mentions.map((one) => one.direction || total.direction));
  if (offset ? directions.size < 2 : directions.size > 1 || !directions.has(total.direction)) return [];
  const counted = countedIn(total.words)?.count;
  if (counted !== undefined && counted !== mentions.length) return [];
  const outcome = sum(
    mentions.map(({ quantity, direction }) => signed(intervalOf(quantity), direction || total.direction)),
  );
  const stated = signed(intervalOf(total.quantity), total.direction);
  const sure = offset || counted !== undefined || SURE.test(total.words) || BARE.test(total.words);
  const told = mentions.map((amount) => ({ item, amount }));
  if (!sure && !overlaps(outcome, stated) && !isSlip(told, total)) return [];
  const size = total.direction < 0 ? signed(outcome, -1) : outcome;
  const problem = `${mentions.map(({ quantity }) => quantity.text).join(offset ? '与 ' : ' ＋ ')}${offset ? '相抵' : ''} ＝ ${shown(size, total.quantity.unit)}，文中写 ${total.quantity.text}`;
  return [relation([...mentions, total], total, stated, [outcome], problem)];
}
