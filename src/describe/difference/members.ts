import { chineseNumeral } from '../../document/chinese-numeral.ts';
import type { Pair, Slugs } from './pair.ts';

/** What a pack has several of, each with a key: parts, tables, terms. */
export interface Members {
  /** What they are called, and how they are counted: 部分 and 个. */
  readonly about: string;
  readonly measure: string;
  /** Titles by key, in order. */
  readonly titles: Pair<ReadonlyMap<string, string>>;
}

/** How many there are, which only one has, and whether the others stand in the same order. */
export function compareMembers({ about, measure, titles }: Members, slugs: Slugs): readonly string[] {
  const { a, b } = titles;
  const onlyA = [...a].filter(([key]) => !b.has(key)).map(([, title]) => title);
  const onlyB = [...b].filter(([key]) => !a.has(key)).map(([, title]) => title);
  const inA = [...a.keys()].filter((key) => b.has(key));
  const inB = [...b.keys()].filter((key) => a.has(key));
  const sentences: string[] = [];
  if (onlyA.length > 0 || onlyB.length > 0) {
    const counts = `${slugs.a} 有${numeral(a.size)}${measure}，${slugs.b} 有${numeral(b.size)}${measure}`;
    const more = onlyB.length === 0 ? '' : `，多出${listed(onlyB)}`;
    const fewer = onlyA.length === 0 ? '' : `，没有${listed(onlyA)}`;
    sentences.push(`${about}：${counts}：${slugs.b} ${`${more}${fewer}`.slice(1)}`);
  }
  if (inA.join('\n') !== inB.join('\n')) {
    const order = (keys: readonly string[], of: ReadonlyMap<string, string>): string =>
      keys.map((key) => `“${of.get(key) ?? key}”`).join('、');
    sentences.push(`${about}的次序：${slugs.a} 为${order(inA, a)}；${slugs.b} 为${order(inB, b)}`);
  }
  return sentences;
}

/** The keys that both have, in the order of the first. */
export function sharedKeys({ a, b }: Pair<ReadonlyMap<string, unknown>>): readonly string[] {
  return [...a.keys()].filter((key) => b.has(key));
}

function numeral(count: number): string {
  if (count === 0 || count > 99) return count === 0 ? '零' : String(count);
  return count === 2 ? '两' : chineseNumeral(count);
}

function listed(titles: readonly string[]): string {
  return titles.map((title) => `“${title}”`).join('、');
}
