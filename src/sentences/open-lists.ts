import type { Opening } from './openers.ts';
import type { Item, List } from './sentence.ts';
import { TURNS_TO_ELSE } from './split.ts';

/** Names under which a list hardly goes on, and words that turn from its parts to the whole again. */
const ELSE = /总计|合计|总额|本年|全年/u;
const ANOTHER_TIME = /年末|期末|年底|现有|实有|达到?(?:了)?$/u;
/** 招聘 8 人，其中硕士 5 人，调出 2 人: who leaves is no part of who came. */
const CAME = /招聘|招录|录用|新进|调入|新增|购置|新购/u;
const WENT = /^(?:调出|调离|退休|辞职|离职|注销|报废|处置|转出)/u;

/** The lists of a sentence, and which of them are open at the place that is being read. */
export class OpenLists {
  readonly all: List[] = [];
  /** Those that are open, with how many brackets were. */
  private open: { readonly list: List; readonly depth: number }[] = [];
  private depth = 0;

  get innermost(): List | undefined {
    return this.open.at(-1)?.list;
  }

  /** Follows brackets and semicolons, which end lists. */
  follow(lead: string): void {
    for (const mark of lead) {
      if (mark === '（') this.depth += 1;
      if (mark === '）') {
        this.depth -= 1;
        this.open = this.open.filter(({ depth }) => depth <= this.depth);
      }
      if (mark === '；') this.open = this.open.slice(0, 1);
    }
  }

  closeAll(): void {
    this.open = [];
  }

  /** `before` is what was told right before the whole: 项目 23 个，总投资 18.60 亿元，其中已开工 17 个…. */
  begin(whole: Item, lead: string, { complete, among = false }: Opening, before: Item | undefined): void {
    const units = new Set(whole.mentions.map(({ quantity }) => quantity.unit));
    const counted =
      before?.list === whole.list && !TURNS_TO_ELSE.test(whole.lead) ? (before?.mentions ?? []) : [];
    const also = counted.filter(({ role, quantity }) => role === 'amount' && !units.has(quantity.unit));
    const list: List = {
      whole,
      known: [...also, ...whole.mentions],
      parts: [],
      ends: new Set(),
      complete,
      among,
    };
    if (whole.list !== undefined) whole.list.ends.add(whole.list.parts.indexOf(whole));
    this.all.push(list);
    const inside = lead.lastIndexOf('（') > lead.lastIndexOf('）');
    this.open.push({ list, depth: inside ? this.depth : Math.min(this.depth, 0) });
  }

  /** The list to which what is called so belongs, if one is open. */
  listFor(name: string): List | undefined {
    const list = this.innermost;
    if (list !== undefined && CAME.test(list.whole.lead) && WENT.test(name)) this.open.pop();
    return this.innermost;
  }

  /** Adds a part to its list; `opened` where the list has just begun. */
  admit(item: Item, opened: boolean): void {
    const { list, lead, name } = item;
    if (list === undefined) return;
    if (!opened && (TURNS_TO_ELSE.test(lead) || ELSE.test(name) || ANOTHER_TIME.test(lead)))
      list.ends.add(list.parts.length);
    list.parts.push(item);
  }
}
