/** Marks that end a clause. */
const CLAUSE_END = '，。；：、！？\n';

/** No name and no cue is longer. */
const REACH = 60;

/** Behind these a sentence speaks of something else, unless it is in the middle of a list. */
export const TURNS_TO_ELSE = /；|，(?:同时|另外|此外|与此同时)，/u;

/** A stretch of a text. */
export interface Stretch {
  readonly text: string;
  readonly from: number;
}

/** 按来源分：…; 与2022年度相比，各增加…: what an amount is made of, or compared with. */
const MADE_OF = /^(?:按[^，。；：\d]{1,10}[：，]|其中)/u;
const COMPARED = /^(?:与|同|较|比)[^，。；]{1,16}[，增减]/u;
/** 三项合计较上年增加: what was told one by one, and no more than that. */
const SUMMED = /^(?:以上|上述)?[三四五六七八九十]项(?:合计|共计|总计)[比较与同]/u;
/** With how many numbers in all an amount may stand before what it is compared with. */
const FEW = 3;
const ENDS = /[！？\n]/gu;

/**
 * The sentences of a normalised text; a semicolon does not end one, nor does the full stop between an amount and what it
 * is compared with or made of.
 */
export function sentencesOf(text: string): readonly Stretch[] {
  const sentences: { from: number; to: number; numbers: Numbers }[] = [];
  for (const { 0: sentence, index } of text.matchAll(/[^。！？\n]+/gu)) {
    const [last, to, numbers] = [sentences.at(-1), index + sentence.length, numbersIn(sentence)];
    if (last?.to === index - 1 && goesOn(last.numbers, sentence)) {
      last.to = to;
      last.numbers = together(last.numbers, numbers);
    } else sentences.push({ from: index, to, numbers });
  }
  // What is read as one has nothing but full stops within.
  return sentences.map(({ from, to }) => ({ text: text.slice(from, to).replaceAll(ENDS, '。'), from }));
}

/** The numbers of a sentence, years not counted. */
interface Numbers {
  readonly count: number;
  /** The first that is no year, with its unit if it is money. */
  readonly first: string;
  /** The last, years among them. */
  readonly last: string;
}

const NUMBER = /\d{4}年|\d[\d,.]*(?:[万亿]?元)?/gu;

function numbersIn(sentence: string): Numbers {
  const all: readonly string[] = sentence.match(NUMBER) ?? [];
  const own = all.filter((one) => !one.endsWith('年'));
  return { count: own.length, first: own[0] ?? '', last: all.at(-1) ?? '' };
}

function together(one: Numbers, other: Numbers): Numbers {
  return {
    count: one.count + other.count,
    first: one.first === '' ? other.first : one.first,
    last: other.last === '' ? one.last : other.last,
  };
}

/** Whether a sentence tells more of the amount with which the one before begins. */
function goesOn({ count, first, last }: Numbers, sentence: string): boolean {
  if (!first.endsWith('元') || last.endsWith('年')) return false;
  return (
    (count === 1 && MADE_OF.test(sentence)) ||
    SUMMED.test(sentence) ||
    (count <= FEW && COMPARED.test(sentence))
  );
}

/** The words before a number back to the mark before them; brackets that are closed again belong to them. */
export function clauseBefore(lead: string): Stretch {
  let end = lead.length;
  while (end > 0 && '： '.includes(lead.charAt(end - 1))) end -= 1;
  let depth = 0;
  let from = end;
  while (from > 0 && end - from < REACH) {
    const mark = lead.charAt(from - 1);
    if (depth === 0 && (CLAUSE_END.includes(mark) || mark === '（')) break;
    if (mark === '）') depth += 1;
    if (mark === '（') depth -= 1;
    from -= 1;
  }
  return { text: lead.slice(from), from };
}

/** 361 件（含上年结转 29 件），其中…: whether words close a bracket that was open before them. */
export function isBracketClosed(words: string): boolean {
  return /^[^（]*）/u.test(words);
}
