import { intervalOf, isBelow, minus, overlaps, sum, type Interval } from '../interval.ts';
import { BUDGETS, type Role } from '../roles.ts';
import type { Item, Mention, Sentence } from '../sentence.ts';
import { partsUpTo, sumOf } from './list-parts.ts';
import { directionOfMovement } from './movements.ts';
import { placedIn, type Placed } from './placed.ts';
import { relation, shown, type Relation } from './relation.ts';

/** What a number is in a stock that is filled and used, by the words before and behind it. */
type Flow = 'opening' | 'whole' | 'in' | 'sum' | 'out' | 'closing';

const CLOSING =
  /^(?:收回|交回|退回|缴回)$|^(?:资金)?结转(?:资金)?$|^余$|^收回财政|^(?:缴回|退回)(?:财政|国库)|余下|余额|不合格|尚在|正在|仍在|在建|待[办建]|推进中|处理中|审理中|施工中|推迟|延期|暂缓|跨年|净值|净额|未(?![计纳列包含作突超达低高])[\p{Script=Han}]{2}|其余|(?:年末|期末|年底|月末)(?!(?:累计|实际|已|共)*(?:支出|支付|执行|完成|拨付|使用))|还[剩有]|结转下年|结转至下年|尚[有存欠]|剩余|尾款|余款|结余|留存|留用|未支付|未付|未能支付|未执行|未使用|未完成|未[办结审执]结?$|空编|缺编|办理中|在办|未办结|现[有存]|结存|缺[席勤]|请假/u;
const LEFT =
  /^余|剩余|留存|尚[有余]|其余|余下|尾款|余款|未办|办理中|在办|未完成|未支付|未付|尚未|尚在|正在|仍在|在建|处理中|审理中|施工中|推迟|延期|暂缓|跨年/u;
const OPENING = /年初|期初|上年结[转余]|上年末|原有|月初/u;
const SUM = /可用|共计|合计|总计/u;
const WHOLE =
  /原值|抽检|抽查|样品|合同(?:总)?(?:价|额|金额|总额)|总价|总额|总投资|预算|下达|核定|编制|应|交办|收到|受理|任务|到账|指标|问题|提案|议案|隐患|投诉|计划|列入|承办|查出|(?:资金|经费|补助款?|专款)$/u;
const IN =
  /^(?!.*(?:任务|交办|收到|受理|合同)).*(?:本年(?:收入|安排|购置|新增|拨入|收回|回收)|当年(?:收入|安排|拨款|收回|回收)|收入|购[置入进]|新增|招聘|招录|调入|接收|采购|拨入|安排|下达|增加|调拨|转入|入库|使用非财政)/u;
const OUT =
  /支出|支付|拨付|首付|预付|使用|执行|已付|报废|退休|调出|处置|划出|借出|出借|上缴|减少|领用|发放|出库|转出|偿还|归还|分配|完成|办结|实有|在岗|整改|报损|折旧|摊销|(?<!不)合格|辞职|离职|去世|完工|竣工|答复|回复|化解|销号|结案|结题|结项|办成|办好|退还|返还|退出|实[到发收]|财政(?:部门)?(?:统筹)?收回|^已[\p{Script=Han}]{2}/u;

/** 年初 ＋ 收 − 支 ＝ 年末; 预算 − 支出 ＝ 结余: where every amount of a sentence is one of them. */
export function flowRelations(sentence: Sentence): readonly Relation[] {
  const parts = partsToldWhole(sentence);
  if (parts === undefined || VAGUE.test(sentence.text)) return [];
  const all = placedIn(sentence).filter(
    ({ mention: { role }, item }) => role !== 'other' && role !== 'whole' && !parts.has(item),
  );
  const units = new Set(
    all
      .filter(({ mention: { quantity } }) => quantity.kind === 'money' || quantity.kind === 'count')
      .map(({ mention }) => mention.quantity.unit),
  );
  const isTold = parts.size === 0 && NOTHING_ELSE.test(sentence.text);
  return [...units]
    .flatMap((unit) => ofUnit(all.filter(({ mention }) => mention.quantity.unit === unit)))
    .map((one) => (isTold ? { ...one, strength: 'said' as const } : one))
    .map((one) => (parts.size > 0 ? { ...one, strength: 'named' as const } : one));
}

/**
 * 接收 486.2 万元，其中 A 312.7 万元、B 173.5 万元，拨付…，结存…: the parts of a list that make their whole, behind which
 * flows are told; undefined where a list may go on.
 */
function partsToldWhole({ lists }: Sentence): ReadonlySet<Item> | undefined {
  const [list, more] = lists;
  if (list === undefined) return new Set();
  const { whole, parts, known } = list;
  const [amount] = known;
  if (more !== undefined || amount === undefined || whole.mentions.length !== 1) return undefined;
  const end = parts.findIndex((_, at) => {
    const own = partsUpTo(list, at + 1, amount.quantity.unit);
    return at > 0 && own.length === at + 1 && overlaps(sumOf(own), intervalOf(amount.quantity));
  });
  return end < 0 || end === parts.length - 1 ? undefined : new Set(parts.slice(0, end + 1));
}

function ofUnit(all: readonly Placed[]): readonly Relation[] {
  if (all.length < 3 || all.length > 8) return [];
  const placed = withoutSuperseded(all);
  const mentions = placed.map(({ mention }) => mention);
  const flows = flowsOf(placed);
  const closing = mentions.find((_, index) => flows[index] === 'closing');
  // 余额 5000 万元，应计利息 192.50 万元: nothing is left of what is told behind it.
  if (closing === undefined || closing === mentions[0]) return [];
  // What is left tells that the first amount was the whole.
  if (LEFT.test(closing.words + closing.after)) flows[0] ??= 'whole';
  if (isAllGiven(placed, flows, closing)) flows[0] = 'whole';
  if (isRestOfAll(placed, flows))
    placed.forEach((_, at) => (flows[at] = at === 0 ? 'whole' : (flows[at] ?? 'out')));
  if (flows.includes(undefined)) return [];
  const of = (flow: Flow): readonly Mention[] => mentions.filter((_, index) => flows[index] === flow);
  const into = [...of('opening'), ...of('whole'), ...of('in')];
  return isClear(flows, closing) ? relationsOf(into, of('out'), closing, of('sum')) : [];
}

/** 下达 50 万元，支出 40 万元，结转 10 万元: what was given is all there is. */
function isAllGiven(
  [first]: readonly Placed[],
  flows: readonly (Flow | undefined)[],
  { words }: Mention,
): boolean {
  const begins = flows.includes('opening') || flows.includes('whole');
  return flows[0] === 'in' && !begins && GIVEN.test(first?.clause ?? '') && !/年末|累计/u.test(words);
}

const GIVEN = /下达|安排|到位/u;
/** 未新增借款: what else came is told, too. */
const NOTHING_ELSE = /(?:未|无|没有)(?:再)?(?:新增|新借|其他增减|其他收支|其他变动|其他变化)/u;
/** 期间退休、调出若干人: not all flows are told. */
const VAGUE = /若干|部分(?=退休|调出|报废)|另有少量/u;
const CONTRACT = /成交|中标|中选|定标|签约|合同/u;
const PAID = /付|拨/u;
const ALL_TIME = /累计/u;

/** Of a budget and its contract, of which something was paid, the contract counts; of a year and all years, all years. */
function withoutSuperseded(all: readonly Placed[]): readonly Placed[] {
  const contract = all.findIndex(({ mention }) => CONTRACT.test(mention.words));
  const paid = all.findIndex(({ clause }) => PAID.test(clause));
  const from = contract > 0 && paid > contract ? contract : 0;
  const total = all.findIndex((one) => ALL_TIME.test(one.lead) && flowOf(one) === 'out');
  return all.slice(from).filter((one) => total < 0 || one === all[total] || flowOf(one) !== 'out');
}

/** Whether each amount has one place in the sum. */
function isClear(flows: readonly (Flow | undefined)[], closing: Mention): boolean {
  const count = (flow: Flow): number => flows.filter((one) => one === flow).length;
  const begins = count('opening') + count('whole');
  if (count('closing') !== 1 || begins > 1 || (count('whole') > 0 && count('in') > 0)) return false;
  if (flows.at(-1) !== 'closing' && flows.length > 3) return false;
  // Without an opening balance, what is left at the end of the year may hold one.
  return begins > 0 || !/年末|期末|结转|累计/u.test(closing.words);
}

function relationsOf(
  into: readonly Mention[],
  outs: readonly Mention[],
  closing: Mention,
  sums: readonly Mention[],
): readonly Relation[] {
  if (into.length === 0 || (outs.length === 0 && into.length < 2)) return [];
  const available = sum(into.map(({ quantity }) => intervalOf(quantity)));
  const left = minus(available, sum(outs.map(({ quantity }) => intervalOf(quantity))));
  if (isLess(left, closing)) return [];
  const [subtotal] = sums;
  return [
    ...(subtotal === undefined || into.length < 2 ? [] : [ofSum(into, subtotal, available)]),
    {
      ...ofRest([...into, ...outs, closing], closing, left),
      strength: isUntold(left, into, outs, closing) ? 'suggested' : 'said',
    },
  ];
}

/** 年初 119 人，新进 8 人，年末 123 人; 年初 31 件，办结 32 件，结转 1 件: what else went or came is not told. */
function isUntold(
  left: Interval,
  into: readonly Mention[],
  outs: readonly Mention[],
  { quantity, words }: Mention,
): boolean {
  if (!STOCK.test(words)) return false;
  const told = intervalOf(quantity);
  const went = outs.length === 0 && isBelow(told, left);
  const came = into.length === 1 && OPENING.test(into[0]?.words ?? '') && isBelow(left, told);
  return went || came;
}

/** More went than there was: some of what came is not told. */
function isLess(left: Interval, { words }: Mention): boolean {
  return STOCK.test(words) && left.high.isNegative();
}

const STOCK = /末|年底|结[转余]|库存|结存/u;

function ofSum(members: readonly Mention[], subtotal: Mention, outcome: Interval): Relation {
  const problem = `${members.map(({ quantity }) => quantity.text).join(' ＋ ')} ＝ ${shown(outcome, subtotal.quantity.unit)}，文中写 ${subtotal.quantity.text}`;
  return relation([...members, subtotal], subtotal, intervalOf(subtotal.quantity), [outcome], problem);
}

function ofRest(members: readonly Mention[], closing: Mention, outcome: Interval): Relation {
  const told = members
    .filter((one) => one !== closing)
    .map(({ words, quantity }) => `${words}${quantity.text}`);
  const problem = `${told.join('，')}，剩下的应为 ${shown(outcome, closing.quantity.unit)}，文中写 ${closing.quantity.text}`;
  return relation(members, closing, intervalOf(closing.quantity), [outcome], problem);
}

/** 支付首款…、尾款…: what is enumerated behind one that was paid was paid as well. */
function flowsOf(placed: readonly Placed[]): (Flow | undefined)[] {
  const flows: (Flow | undefined)[] = [];
  for (const one of placed) {
    const { mention, lead } = one;
    const contract = flows.length === 0 && CONTRACT.test(mention.words) && mention.role === 'outturn';
    const own = contract ? 'whole' : flowOf(one);
    const enumerated = /^(?:、|和)/u.test(lead) && flows.at(-1) === 'out';
    const inherits = enumerated && (own === undefined || mention.words === '尾款');
    flows.push(inherits ? 'out' : own);
  }
  return flows;
}

/** What the words alone say, the first that fits. */
const SPOKEN: readonly (readonly [Flow, RegExp])[] = [
  ['sum', SUM],
  ['whole', /^(?:需|应)[\p{Script=Han}]{2}/u],
  ['out', OUT],
  ['in', IN],
  ['whole', WHOLE],
];

function flowOf({ mention, clause }: Placed): Flow | undefined {
  const { role, direction } = mention;
  const words = mention.words === '' ? clause : mention.words;
  if (role === 'change' && /[较比与]年初/u.test(words)) return direction < 0 ? 'out' : 'in';
  if (OPENING.test(words)) return 'opening';
  if (NO_FLOWS.has(role)) return undefined;
  return isClosing(mention, words) ? 'closing' : (flowOfRole(mention) ?? flowOfWords(mention, words));
}

function isClosing({ words: own, after, role }: Mention, words: string): boolean {
  return (
    !BUDGETS.has(role) &&
    !ALL_TIME.test(words) &&
    (CLOSING.test(words) || (own === '' && CLOSING.test(after)))
  );
}

function flowOfWords({ role, quantity }: Mention, words: string): Flow | undefined {
  if (role === 'change') return undefined;
  const flow = SPOKEN.find(([, said]) => said.test(words))?.[0];
  return flow ?? (quantity.kind === 'count' ? movementOf(words) : undefined);
}

function movementOf(words: string): Flow | undefined {
  const direction = directionOfMovement(words);
  return direction === undefined ? undefined : direction > 0 ? 'in' : 'out';
}

/** 事项 960 件，线上办理 720 件，其余 240 件: all of one kind, and the first of them is the most. */
function isRestOfAll(placed: readonly Placed[], flows: readonly (Flow | undefined)[]): boolean {
  const [first, ...others] = placed;
  const last = placed.at(-1);
  if (first === undefined || last === undefined || !/^[，；、](?:其余|余下)/u.test(last.lead)) return false;
  return (
    flows.at(-1) === 'closing' &&
    placed.every(({ mention: { role, quantity } }) => role === 'amount' && quantity.kind === 'count') &&
    others.every(({ mention }) => mention.quantity.value.lt(first.mention.quantity.value))
  );
}

const NO_FLOWS: ReadonlySet<Role> = new Set(['changeRate', 'perHead', 'last']);
function flowOfRole({ role, words, direction }: Mention): Flow | undefined {
  if (BUDGETS.has(role)) return /本年|当年|安排|下达/u.test(words) ? 'in' : 'whole';
  if (role === 'outturn') return /合同/u.test(words) ? 'whole' : 'out';
  if (role === 'added') return direction < 0 ? 'out' : 'in';
  return role === 'change' && /节约|结余/u.test(words) ? 'closing' : undefined;
}
