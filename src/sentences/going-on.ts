import type { Item, Sentence } from './sentence.ts';

const GOES_ON =
  /^(?:[与同]上年(?:度|决算数?)?相比|[比较]上年(?:度|决算数?)?|同比|[与同]年初预算(?:数)?相比|[比较]年初预算(?:数)?|完成年初预算|其中|(?:上述|以上|这些)[^，。；：、\d]{0,10}[中里](?!心|学|小))/u;
const TELLS_MORE = /^(?:支出)?决算数?|^[与同][上年]|^比|^较/u;

/** Whether a sentence that begins so goes on about what the sentence before told of. */
export function goesOn(words: string): boolean {
  return GOES_ON.test(words);
}

/** Whether a sentence without numbers tells of what the sentence before gave the numbers of. */
export function tellsMore(words: string): boolean {
  return TELLS_MORE.test(words);
}

/** The one thing that a sentence told of; undefined where there are several. */
export function subjectOf(sentence: Sentence | undefined): Item | undefined {
  const top = sentence?.items.filter(({ list }) => list === undefined) ?? [];
  const [only] = top;
  return top.length === 1 ? only : undefined;
}
