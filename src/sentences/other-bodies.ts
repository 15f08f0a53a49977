import type { Item, Sentence } from './sentence.ts';

const BODY =
  /(?:中心|馆(?![员内])|监测站|水文站|公司|协会|学校|学院|医院|研究院|服务部|基金会|支队|大队|街道|全[市区县国]|某|各[县区乡])(?!大厅|服务局|运行)/u;

const OWN = /我单位|本单位|我局|本局|我部门|本部门/u;

/** Whether a sentence begins with another body than the booklet's: its own figures are not meant. */
export function isOfAnotherBody({ text, from, items }: Sentence): boolean {
  const first = items.find(({ mentions }) => mentions.length > 0)?.mentions[0]?.quantity.from ?? from;
  const opening = text.slice(0, first - from);
  return BODY.test(opening) && !OWN.test(opening);
}

/** 局机关 171 人；某中心 65 人: behind a semicolon, the words before the first number may name another body. */
export function isOfOther({ mentions: [first] }: Item, { text, from }: Sentence): boolean {
  const before = text.slice(0, (first?.quantity.from ?? from) - from);
  const turn = before.lastIndexOf('；');
  const opening = turn < 0 ? '' : (/^[^\d]*/u.exec(before.slice(turn))?.[0] ?? '');
  return BODY.test(opening) && !OWN.test(opening);
}

/** Whether a sentence tells of bodies below the booklet's, whose money may be all of its kind. */
export function tellsOfThoseBelow({ text }: Sentence): boolean {
  return /下属|所属/u.test(text);
}
