import { intervalOf, sum, type Interval } from '../interval.ts';
import type { Mention, Sentence } from '../sentence.ts';
import { directionOfMovement } from './movements.ts';
import { placedIn, type Placed } from './placed.ts';
import { relation, shown, signed, type Relation } from './relation.ts';

const OPENING =
  /学[年期]初|上(?:学年|学期|一?年|期|月)[末底]?(?:滚存|结存|余额|库存)|年初|期初|月初|季初|[上去]年末|[上去]年底|上期末|上年结转/u;
const CLOSING = /学期末|年末|期末|月末|季末|年底|期满/u;
/** What was there, and no part of what came or went. */
const STOCK = /预算|决算|总投资|计划|目标|面积|平均|日均|人均|单价/u;
/** No sentence tells of more that came and went. */
const MOST_FLOWS = 6;

interface Flow {
  readonly mention: Mention;
  /** Undefined where the words leave it open. */
  readonly direction: 1 | -1 | undefined;
}

/** 年初 168 台，新购 25 台，报废 31 台，年末 162 台: what there was, what came and went, and what there is. */
export function rolledRelations(sentence: Sentence): readonly Relation[] {
  const all = placedIn(sentence).filter(({ item }) => item.list === undefined);
  return stocksOf(all).flatMap((own) => (own.some(isOpening) ? ofStock(own) : []));
}

/** Amounts of the booklet, of which a text need not tell all that came and went. */
const OF_BOOKLET = /本年(?:财政拨款)?[收支][入出]|[收支][入出]合计|年[初末]结转和结余/u;
/** 全年伙食支出, 支出: more of the same. */
const MORE =
  /^(?:(?:全年|当年|年内|期间|同期)(?!末)|(?:累计|共|实际)?(?:支出|支付|使用|收入))(?![^，。；\d]*(?:专户|账户))/u;

/** 年初结余 18.6 万元，收入 142.3 万元。支出 139.8 万元，年末结余 21.1 万元: what there was and came is told a sentence before. */
export function rolledOverTwo(sentence: Sentence): readonly Relation[] {
  const { before, text } = sentence;
  if (before === undefined || !MORE.test(text) || OF_BOOKLET.test(before.text + text)) return [];
  if (before.lists.length > 0 || sentence.lists.length > 0) return [];
  return stocksOf([...placedIn(before), ...placedIn(sentence)]).flatMap((all) => {
    const [first] = all;
    const own = all.filter(({ mention }) => mention.quantity.from >= sentence.from);
    const isSplit = own.length > 1 && own.length < all.length - 1 && !own.some(isOpening);
    if (first === undefined || !isOpening(first) || !isSplit || !isClosing(all.at(-1))) return [];
    return ofStock(all).filter(({ strength }) => strength === 'said');
  });
}

/** Amounts by their units, shares left out. */
function stocksOf(all: readonly Placed[]): readonly (readonly Placed[])[] {
  const units = new Set(all.map(({ mention }) => mention.quantity.unit));
  return [...units].flatMap((unit) => {
    const own = all.filter(({ mention: { quantity, role } }) => quantity.unit === unit && role !== 'share');
    const kind = own[0]?.mention.quantity.kind;
    return kind === 'money' || kind === 'count' ? [own] : [];
  });
}

function isOpening({ lead }: Placed): boolean {
  return OPENING.test(lead);
}

function isClosing(one: Placed | undefined): boolean {
  return one !== undefined && CLOSING.test(one.lead) && !OPENING.test(one.clause);
}

/** 年末 3.20 万元，年初 2.60 万元，购入…，领用…: what there is may be told first. */
function inOrder([first, second, ...others]: readonly Placed[]): readonly Placed[] {
  if (first === undefined || second === undefined) return [];
  const turned = CLOSING.test(first.lead) && !OPENING.test(first.lead) && OPENING.test(second.lead);
  return turned ? [second, ...others, first] : [first, second, ...others];
}

function ofStock(told: readonly Placed[]): readonly Relation[] {
  const own = inOrder(told);
  const from = own.findIndex(isOpening);
  const [opening, ...others] = own.slice(Math.max(from, 0));
  const to = others.findIndex(isClosing);
  const closing = others[to];
  if (from < 0 || opening === undefined || closing === undefined || to < 1 || to > MOST_FLOWS) return [];
  if ([opening, closing].some(isNoStock)) return [];
  const flows = others.slice(0, to).map(flowOf);
  return flows.some((one) => one === 'no')
    ? []
    : ofFlows(opening.mention, flows.filter(isFlow), closing.mention);
}

function isFlow(one: Flow | 'no'): one is Flow {
  return one !== 'no';
}

function isNoStock({ mention: { role, quantity }, clause }: Placed): boolean {
  return STOCK.test(clause) || quantity.approximation !== undefined || role === 'change' || role === 'gap';
}

/** Changes on something else than the opening balance are no flows. */
function flowOf({ mention, clause, lead }: Placed): Flow | 'no' {
  const { role, direction, comparand, quantity } = mention;
  if (quantity.approximation !== undefined || /其中|累计|可用|[合共总]计/u.test(lead)) return 'no';
  if (role === 'last' || role === 'base' || (role === 'change' && comparand !== undefined)) return 'no';
  // 计提折旧 goes though 提 would come, 本年增加 is told by its own direction.
  const told = directionOfMovement(clause) ?? (role === 'change' || role === 'added' ? direction : 0);
  return { mention, direction: told === 0 ? directionOfMovement(mention.after) : told };
}

function ofFlows(opening: Mention, flows: readonly Flow[], closing: Mention): readonly Relation[] {
  const members = [opening, ...flows.map(({ mention }) => mention), closing];
  const outcomes = outcomesOf(intervalOf(opening.quantity), flows);
  const told = intervalOf(closing.quantity);
  const [outcome = told] = outcomes;
  const words = flows.map(
    ({ mention, direction }) => `${direction === -1 ? '减' : '加'} ${mention.quantity.text}`,
  );
  const problem = `${opening.quantity.text}${words.join('')}，应为 ${shown(outcome, closing.quantity.unit)}，文中写 ${closing.quantity.text}`;
  const found = relation(members, closing, told, outcomes, problem);
  const open = flows.filter(({ direction }) => direction === undefined);
  if (!found.holds && open.length > 1) return [];
  return [{ ...found, strength: isCertain(flows) ? 'said' : 'suggested' }];
}

/** All that may be left, where those of unknown direction may also be a part of what there was. */
function outcomesOf(opening: Interval, flows: readonly Flow[]): readonly Interval[] {
  return flows.reduce<readonly Interval[]>(
    (all, { mention, direction }) =>
      (direction === undefined ? [1, -1, 0] : [direction]).flatMap((sign) =>
        all.map((one) => (sign === 0 ? one : sum([one, signed(intervalOf(mention.quantity), sign)]))),
      ),
    [opening],
  );
}

/** Both what came and what went is told, and nothing is left open. */
function isCertain(flows: readonly Flow[]): boolean {
  return (
    [1, -1].every((sign) => flows.some(({ direction }) => direction === sign)) &&
    flows.every(({ direction }) => direction !== undefined)
  );
}
