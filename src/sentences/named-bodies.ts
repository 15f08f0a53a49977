import type { Sentence } from './sentence.ts';

/** 某县文旅局: a body with the place that it is of. */
const BODY =
  /(?:^|[，；：])(?<place>[\p{Script=Han}]{2,5}?[县区市旗州盟])(?![县区市旗州盟])[\p{Script=Han}]{1,10}?(?:局|委员会|委|办|厅)(?=全年|当年|本年|年内|\d|[\p{Script=Han}]{0,6}(?:采购|支出|收入|预算|决算))/gu;

/**
 * Whether the last body that a sentence names before an offset of the text is of a place that is none of the booklet's
 * own: what is told behind it is no figure of the booklet. `own` are the names of its body and of those below it.
 */
export function isOfAnotherPlace({ text, from }: Sentence, offset: number, own: readonly string[]): boolean {
  const last = [...text.slice(0, Math.max(offset - from, 0)).matchAll(BODY)].at(-1);
  const place = last?.groups?.['place'];
  return place !== undefined && !own.some((name) => name.includes(place));
}
