import { claimsIn } from './claims.ts';
import { comparandIn, cueOf, type Cue, type Role } from './cues.ts';
import { bareName, isGeneric } from './names.ts';
import { normalised } from './normal.ts';
import { quantitiesIn, type Quantity } from './quantity.ts';
import type { Item, List, Mention, Sentence } from './sentence.ts';
import { clauseBefore, sentencesOf, type Stretch } from './split.ts';

/** Roles of which an item has one for each unit. */
const SLOTS: ReadonlySet<Role> = new Set(['amount', 'outturn', 'last', 'initial', 'adjusted', 'budget', 'base', 'other']);
const CURRENT: ReadonlySet<Role> = new Set(['amount', 'outturn', 'other']);

const OPENER = /其中(?![有的])/u;
const ENUMERATION = /^[，：（\s]*(?:具体)?(包括|包含|分为|分别为|分别是|即)[：\s]*/u;
const COMPLETE = /^(?:分|即)/u;
const AND = /^(?:[、，\s]|和|及|与|以及)*$/u;
/** A sentence that begins so goes on about what the sentence before told of. */
const GOES_ON = /^(?:[与同]上年(?:度|决算数?)?相比|[比较]上年(?:度|决算数?)?|同比|[与同]年初预算(?:数)?相比|[比较]年初预算(?:数)?|完成年初预算|其中)/u;
const ANOTHER_YEAR = /(\d{4})年/u;
const PAST = /以前年度|往年|历年|累计|以来|上半年|[一二三四]季度|[前近]三年|五年/u;

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
    const sentence = new Reader(stretch, own, year, before).read();
    before = sentence;
    return own.length === 0 ? [] : [sentence];
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
      const spread = this.distribution(lead, index);
      if (spread > 0) index += spread - 1;
      else this.take(quantity, lead, index === 0);
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

  private take(quantity: Quantity, lead: string, first: boolean): void {
    const opened = this.follow(lead, first);
    const clause = clauseBefore(lead);
    const cue = this.cueFor(quantity, clause.text, lead);
    const name = this.nameFor(cue, clause, lead);
    const item = this.itemFor({ quantity, ...cue }, name, lead, opened);
    item.mentions.push({ quantity, ...cue });
  }

  private cueFor(quantity: Quantity, clause: string, lead: string): Cue {
    const lastYear = String(this.year - 1);
    const cue = this.base(quantity, cueOf(clause, quantity, lastYear));
    const role = this.isOfAnotherYear(clause, cue) ? 'other' : cue.role;
    const comparand = cue.comparand ?? comparandIn(lead.slice(-80), lastYear);
    return { ...cue, role, ...(comparand && { comparand }) };
  }

  /** 由 X 增加到 Y. */
  private base(quantity: Quantity, cue: Cue): Cue {
    const after = this.slice(quantity.to, quantity.to + 12);
    const turns = /^(?:逐步|大幅|稳步)?(?:增加|增长|提高|提升|上升|增|升|减少|下降|降低|压减|压缩|缩短|降|减|缩)(?:到|至|为)/u;
    if (turns.test(after) && (cue.role === 'amount' || cue.role === 'last' || cue.role === 'other')) {
      return { ...cue, role: 'base', subject: cue.subject.replace(/(?:由|从).*$/u, '') };
    }
    return cue;
  }

  private isOfAnotherYear(clause: string, { role }: Cue): boolean {
    if (PAST.test(clause)) return true;
    const year = ANOTHER_YEAR.exec(clause)?.[1];
    if (year === undefined || Number(year) === this.year) return false;
    return !(Number(year) === this.year - 1 && role !== 'amount');
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
  private follow(lead: string, first: boolean): boolean {
    for (const mark of lead) {
      if (mark === '（') this.depth += 1;
      if (mark === '）') {
        this.depth -= 1;
        this.open = this.open.filter(({ depth }) => depth <= this.depth);
      }
      if (mark === '；') this.open = this.open.slice(0, 1);
    }
    const enumeration = ENUMERATION.exec(lead)?.[1];
    const opens = OPENER.test(lead) || enumeration !== undefined || /^\s*：\s*\S/u.test(lead);
    const whole = this.current ?? (first && GOES_ON.test(lead) ? this.goneOn() : undefined);
    if (!opens || whole === undefined) return false;
    this.openList(whole, lead, enumeration !== undefined && COMPLETE.test(enumeration));
    return true;
  }

  private openList(whole: Item, lead: string, complete: boolean): void {
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
    if (current === undefined) {
      const earlier = name === '' && GOES_ON.test(this.stretch.text) ? this.goneOn() : undefined;
      return earlier === undefined ? this.add(name, lead) : this.goOn(earlier, lead);
    }
    const another = name !== '' && name !== current.name;
    if (!SLOTS.has(mention.role)) return another && !belongs(mention, name, current) ? this.add(name, lead) : current;
    const taken = current.mentions.some((one) => sameSlot(one, mention));
    if (!another && !taken) return current;
    if (another && mention.role !== 'amount' && !taken && isAspect(name)) return current;
    return this.add(name, lead);
  }

  private add(name: string, lead: string, opened = false): Item {
    const list = this.open.at(-1)?.list;
    const item: Item = { name, lead, mentions: [], claims: [], ...(list && { list }) };
    this.items.push(item);
    if (list === undefined) return item;
    if (!opened && (lead.includes('；') || /总计|合计|总额|本年|全年/u.test(name))) list.ends.add(list.parts.length);
    list.parts.push(item);
    return item;
  }

  /** What the sentence before told of is told of further. */
  private goOn({ name, mentions }: Item, lead: string): Item {
    const item: Item = { name, lead, mentions: [...mentions], claims: [] };
    this.items.push(item);
    return item;
  }

  /** 货物、工程、服务分别为 1、2、3 万元; 分别占 20%、30%、50%. How many quantities it read. */
  private distribution(lead: string, index: number): number {
    const clause = /分别([^，。；、：\n]{0,24})$/u.exec(lead);
    const [first] = this.quantities.slice(index);
    if (clause === null || first === undefined) return 0;
    let count = 1;
    for (let one = this.quantities[index + count]; one !== undefined; one = this.quantities[index + count]) {
      const between = this.slice(this.quantities[index + count - 1]?.to ?? 0, one.from);
      if (one.unit !== first.unit || !AND.test(between)) break;
      count += 1;
    }
    if (count < 2) return 0;
    const quantities = this.quantities.slice(index, index + count);
    const opened = this.follow(lead, index === 0);
    const cue = this.cueFor(first, clause[1] ?? '', lead);
    const names = namesBefore(lead.slice(0, clause.index));
    if (names.length === count) this.spread(quantities, cue, names, lead, opened);
    else if (this.items.length >= count && names.length === 0) this.join(quantities, cue);
    else for (const quantity of quantities) this.add('', lead).mentions.push({ ...cue, role: 'other', quantity });
    return count;
  }

  private spread(quantities: readonly Quantity[], cue: Cue, names: readonly string[], lead: string, opened: boolean): void {
    quantities.forEach((quantity, at) => {
      const name = bareName(names[at] ?? '');
      const known = SLOTS.has(cue.role) ? undefined : this.items.findLast((item) => item.name === name);
      const item = known ?? this.add(name, at === 0 ? lead : '、', opened);
      item.mentions.push({ ...cue, quantity });
    });
  }

  private join(quantities: readonly Quantity[], cue: Cue): void {
    const items = this.items.slice(-quantities.length);
    quantities.forEach((quantity, at) => {
      const item = items[at];
      if (SLOTS.has(cue.role) && item?.mentions.some((one) => sameSlot(one, { ...cue, quantity })) === true) return;
      item?.mentions.push({ ...cue, quantity });
    });
  }

  private addClaims(): void {
    const { text, from } = this.stretch;
    for (const claim of claimsIn(text)) {
      const at = claim.from + from;
      const item = this.items.findLast(({ mentions }) => mentions.some(({ quantity }) => quantity.to <= at));
      if (item === undefined) continue;
      const subject = bareName(clauseBefore(text.slice(Math.max(claim.from - 40, 0), claim.from)).text);
      if (isGeneric(subject) || subject === item.name) item.claims.push({ ...claim, from: at, to: claim.to + from });
    }
  }
}

function sameSlot(a: Mention, b: Mention): boolean {
  if (a.quantity.unit !== b.quantity.unit) return false;
  return a.role === b.role || (CURRENT.has(a.role) && CURRENT.has(b.role));
}

/** Names of kinds of money that a number about the same thing may have: 采购预算, 成交. */
function isAspect(name: string): boolean {
  return /^(?:采购|项目|合同|成交|中标|招标|支付|批复|年度|部门|单位)?(?:采购|金额|资金|总额|支出|预算)?$/u.test(name);
}

/** 项目支出2895.00万元，支出执行率96%: the rate is told of what stands before. */
function belongs({ role }: Mention, name: string, current: Item): boolean {
  if (current.name.endsWith(name) || name.endsWith(current.name)) return current.name !== '';
  return role === 'completion' || role === 'saving' || role === 'perHead' || role === 'total' ? isAspect(name) : false;
}

const SEPARATORS = /[、和及与]/u;

/** 货物、工程和服务支出: the names of a distribution, without what opens them. */
function namesBefore(words: string): readonly string[] {
  const clause = /[^，。；：\n]*$/u.exec(words.slice(-80))?.[0] ?? '';
  const names = clause.replace(/^.*其中：?/u, '').split(SEPARATORS);
  return names.length === 1 && isGeneric(bareName(names[0] ?? '')) ? [] : names;
}
