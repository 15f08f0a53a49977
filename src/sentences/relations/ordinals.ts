import type { Sentence } from '../sentence.ts';
import { counted, foundIn, numberAt, textRelation, type TextRelation } from './text-numbers.ts';

const RANKS =
  /第(?<a>\d{1,3}|[一二三四五六七八九十]{1,3})[位名][^，。；第]{0,8}(?:至|到|为)[^，。；第]{0,4}第(?<b>\d{1,3}|[一二三四五六七八九十]{1,3})[位名][^，。；]{0,4}，[^，。；\d]{0,6}(?:[升降上下前后][移升降进退]?|提高|提升|上升|下降|前进|后退)了?(?<count>\d{1,3}|[一二三四五六七八九十]{1,3})(?<unit>个?[位名]次?)/dgu;
/** 居第 3 位，比上年的第 6 位前移 3 位. */
const RANK_ON_LAST =
  /第(?<a>\d{1,3}|[一二三四五六七八九十]{1,3})[位名]，?[比较](?:上年|去年|\d{4}年)度?的?第(?<b>\d{1,3}|[一二三四五六七八九十]{1,3})[位名][^，。；\d]{0,3}(?:[升降上下前后][移升降进退]?|提高|提升|上升|下降|前进|后退)了?(?<count>\d{1,3}|[一二三四五六七八九十]{1,3})(?<unit>个?[位名]次?)/dgu;
const RUN =
  /(?<a>(?:19|20)\d{2})年?(?:至|到|—|-|起至)(?<b>(?:19|20)\d{2})年[^。；]{0,40}?连续(?:第)?(?<count>\d{1,2}|[一二两三四五六七八九十]{1,3})(?<unit>个?年)/dgu;
const AGE =
  /(?:创[办建立]|成立|始建|建校|建[立院馆成站]|开[办馆业])于(?<a>(?:18|19|20)\d{2})年[^。；]{0,12}?(?:到|至|截至)(?<b>(?:19|20)\d{2})年[^。；\d]{0,8}(?<count>\d{1,3})(?<unit>周?年)/dgu;

interface Kind {
  readonly pattern: RegExp;
  /** What the two numbers make, the likeliest first. */
  readonly outcomes: (a: number, b: number) => readonly number[];
}

const KINDS: readonly Kind[] = [
  { pattern: RANKS, outcomes: (a, b) => [Math.abs(a - b)] },
  { pattern: RANK_ON_LAST, outcomes: (a, b) => [Math.abs(a - b)] },
  { pattern: RUN, outcomes: (a, b) => [b - a + 1, b - a] },
  { pattern: AGE, outcomes: (a, b) => [b - a, b - a + 1, b - a - 1] },
];

/** 由第 5 位升至第 3 位，上升 2 位; 2018年到2023年连续六年; 创办于1956年，到2023年已满67年. */
export function ordinalRelations({ text, from }: Sentence): readonly TextRelation[] {
  return KINDS.flatMap(({ pattern, outcomes }) =>
    foundIn(text, pattern).flatMap(({ words, groups, at }) => {
      const [one, other, told] = ['a', 'b', 'count'].map((name) => counted(groups[name] ?? ''));
      if (one === undefined || other === undefined || told === undefined) return [];
      const needed = outcomes(one, other);
      const { count = '', unit = '' } = groups;
      const quantity = numberAt(count, unit, at + from);
      const problem = `“${words}”应为 ${String(needed[0])}${unit}，文中写 ${quantity.text}`;
      return [textRelation(quantity, needed.includes(told), problem)];
    }),
  );
}
