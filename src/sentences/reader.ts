import { OpenLists } from './open-lists.ts';
import { tellClaims, tellClaimsOf } from './told-claims.ts';
import { CURRENT, SLOTS, isAbout } from './belonging.ts';
import { claimBeside, wholeCue } from './beside.ts';
import { cueInContext } from './cue-in-context.ts';
import { type Distribution, distribution, wholesEach } from './distribution.ts';
import { goesOn, subjectOf, tellsMore } from './going-on.ts';
import { nameFor } from './item-names.ts';
import { bareName } from './names.ts';
import { opening, type Opening } from './openers.ts';
import { type Quantity, unbounded } from './quantity.ts';
import type { Cue, Role } from './roles.ts';
import type { Item, Mention, Sentence } from './sentence.ts';
import { TURNS_TO_ELSE, type Stretch, clauseBefore, isBracketClosed } from './split.ts';

/** Between a quantity and the rate that tells a part of it: 占 396.00 万元的 40%, 是 600 件的 2 至 2.5 倍. */
const OF =
  /^(?:的(?:比重|比例)?|(?:当|之)?中(?:的)?所?占(?:比|比重)?)(?:约|达到?|近|为|超过|高达|将近|\s)*(?:\d+(?:\.\d+)?[至-])?$/u;

/** How far behind a number its own words reach. */
const AFTER = 20;
/** How far ahead of a list the word that closes it is looked for. */
const AHEAD = 60;

/** Reads one sentence, number by number; `before` is the sentence before it, of which it may go on to tell. */
export class Reader {
  private readonly items: Item[] = [];
  private readonly lists = new OpenLists();
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

  read(behind: string): Sentence {
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
    const { before } = this;
    return { text, from, items: this.items, lists: this.lists.all, behind, ...(before && { before }) };
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
    const name = nameFor(cue, clause, lead, this.items);
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
      this.lists.innermost !== undefined ||
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
    if (of === undefined)
      return { quantity: cue.role === 'base' ? unbounded(quantity) : quantity, ...cue, after: behind };
    const earlier = (this.current?.mentions.at(-1)?.words ?? '') + this.slice(of.to, quantity.from);
    const role: Role = earlier.includes('占') ? 'share' : quantity.kind === 'times' ? 'ratio' : 'completion';
    return { ...cue, role, quantity, of, after: behind, subject: '' };
  }

  private cueFor(quantity: Quantity, clause: string, lead: string): Cue {
    const after = this.slice(quantity.to, quantity.to + AFTER);
    const { current, items, year } = this;
    return cueInContext({ quantity, clause, lead, after, current, items, year });
  }

  /** Follows brackets, semicolons and openers of lists; tells whether a list has just been opened. */
  private follow(lead: string, index: number): boolean {
    this.lists.follow(lead);
    if (this.isWholeOfNext(index - 1)) return false;
    const found = opening(
      lead,
      this.current,
      this.slice(this.quantities[index]?.to ?? 0, Infinity).slice(0, AHEAD),
    );
    if (found === undefined) return false;
    if (found.again === true) return this.divideAnew(lead, found);
    const before = index === 0 && goesOn(lead) ? subjectOf(this.before) : undefined;
    const whole =
      found.name === undefined ? (this.wholeFor(index) ?? before) : this.addNamed(found.name, lead);
    if (whole === undefined) return false;
    this.lists.begin(whole, lead, found, this.items[this.items.indexOf(whole) - 1]);
    return true;
  }

  /** 按级别分，…；按学段分，…: another list of what the first is a list of. */
  private divideAnew(lead: string, found: Opening): boolean {
    const whole = this.lists.innermost?.whole;
    if (whole === undefined) return false;
    this.lists.closeAll();
    this.lists.begin(whole, lead, found, this.items[this.items.indexOf(whole) - 1]);
    return true;
  }

  /** 问题 18 卷，问题率 15%，其中编号错误 11 卷: counts are parts of what was counted. */
  private wholeFor(index: number): Item | undefined {
    const [part, { current }] = [this.quantities[index], this];
    if (part === undefined || part.kind === 'rate') return current;
    const counted = this.items.findLast(
      ({ mentions }) =>
        mentions.some(({ quantity }) => quantity.kind !== 'rate') &&
        !isBracketClosed(this.slice(mentions.at(-1)?.quantity.to ?? part.from, part.from)),
    );
    const end = counted?.mentions.at(-1)?.quantity.to ?? part.from;
    return TURNS_TO_ELSE.test(this.slice(end, part.from)) ? current : (counted ?? current);
  }

  /** 政府采购支出中，货物…: a whole of which the sentence tells no amount. */
  private addNamed(name: string, lead: string): Item {
    this.lists.closeAll();
    const item: Item = { name, lead: lead.slice(0, 40), mentions: [], claims: [], fromNothing: false };
    this.items.push(item);
    return item;
  }

  private itemFor(mention: Mention, name: string, lead: string, opened: boolean): Item {
    const { current } = this;
    if (opened) return this.add(name, lead, true);
    if (current === undefined) return this.firstItem(name, lead);
    const turned = name !== '' && SLOTS.has(mention.role) && TURNS_TO_ELSE.test(lead);
    return !turned && isAbout(current, mention, name) ? current : this.add(name, lead);
  }

  private firstItem(name: string, lead: string): Item {
    const earlier = name === '' && goesOn(this.stretch.text) ? subjectOf(this.before) : undefined;
    return earlier === undefined ? this.add(name, lead) : this.goOn(earlier, lead);
  }

  private add(name: string, lead: string, opened = false): Item {
    const list = this.lists.listFor(name);
    const item: Item = { name, lead, mentions: [], claims: [], fromNothing: false, ...(list && { list }) };
    this.items.push(item);
    this.lists.admit(item, opened);
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
    const wholes = names.length === 0 ? wholesEach(clause, quantities.length) : [];
    const mentions = quantities.map((quantity, at): Mention => {
      const own = wholes[at];
      return { ...(own === undefined ? cue : this.cueFor(quantity, own, own)), quantity, after: '' };
    });
    if (wholes.length > 0 && this.current !== undefined) {
      this.current.mentions.push(...mentions);
      return;
    }
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

  private addClaims(): void {
    if (this.quantities.length > 0) {
      tellClaims(this.items, this.stretch);
      return;
    }
    // …完成预算的83.33%。决算数小于预算数的原因是…
    const earlier = tellsMore(this.stretch.text) ? subjectOf(this.before) : undefined;
    if (earlier !== undefined) tellClaimsOf(this.goOn(earlier, ''), this.stretch);
  }
}
