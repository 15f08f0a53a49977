import { Exact } from '../../accounts/decimal.ts';
import type { Quantity } from '../quantity.ts';
import type { Relation } from './relation.ts';

/** A relation of dates, hours or ordinals, which are no quantities of a sentence. */
export type TextRelation = Relation;

/** A number as it stands in a text, with its unit. */
export function numberAt(digits: string, unit: string, from: number): Quantity {
  const value = new Exact(/^\d+(?:\.\d+)?$/u.test(digits) ? digits : 0);
  const text = digits + unit;
  return {
    kind: 'count',
    unit,
    value,
    half: new Exact(0),
    text,
    digits,
    writtenUnit: unit,
    from,
    to: from + text.length,
  };
}

/** Groups of a pattern with nothing for those that did not take part, and where its count stands. */
export interface Found {
  readonly words: string;
  readonly groups: Readonly<Record<string, string>>;
  readonly at: number;
  readonly index: number;
}

/** Every place of a text where a pattern that has a group `count` and perhaps a `unit` stands. */
export function foundIn(text: string, pattern: RegExp): readonly Found[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: words, groups, indices, index }) => {
    const at = indices?.groups?.['count']?.[0];
    if (at === undefined) return [];
    const told = Object.entries(groups ?? {}).filter(
      (pair): pair is [string, string] => pair[1] !== undefined,
    );
    return [{ words, groups: Object.fromEntries(told), at, index }];
  });
}

/** What is told of a number that only its text shows. */
export function textRelation(quantity: Quantity, holds: boolean, problem: string): TextRelation {
  return { members: [quantity], result: quantity, holds, problem, explained: true };
}

const NUMERALS = '零一二三四五六七八九十';

/** 六, 十二, 6: what is counted in words or in digits, up to 99; undefined for other words. */
export function counted(words: string): number | undefined {
  if (words === '') return undefined;
  if (/^\d+$/u.test(words)) return Number(words);
  const [tens, units] = words.includes('十') ? words.split('十') : ['', words];
  const digit = (one: string, none: number): number =>
    one === '' ? none : NUMERALS.indexOf(one.replace('两', '二'));
  const [high, low] = [words.includes('十') ? digit(tens ?? '', 1) : 0, digit(units ?? '', 0)];
  return high < 0 || low < 0 ? undefined : high * 10 + low;
}
