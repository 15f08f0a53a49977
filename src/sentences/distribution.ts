import { bareName, isGeneric } from './names.ts';
import type { Quantity } from './quantity.ts';

/** Several quantities in a row that are told of several things: 货物、工程、服务分别为 1、2、3 万元. */
export interface Distribution {
  readonly quantities: readonly Quantity[];
  /** The things, in the same order; none where the sentence has told of them before. */
  readonly names: readonly string[];
  /** The words between 分别 and the first number. */
  readonly clause: string;
  /** The words before 分别, where they name one thing that has several numbers. */
  readonly before: string;
}

const RESPECTIVELY = /(?:分别|各(?=[占为是有]))([^，。；、：\n]{0,24})$/u;
const AND = /^(?:[、，\s]|和|及|与|以及)*$/u;
const SEPARATORS = /[、和及与]/u;
const REACH = 80;

/** The distribution that begins with the quantity of an index, if one does. */
export function distribution(
  lead: string,
  index: number,
  all: readonly Quantity[],
  slice: (from: number, to: number) => string,
): Distribution | undefined {
  const clause = RESPECTIVELY.exec(lead.slice(-REACH));
  const first = all[index];
  if (clause === null || first === undefined) return undefined;
  let end = index + 1;
  for (let one = all[end]; one !== undefined; one = all[end]) {
    if (one.unit !== first.unit || !AND.test(slice(all[end - 1]?.to ?? 0, one.from))) break;
    end += 1;
  }
  const quantities = all.slice(index, end);
  if (quantities.length < 2) return undefined;
  const words = lead.slice(-REACH).slice(0, clause.index);
  const names = namesBefore(words);
  return { quantities, names, clause: clause[1] ?? '', before: names.length === 1 ? (names[0] ?? '') : '' };
}

/** 货物、工程和服务支出: the names of a distribution, without what opens them. */
function namesBefore(words: string): readonly string[] {
  const clause = /[^，。；：\n]*$/u.exec(words)?.[0] ?? '';
  const names = clause.replace(/^.*其中：?/u, '').split(SEPARATORS);
  return names.length === 1 && isGeneric(bareName(names[0] ?? '')) ? [] : names;
}

const OF_EACH = /^((?:占|为|是|完成|相当于)[了到]?)(.+)的$/u;

/** 分别为年初预算和全年预算的 a 和 b: the words for each of the rates, where they name as many wholes; none otherwise. */
export function wholesEach(clause: string, count: number): readonly string[] {
  const [, verb = '', wholes = ''] = OF_EACH.exec(clause) ?? [];
  const each = wholes.split(SEPARATORS);
  return each.length === count ? each.map((whole) => `${verb}${whole}的`) : [];
}
