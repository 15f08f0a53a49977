import { diffArrays } from 'diff';
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
    const counts = `${slugs.a} 有${counted(a.size, measure)}，${slugs.b} 有${counted(b.size, measure)}`;
    const more = onlyB.length === 0 ? '' : `，多出${listed(onlyB)}`;
    const fewer = onlyA.length === 0 ? '' : `，没有${listed(onlyA)}`;
    sentences.push(`${about}：${counts}：${slugs.b} ${`${more}${fewer}`.slice(1)}`);
  }
  const moved = diffArrays([...inA], [...inB]).flatMap(({ removed, value }) => (removed ? value : []));
  const place = (key: string, of: ReadonlyMap<string, string>): string =>
    `第${numeral([...of.keys()].indexOf(key) + 1)}`;
  for (const key of moved)
    sentences.push(
      `${about}的次序：“${b.get(key)}”在 ${slugs.a} 排${place(key, a)}，在 ${slugs.b} 排${place(key, b)}`,
    );
  return sentences;
}

/** The keys that both have, in the order of the first. */
export function sharedKeys({ a, b }: Pair<ReadonlyMap<string, unknown>>): readonly string[] {
  return [...a.keys()].filter((key) => b.has(key));
}

function counted(count: number, measure: string): string {
  return (count === 2 ? '两' : numeral(count)) + measure;
}

function numeral(count: number): string {
  if (count === 0 || count > 99) return count === 0 ? '零' : String(count);
  return chineseNumeral(count);
}

function listed(titles: readonly string[]): string {
  return titles.map((title) => `“${title}”`).join('、');
}
