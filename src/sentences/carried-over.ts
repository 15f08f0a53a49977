import type { Registry } from '../figures/registry.ts';
import { idsCalled } from './figures-called.ts';
import { intervalOf, intervalOfValue, overlaps } from './interval.ts';
import type { Item } from './sentence.ts';

const CARRIED = /结转|结余|结存/u;
const IN_FIGURE = /结转和结余$/u;
const OPENING = /年初|期初|上年|以前年度|往年/u;
const CLOSING = /年末|期末|年底|下年|次年|下一年|明年/u;
/** What was done with it, and what is more than it. */
const ELSE = /使用|动用|安排|盘活|收回|上缴|消化|支出(?!功能)|收入|预算数|调整|追加/u;
/** Whose carried-over money a total may be, before the end of the year it is told of. */
const OWNERS = ['收入', '支出', '财政拨款'] as const;
/** Where no list tells the whole, it is the last that was named before the part. */
const LAST_NAMED = /[\p{Script=Han}]*(?:结转|结余|结存)[\p{Script=Han}]*/gu;

/**
 * What a fund named under money that was carried over means: 结转下年 207.91 万元，其中一般公共预算 122.44 万元. None where that
 * whole is no figure of the booklet, undefined where nothing of the kind is spoken of. `before` is the sentence up to the
 * part.
 */
export function carriedOver(
  item: Item,
  fund: string,
  before: string,
  figures: Registry,
): readonly string[] | undefined {
  const whole = item.list?.whole;
  const words = whole === undefined ? lastNamed(before) : `${whole.name}${whole.lead}`;
  if (!CARRIED.test(words)) return undefined;
  const end = CLOSING.test(words) ? '年末' : OPENING.test(words) ? '年初' : undefined;
  if (end === undefined || ELSE.test(words) || !isOwn(whole, end, figures)) return [];
  const id = `${end}结转和结余.${fund}`;
  return figures.has(id) ? [id] : [];
}

function lastNamed(before: string): string {
  return [...before.matchAll(LAST_NAMED)].at(-1)?.[0] ?? '';
}

/** Whether a whole is called by a figure's name, or told with the amount of one. */
function isOwn(whole: Item | undefined, end: string, figures: Registry): boolean {
  if (whole === undefined) return true;
  if (idsCalled(whole, '', figures).some((id) => IN_FIGURE.test(id))) return true;
  const told = whole.mentions.filter(({ quantity }) => quantity.kind === 'money');
  return OWNERS.some((owner) => {
    const value = figures.find(`${owner}.${end}结转和结余`)?.value;
    return (
      value?.state === 'known' &&
      told.some(({ quantity }) => overlaps(intervalOf(quantity), intervalOfValue(value)))
    );
  });
}
