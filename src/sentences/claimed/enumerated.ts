import {
  counted,
  foundIn,
  numberAt,
  textRelation,
  type Found,
  type TextRelation,
} from '../relations/text-numbers.ts';
import type { Sentence } from '../sentence.ts';

const NUMERAL = '[一二三四五六七八九十]{1,2}';
/** The ways of counting through an enumeration: 一是, 第一，, （一）, 其一, 1. */
const MARKS: readonly RegExp[] = [
  new RegExp(String.raw`(?<=^|[：，；、（]|主要|即|中)(?<ordinal>${NUMERAL})是`, 'gu'),
  new RegExp(String.raw`(?<=^|[：，；、（])第(?<ordinal>${NUMERAL})(?=[，、是])`, 'gu'),
  new RegExp(String.raw`（(?<ordinal>${NUMERAL})）`, 'gu'),
  new RegExp(String.raw`(?<=^|[：，；])其(?<ordinal>${NUMERAL})(?=[，、是])`, 'gu'),
  /(?<=[：；])(?<ordinal>\d{1,2})[.、）](?!\d)/gu,
];
const THINGS =
  '(?:工作|措施|举措|任务|制度|改革|内容|重点|问题|原因|环节|特点|不足|短板|难点|目标|机制|成效|做法|建议|要求|变化|阶段|因素|方向|经验)';
/** 主要有四个方面：, 重点抓好六项工作，: how many are announced right before the first. */
const ANNOUNCED = new RegExp(
  String.raw`(?<before>[前后另其余各]?)(?<count>\d{1,2}|[两二三四五六七八九十]{1,2})(?<unit>(?:个|大)?方面|[大]?[点条]|(?:[个项大类种]|方面)(?=[^，。；：、\d]{0,8}${THINGS}|(?<=${THINGS}(?:主要)?(?:有|共|共有|包括|为|是|存在)?(?:\d{1,2}|[两二三四五六七八九十]{1,2})[个项类种])[：，]))(?:的)?(?<rest>[^，。；：\d]{0,14})[：，（]?(?:主要|分别)?(?:是|为|包括|有)?[：]?$`,
  'dgu',
);
/** Of what is announced, not all or none is enumerated. */
const NOT_ALL = /中|之一|等|完成|内/u;
/** What else there is stands in other words. */
const MORE = /第[一二三四五六七八九十]|其余|另外?有|还有|最后|等[，。；]|等$/u;
/** No enumeration is without a second. */
const SECOND = /二是|第二|（二）|其二|2[.、）]/u;
/** The enumeration goes on in the next sentence. */
const GOES_ON =
  /^[。！？\n\s]*(?:第?[一二三四五六七八九十]{1,2}[是，、]|（[一二三四五六七八九十]|其[一二三四五]|\d{1,2}[.、])/u;
const FEWEST = 2;

/** 主要有四个方面问题：一是…；二是…；三是…: as many as were announced. */
export function enumeratedRelations({ text, from, behind }: Sentence): readonly TextRelation[] {
  if (!SECOND.test(text) || GOES_ON.test(behind)) return [];
  return MARKS.flatMap((marks) => {
    const all = [...text.matchAll(marks)];
    const [first] = all;
    const inOrder = all.every(({ groups }, at) => counted(groups?.['ordinal'] ?? '') === at + 1);
    const behindLast = text.slice(all.at(-1)?.index ?? 0).slice(2);
    if (first === undefined || all.length < FEWEST || !inOrder || MORE.test(behindLast)) return [];
    return foundIn(text.slice(0, first.index), ANNOUNCED).flatMap((found) =>
      announcedAs(found, all.length, from),
    );
  });
}

/** Whether what is announced is as many as there are. */
function announcedAs({ groups, at }: Found, many: number, from: number): readonly TextRelation[] {
  const { count = '', unit = '', rest = '', before = '' } = groups;
  const told = counted(count);
  if (told === undefined || before !== '' || NOT_ALL.test(rest)) return [];
  const quantity = numberAt(count, unit, at + from);
  return [textRelation(quantity, told === many, `列了 ${String(many)}${unit}，文中写 ${quantity.text}`)];
}
