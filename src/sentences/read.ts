import { comparandIn } from './comparands.ts';
import { cueOf } from './cues.ts';
import type { Cue, Role } from './roles.ts';
import { claimsIn, nothingBefore } from './claims.ts';
import { baseCue, claimBeside, isOfAnotherYear, wholeCue } from './beside.ts';
import { distribution, type Distribution } from './distribution.ts';
import { bareName, isGeneric } from './names.ts';
import { normalised } from './normal.ts';
import { opening, type Opening } from './openers.ts';
import { quantitiesIn, type Quantity } from './quantity.ts';
import type { Item, List, Mention, Sentence } from './sentence.ts';
import { clauseBefore, sentencesOf, type Stretch } from './split.ts';

/** Roles of which an item has one for each unit. */
const SLOTS: ReadonlySet<Role> = new Set([
  'amount',
  'outturn',
  'last',
  'initial',
  'adjusted',
  'budget',
  'base',
  'other',
]);
const CURRENT: ReadonlySet<Role> = new Set(['amount', 'outturn', 'other']);

/** A sentence that begins so goes on about what the sentence before told of. */
const GOES_ON =
  /^(?:[与同]上年(?:度|决算数?)?相比|[比较]上年(?:度|决算数?)?|同比|[与同]年初预算(?:数)?相比|[比较]年初预算(?:数)?|完成年初预算|其中)/u;
/** Between a quantity and the rate that tells a part of it: 占 396.00 万元的 40%, 是 600 件的 2 至 2.5 倍. */
const OF = /^的(?:比重|比例)?(?:约|达到?|近|为|超过|高达|将近|\s)*(?:\d+(?:\.\d+)?[至-])?$/u;
/** Names under which a list hardly goes on, and words that turn from its parts to the whole again. */
const ELSE = /总计|合计|总额|本年|全年/u;
const ANOTHER_TIME = /年末|期末|年底|现有|实有|达到?(?:了)?$/u;
/** 招聘 8 人，其中硕士 5 人，调出 2 人: who leaves is no part of who came. */
const CAME = /招聘|招录|录用|新进|调入|新增|购置|新购/u;
const WENT = /^(?:调出|调离|退休|辞职|离职|注销|报废|处置|转出)/u;
/** 占比均不足2%: told of several things at once. */
const OF_EACH = /(?:均|都|皆|各)[^，。；]{0,6}$/u;
/** How far behind a number its own words reach. */
const AFTER = 20;

/**
 * Reads a text: which quantities stand in its sentences, what each is, what belongs together. Nothing is calculated and
 * no figure is known; where the words leave open what a number means, its role is `other`.
 *
 * @param year the booklet's year, to know last year by its number
 */
export function readText(text: string, year: number): readonly Sentence[] {
  const plain = normalised(text);
  const quantities = quantitiesIn(plain);
  let next = 0;
  let before: Sentence | undefined;
  return sentencesOf(plain).flatMap((stretch) => {
    const end = stretch.from + stretch.text.length;
    const own: Quantity[] = [];
    for (let one = quantities[next]; one !== undefined && one.from < end; one = quantities[next]) {
      own.push(one);
      next += 1;
    }
    return piecesOf(stretch, own).flatMap((piece) => {
      const sentence = new Reader(piece.stretch, piece.quantities, year, before).read();
      if (piece.quantities.length === 0) return sentence.items.length === 0 ? [] : [sentence];
      before = sentence;
      return [sentence];
    });
  });
}

/** No sentence of a booklet tells more; what goes on without a full stop is read piece by piece. */
const MOST_QUANTITIES = 120;

interface Piece {
  readonly stretch: Stretch;
  readonly quantities: readonly Quantity[];
}

function piecesOf(stretch: Stretch, quantities: readonly Quantity[]): readonly Piece[] {
  if (quantities.length <= MOST_QUANTITIES) return [{ stretch, quantities }];
  const count = Math.ceil(quantities.length / MOST_QUANTITIES);
  return Array.from({ length: count }, (_, index) => {
    const own = quantities.slice(index * MOST_QUANTITIES, (index + 1) * MOST_QUANTITIES);
    const from = index === 0 ? stretch.from : (own[0]?.from ?? stretch.from);
    const to = quantities[(index + 1) * MOST_QUANTITIES]?.from ?? stretch.from + stretch.text.length;
    return {
      stretch: { text: stretch.text.slice(from - stretch.from, to - stretch.from), from },
      quantities: own,
    };
  });
}

class Reader {
  private readonly items: Item[] = [];
  private readonly lists: List[] = [];
  /** Lists that are open, with how many brackets were. */
  private open: { readonly list: List; readonly depth: number }[] = [];
  private depth = 0;
  private readonly stretch: Stretch;
  private readonly quantities: readonly Quantity[];
  private readonly year: number;
  private readonly before: Sentence | undefined;

  constructor(stretch: Stretch, quantities: readonly Quantity[], year: number, before: Sentence | undefined) {
    this.stretch = stretch;
    this.quantities = quantities;
    this.year = year;
    this.before = before;
  }

  read(): Sentence {
    let at = this.stretch.from;
    for (let index = 0; index < this.quantities.length; index += 1) {
      const quantity = this.quantities[index];
      if (quantity === undefined) break;
      const lead = this.slice(at, quantity.from);
      const spread = distribution(lead, index, this.quantities, (from, to) => this.slice(from, to));
      if (spread !== undefined) {
        this.spread(spread, lead, index);
        index += spread.quantities.length - 1;
      } else this.take(quantity, lead, index);
      at = this.quantities[index]?.to ?? quantity.to;
    }
    this.addClaims();
    const { text, from } = this.stretch;
    return { text, from, items: this.items, lists: this.lists };
  }

  private slice(from: number, to: number): string {
    return this.stretch.text.slice(from - this.stretch.from, to - this.stretch.from);
  }

  private get current(): Item | undefined {
    return this.items.at(-1);
  }

  private take(quantity: Quantity, lead: string, index: number): void {
    const opened = this.follow(lead, index);
    const clause = clauseBefore(lead);
    const found = this.cueFor(quantity, clause.text, lead);
    const cue = this.isWholeOfNext(index) ? wholeCue(found) : this.ofLastYear(found);
    const name = this.nameFor(cue, clause, lead);
    const mention = this.mention(quantity, cue, index);
    const item = this.itemFor(mention, name, lead, opened);
    item.mentions.push(mention);
    const claim = claimBeside(mention, lead);
    if (claim !== undefined) item.claims.push(claim);
  }

  /** 2023年…5803.54万元，2022年为5257.38万元: last year's number of the same thing, and no part of a list. */
  private ofLastYear(cue: Cue): Cue {
    if (
      cue.role !== 'amount' ||
      this.open.length > 0 ||
      !new RegExp(`^${this.year - 1}年度?$`, 'u').test(cue.words)
    )
      return cue;
    const known = this.current?.mentions.some(({ role }) => CURRENT.has(role) || role === 'change');
    return known === true ? { ...cue, role: 'last', subject: '' } : cue;
  }

  /** Whether the quantity behind is a rate of this one. */
  private isWholeOfNext(index: number): boolean {
    const [one, next] = [this.quantities[index], this.quantities[index + 1]];
    if (one === undefined || next === undefined || one.kind === 'rate') return false;
    return (next.kind === 'rate' || next.kind === 'times') && OF.test(this.slice(one.to, next.from));
  }

  private mention(quantity: Quantity, cue: Cue, index: number): Mention {
    const [behind = ''] = this.slice(quantity.to, quantity.to + AFTER).split(/[，。；：、（）]/u, 1);
    const of = this.isWholeOfNext(index - 1) ? this.quantities[index - 1] : undefined;
    if (of === undefined) return { quantity, ...cue, after: behind };
    const earlier = this.current?.mentions.at(-1)?.words ?? '';
    const role: Role = earlier.includes('占') ? 'share' : quantity.kind === 'times' ? 'ratio' : 'completion';
    return { ...cue, role, quantity, of, after: behind, subject: '' };
  }

  private cueFor(quantity: Quantity, clause: string, lead: string): Cue {
    const lastYear = String(this.year - 1);
    const after = this.slice(quantity.to, quantity.to + AFTER);
    const base = /[，。；：（]/u.test(lead) ? undefined : this.current?.mentions.at(-1)?.role;
    const cue = baseCue(
      isBase(base) ? besideBase(clause, quantity, base) : cueOf(clause, quantity, lastYear),
      clause,
      after,
      quantity,
    );
    if (cue.role === 'share' && OF_EACH.test(clause)) return { ...cue, role: 'other' };
    if (this.isBracketShare(quantity, lead)) return { ...cue, role: 'share', whole: '', bare: true };
    const comparand = cue.comparand ?? comparandIn(lead.slice(-80), lastYear);
    const elsewhen = isOfAnotherYear(clause, cue.role, this.year);
    return { ...cue, ...(comparand && { comparand }), ...(elsewhen && { elsewhen }) };
  }

  /** 财政45.00万元（60%）: a rate alone behind a part may be its share. */
  private isBracketShare({ kind, to }: Quantity, lead: string): boolean {
    const before = this.current?.mentions.at(-1)?.role;
    if (kind !== 'rate' || lead !== '（' || this.slice(to, to + 1) !== '）') return false;
    return this.current?.list !== undefined && (before === 'amount' || before === 'outturn');
  }

  private nameFor(cue: Cue, clause: Stretch, lead: string): string {
    const name = bareName(cue.subject);
    if (!isGeneric(name)) return name;
    // 行政运行（项）：支出决算为 963.94 万元
    const mark = lead.charAt(clause.from - 1);
    const goesOn = mark === '：' || (this.items.length === 0 && mark === '，');
    if (!goesOn || !SLOTS.has(cue.role)) return '';
    const earlier = bareName(clauseBefore(lead.slice(0, clause.from - 1)).text);
    return isGeneric(earlier) || /相比$|比较$|时间/u.test(earlier) ? '' : earlier;
  }

  /** Follows brackets, semicolons and openers of lists; tells whether a list has just been opened. */
  private follow(lead: string, index: number): boolean {
    for (const mark of lead) {
      if (mark === '（') this.depth += 1;
      if (mark === '）') {
        this.depth -= 1;
        this.open = this.open.filter(({ depth }) => depth <= this.depth);
      }
      if (mark === '；') this.open = this.open.slice(0, 1);
    }
    const found = opening(lead, this.current);
    if (found === undefined) return false;
    const goesOn = index === 0 && GOES_ON.test(lead) ? this.goneOn() : undefined;
    const whole = found.name === undefined ? (this.current ?? goesOn) : this.addNamed(found.name, lead);
    if (whole === undefined) return false;
    this.openList(whole, lead, found);
    return true;
  }

  /** 政府采购支出中，货物…: a whole of which the sentence tells no amount. */
  private addNamed(name: string, lead: string): Item {
    this.open = [];
    const item: Item = { name, lead: lead.slice(0, 40), mentions: [], claims: [], fromNothing: false };
    this.items.push(item);
    return item;
  }

  private openList(whole: Item, lead: string, { complete }: Opening): void {
    const list: List = { whole, known: [...whole.mentions], parts: [], ends: new Set(), complete };
    if (whole.list !== undefined) whole.list.ends.add(whole.list.parts.indexOf(whole));
    this.lists.push(list);
    const inside = lead.lastIndexOf('（') > lead.lastIndexOf('）');
    this.open.push({ list, depth: inside ? this.depth : Math.min(this.depth, 0) });
  }

  /** The one thing that the sentence before told of. */
  private goneOn(): Item | undefined {
    const top = this.before?.items.filter(({ list }) => list === undefined) ?? [];
    const [only] = top;
    return top.length === 1 ? only : undefined;
  }

  private itemFor(mention: Mention, name: string, lead: string, opened: boolean): Item {
    const { current } = this;
    if (opened) return this.add(name, lead, true);
    if (current === undefined) return this.firstItem(name, lead);
    return isAbout(current, mention, name) ? current : this.add(name, lead);
  }

  private firstItem(name: string, lead: string): Item {
    const earlier = name === '' && GOES_ON.test(this.stretch.text) ? this.goneOn() : undefined;
    return earlier === undefined ? this.add(name, lead) : this.goOn(earlier, lead);
  }

  private add(name: string, lead: string, opened = false): Item {
    const innermost = this.open.at(-1)?.list;
    if (innermost !== undefined && CAME.test(innermost.whole.lead) && WENT.test(name)) this.open.pop();
    const list = this.open.at(-1)?.list;
    const item: Item = { name, lead, mentions: [], claims: [], fromNothing: false, ...(list && { list }) };
    this.items.push(item);
    if (list === undefined) return item;
    if (!opened && (lead.includes('；') || ELSE.test(name) || ANOTHER_TIME.test(lead)))
      list.ends.add(list.parts.length);
    list.parts.push(item);
    return item;
  }

  /** What the sentence before told of is told of further. */
  private goOn({ name, mentions }: Item, lead: string): Item {
    const item: Item = { name, lead, mentions: [...mentions], claims: [], fromNothing: false };
    this.items.push(item);
    return item;
  }

  private spread({ quantities, names, clause, before }: Distribution, lead: string, index: number): void {
    const opened = this.follow(lead, index);
    const [first] = quantities;
    if (first === undefined) return;
    const cue = this.cueFor(first, clause, lead);
    const mentions = quantities.map((quantity): Mention => ({ ...cue, quantity, after: '' }));
    const known = this.items.slice(-quantities.length);
    if (names.length === quantities.length) this.spreadOver(mentions, names, lead, opened);
    else if (names.length === 0 && known.length === quantities.length && !SLOTS.has(cue.role)) {
      mentions.forEach((mention, at) => known[at]?.mentions.push(mention));
    } else for (const mention of mentions) this.add(bareName(before), lead).mentions.push(mention);
  }

  private spreadOver(
    mentions: readonly Mention[],
    names: readonly string[],
    lead: string,
    opened: boolean,
  ): void {
    mentions.forEach((mention, at) => {
      const name = bareName(names[at] ?? '');
      const known = SLOTS.has(mention.role) ? undefined : this.items.findLast((item) => item.name === name);
      const item = known ?? this.add(name, at === 0 ? lead : '、', opened);
      item.mentions.push(mention);
    });
  }

  /** …完成预算的83.33%。决算数小于预算数的原因是…. */
  private addClaimsWithoutNumbers(): void {
    const { text, from } = this.stretch;
    const earlier = TELLS_MORE.test(text) ? this.goneOn() : undefined;
    if (earlier === undefined) return;
    const item = this.goOn(earlier, '');
    for (const claim of claimsIn(text))
      item.claims.push({ ...claim, from: claim.from + from, to: claim.to + from });
  }

  private addClaims(): void {
    const { text, from } = this.stretch;
    if (this.quantities.length === 0) {
      this.addClaimsWithoutNumbers();
      return;
    }
    let next = 0;
    let last: Item | undefined;
    const upTo = (at: number): Item | undefined => {
      for (let item = this.items[next]; item !== undefined; item = this.items[next]) {
        const [first] = item.mentions;
        if (first !== undefined && first.quantity.to > at) break;
        last = first === undefined ? last : item;
        next += 1;
      }
      return last;
    };
    const found = [
      ...claimsIn(text).map((claim) => ({ at: claim.from + from, claim })),
      ...nothingBefore(text).map((at) => ({ at: at + from, claim: undefined })),
    ].sort((a, b) => a.at - b.at);
    for (const { at, claim } of found) {
      const item = upTo(at) ?? (claim === undefined ? this.items[0] : undefined);
      if (item === undefined) continue;
      if (claim === undefined) {
        item.fromNothing = true;
        continue;
      }
      const subject = bareName(clauseBefore(text.slice(Math.max(claim.from - 40, 0), claim.from)).text);
      if (isGeneric(subject) || subject === item.name)
        item.claims.push({ ...claim, from: at, to: claim.to + from });
    }
  }
}

/** Whether a number tells more of what the sentence is speaking of. */
function isAbout(current: Item, mention: Mention, name: string): boolean {
  if (mention.of !== undefined) return true;
  const another = name !== '' && name !== current.name;
  if (!SLOTS.has(mention.role)) return !another || belongs(mention, name, current);
  if (current.mentions.some((one) => sameSlot(one, mention))) return false;
  return !another || isAspect(name, mention, current);
}

type Base = 'last' | 'initial' | 'adjusted' | 'budget' | 'base';

function isBase(role: Role | undefined): role is Base {
  return role === 'last' || role === 'initial' || role === 'adjusted' || role === 'budget' || role === 'base';
}

/** 比上年 2,000 件少 400 件: the number stands right behind what it is compared with. */
function besideBase(clause: string, quantity: Quantity, base: Base): Cue {
  // 由 6 个增设到 10 个
  if (/^[\p{Script=Han}]{2,5}[到至为成]了?$/u.test(clause))
    return { ...cueOf(clause, quantity, '上年'), subject: '' };
  const cue = cueOf(`比上年${clause}`, quantity, '上年');
  if (cue.role !== 'change' && cue.role !== 'changeRate' && cue.role !== 'points')
    return cueOf(clause, quantity, '上年');
  return { ...cue, words: clause, comparand: base === 'base' ? 'other' : base };
}

/** A sentence without numbers that tells of what the sentence before gave the numbers of. */
const TELLS_MORE = /^(?:支出)?决算数?|^[与同][上年]|^比|^较/u;

function sameSlot(a: Mention, b: Mention): boolean {
  if (a.quantity.unit !== b.quantity.unit) return false;
  return a.role === b.role || (CURRENT.has(a.role) && CURRENT.has(b.role));
}

const ASPECT =
  /^(?:采购|项目|合同|成交|中标|招标|支付|批复|年度|部门|单位|实际|最终)?(?:采购|金额|资金|总额|支出|预算)?$|^(?:本年|当年|今年)(?:支出|收入|度)?$|^实际.{0,4}$/u;

/** Names of kinds of money that a number about the same thing may have: 采购预算, 成交; 上年支出…，本年支出…. */
function isAspect(name: string, { role }: Mention, current: Item): boolean {
  if (!ASPECT.test(name)) return false;
  return (
    role !== 'amount' ||
    (current.name !== '' &&
      current.mentions.some((one) => ['last', 'initial', 'adjusted', 'budget', 'base'].includes(one.role)))
  );
}

/** 项目支出2895.00万元，支出执行率96%: the rate is told of what stands before. */
function belongs({ role }: Mention, name: string, current: Item): boolean {
  if (role === 'share') return false;
  if (current.name.endsWith(name) || name.endsWith(current.name)) return current.name !== '';
  return role === 'completion' || role === 'saving' || role === 'perHead' || role === 'total'
    ? ASPECT.test(name)
    : false;
}
