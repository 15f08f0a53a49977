import type { Comparand } from './roles.ts';

const COMPARED =
  /(?:与|同|比|较|和|相对|对比)([^，。；]{1,24}?)(?:相比|比较|对比|$|(?=增|减|上升|下降|提高|降低|多|少|压|高|低|节|超|回))/gu;
const LAST = /上年|去年|上一年|上期|上年度/u;
const OWN_LAST = /同比/u;

export function comparandOf(words: string, lastYear: string): Comparand | undefined {
  if (LAST.test(words) && words.includes('预算')) return 'other';
  if (words.includes('年初') && words.includes('预算')) return 'initial';
  if (/(?:全年|调整后?的?|调整)预算/u.test(words)) return 'adjusted';
  if (words.includes('预算')) return 'budget';
  if (LAST.test(words) || words.includes(lastYear)) return 'last';
  if (/计划|目标|\d{4}年|前年|同期|平均|标准|季度|全[国省市区县]|水平|开工|以往|近三年/u.test(words))
    return 'other';
  return undefined;
}

/** The last thing that the words before a number compare with. */
export function comparandIn(words: string, lastYear: string): Comparand | undefined {
  if (OWN_LAST.test(words)) return 'last';
  if (words.includes('环比')) return 'other';
  let found: Comparand | undefined;
  for (const [, compared = ''] of words.matchAll(COMPARED)) found = comparandOf(compared, lastYear) ?? found;
  return found;
}
