import { counted, numberAt, textRelation, type TextRelation } from '../relations/text-numbers.ts';
import type { Sentence } from '../sentence.ts';

/** 5 个乡镇（东河、西河、南川、北川、中山）: all of them in brackets. */
const IN_BRACKETS =
  /(?<count>\d{1,2}|[三四五六七八九十]{1,2})(?<unit>个|家|所|处|座)(?:乡镇|镇|乡|村|社区|街道|科室|单位|学校|县区|园区|部门|中心|站所)（(?!含|如|包括|涉及|其中|主要|即?除)(?<names>[^，。；：\d（）]+)）/dgu;
/** 内设科室 7 个：A、B、…; 传统村落 5 个，分别是 A、B…和 C: what is counted, and a list up to the end of it. */
const COUNTED =
  /(?<count>\d{1,2}|[三四五六七八九十]{1,2})(?<unit>个|家|所|处|座|项|名|类|种)(?:[：]|，(?:分别|依次)(?:是|为))(?<names>[^，。；：\d（）]+)(?=[。；]|$)/dgu;
const FEWEST = 4;
const LONGEST = 18;
/** Names and number lie no further apart by a slip. */
const NEAR = 2;
const JOINED = /(?:以及|和|及|与)/gu;

/** As many names as are counted before them. */
export function listedNames({ text, from }: Sentence): readonly TextRelation[] {
  if (!text.includes('、')) return [];
  return [COUNTED, IN_BRACKETS]
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .flatMap(({ groups = {}, indices }) => {
      const { count = '', unit = '', names = '' } = groups;
      const many = numberOf(names);
      const at = indices?.groups?.['count']?.[0];
      if (many === undefined || at === undefined || !isNearlySo(counted(count), many)) return [];
      const [, most] = many;
      const quantity = numberAt(count, unit, at + from);
      return [textRelation(quantity, false, `“${names}”是 ${String(most)}${unit}，文中写 ${quantity.text}`)];
    });
}

/** Whether a number is none of those that may be, and lies no further from them than a slip. */
function isNearlySo(told: number | undefined, [least, most]: readonly [number, number]): boolean {
  if (told === undefined || (told >= least && told <= most)) return false;
  return told <= most + NEAR && told >= least - NEAR;
}

/** At least and at most so many names; none where it is no list of names, or goes on. */
function numberOf(names: string): readonly [number, number] | undefined {
  const parts = names.split('、');
  if (parts.length < FEWEST - 1 || parts.some(({ length }) => length > LONGEST || length === 0))
    return undefined;
  if (/等|其他|以及其|每|均|各|共/u.test(names)) return undefined;
  const last = parts.at(-1) ?? '';
  const joints = [...last.matchAll(JOINED)].map(({ 0: joint, index }) => [
    last.slice(0, index),
    last.slice(index + joint.length),
  ]);
  if (joints.length === 0) return [parts.length, parts.length];
  const ends = new Set(parts.slice(0, -1).map((one) => one.slice(-1)));
  const [end] = ends;
  const isTwo = joints.some((pair) =>
    pair.every((one) => ends.size === 1 && one.length > 1 && one.endsWith(end ?? '')),
  );
  if (isTwo) return [parts.length + 1, parts.length + 1];
  // 政务公开和热线督办科 is one.
  return [parts.length, parts.length + 1];
}
