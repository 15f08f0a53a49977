import { remembered } from '../../source/remembered.ts';
import type { Item, Mention, Sentence } from '../sentence.ts';

/** A number of a sentence with what it is told of and the words that lead to it. */
export interface Placed {
  readonly mention: Mention;
  readonly item: Item;
  /** The words between the number before it, or the beginning of the sentence, and it. */
  readonly lead: string;
  /** The words before it since the last mark, other numbers among them. */
  readonly clause: string;
  /** The words behind it, as far as they may qualify it. */
  readonly behind: string;
}

/** How far words that qualify a number stand behind it. */
const BEHIND = 8;
/** How far back a clause is looked for. */
const REACH = 40;
/** 合计 35.40 万元（扣减违约金…）: no plain sum. */
const QUALIFIED = /^（(?:已|其中)?(?:扣|减|含|不含|另|剔除|折)/u;

/** Whether the words behind a number say that it is no plain sum or product. */
export function isQualified({ behind }: Placed): boolean {
  return QUALIFIED.test(behind);
}

/** What a sentence says between two of its numbers. */
export function textBetween(a: Mention, b: Mention, { text, from }: Sentence): string {
  return text.slice(a.quantity.to - from, b.quantity.from - from);
}

const APIECE = /\d[^，。；：、\d]{1,10}各(?![项类级种界方地部处])[^，。；：、\d]{0,10}$/u;

/** 4 个街道各 25 万元: what each of those has that are counted right before it. */
export function isApiece({ clause }: Pick<Placed, 'clause'>): boolean {
  return APIECE.test(clause);
}

const LIMIT_BEFORE =
  /上限|最高(?![价的])|最低(?![价的])|限额|不超过|不得|不低于|不高于|不少于|至多|至少|通常|高峰|单日|封顶/u;
const LIMIT_BEHIND = /^的?(?:控制|补助|规定|限额)*(?:标准|限额|上限|红线|控制线|规定|封顶)/u;

/** 上限 30 万元, 2300 元的控制标准, 90 分以上: what bounds a number and is no amount of anything. */
export function isLimit({ mention: { quantity }, clause, behind }: Placed): boolean {
  const { approximation } = quantity;
  if (approximation === 'over' || approximation === 'under') return true;
  return LIMIT_BEFORE.test(clause) || LIMIT_BEHIND.test(behind);
}

/** The numbers of a sentence in the order in which they stand, without those of the sentence before. */
export const placedIn = remembered(({ items, text, from }: Sentence): readonly Placed[] => {
  const own = items
    .flatMap((item) => item.mentions.map((mention) => ({ item, mention })))
    .filter(({ mention }) => mention.quantity.from >= from)
    .toSorted((a, b) => a.mention.quantity.from - b.mention.quantity.from);
  return own.map((one, index) => {
    const before = own[index - 1]?.mention.quantity.to ?? from;
    const { quantity } = one.mention;
    const to = quantity.to - from;
    return {
      ...one,
      lead: text.slice(before - from, quantity.from - from),
      clause:
        /[^，。；：、]*$/u.exec(
          text.slice(Math.max(quantity.from - from - REACH, 0), quantity.from - from),
        )?.[0] ?? '',
      behind: text.slice(to, to + BEHIND),
    };
  });
});
