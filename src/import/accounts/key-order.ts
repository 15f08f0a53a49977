import { CODE_STEP } from '../../accounts/facts/fact.ts';
import type { FactBook } from '../../accounts/facts/fact-book.ts';
import { mapOf, type YamlMap, type YamlValue } from '../../source/writer/value.ts';

/** Keys of `accounts.yaml` that are no facts, before and after them. */
const HEAD = ['待核', '年度', '金额单位', '模板', '情形', '公开'];
const TAIL = ['科目名称', '批复数', '印数', '核对说明'];

/** The order of keys below each path of `accounts.yaml`, its steps joined by line ends. */
export type KeyOrder = ReadonlyMap<string, readonly string[]>;

/** The order in which the facts of a book stand in the file. */
export function keyOrder({ facts }: FactBook): KeyOrder {
  const order = new Map<string, string[]>([['', [...HEAD]]]);
  for (const { path } of facts) {
    path.forEach((key, index) => {
      const above = path.slice(0, index).join('\n');
      const keys = order.get(above) ?? [];
      if (!keys.includes(key)) order.set(above, [...keys, key]);
    });
  }
  order.set('', [...(order.get('') ?? []), ...TAIL]);
  return order;
}

/** A mapping with a value at a path: new keys stand where the file has them by its order, codes by their digits. */
export function withEntry(
  map: YamlMap,
  path: readonly string[],
  value: YamlValue,
  order: KeyOrder,
  above: readonly string[] = [],
): YamlMap {
  const [key = '', ...rest] = path;
  const old = map.get(key);
  const below = [...above, /^\d/.test(key) && order.has([...above, CODE_STEP].join('\n')) ? CODE_STEP : key];
  const next = rest.length === 0 ? value : withEntry(mapOf(old), rest, value, order, below);
  if (old !== undefined) return new Map(map).set(key, next);
  const rank = (one: string): number => order.get(above.join('\n'))?.indexOf(one) ?? -1;
  const keys = [...map.keys()];
  const before = keys.findLastIndex((one) =>
    /^\d/.test(one) && /^\d/.test(key)
      ? one < key
      : rank(key) < 0 || (rank(one) >= 0 && rank(one) < rank(key)),
  );
  return new Map([...map].toSpliced(before + 1, 0, [key, next]));
}
