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

/** 2023年度收、支总计均为 3862.47 万元: one amount and nothing else, or with two numbers beside it. */
const ONE_AMOUNT = /^(?:\D|\d{4}年)*\d[\d,.]*[万亿]?元\D*$/u;
const FEW = /^(?:\D|\d{4}年)*\d[\d,.]*[万亿]?元(?:(?:\D|\d{4}年)*\d[\d,.]*){0,2}\D*$/u;
/** 按来源分：…; 与2022年度相比，各增加…: what the amount is made of, or compared with. */
const MADE_OF = /^(?:按[^，。；：\d]{1,10}[：，]|其中)/u;
const COMPARED = /^(?:与|同|较|比)[^，。；]{1,16}[，增减]/u;

/**
 * The sentences of a normalised text; a semicolon does not end one, nor does the full stop between an amount and what it
 * is compared with or made of.
 */
export function sentencesOf(text: string): readonly Stretch[] {
  const sentences: Stretch[] = [];
  for (const { 0: sentence, index } of text.matchAll(/[^。！？\n]+/gu)) {
    const last = sentences.at(-1);
    const isBeside = last !== undefined && index === last.from + last.text.length + 1;
    if (isBeside && goesOn(last.text, sentence))
      sentences[sentences.length - 1] = { text: `${last.text}。${sentence}`, from: last.from };
    else sentences.push({ text: sentence, from: index });
  }
  return sentences;
}

function goesOn(before: string, sentence: string): boolean {
  return (COMPARED.test(sentence) && FEW.test(before)) || (MADE_OF.test(sentence) && ONE_AMOUNT.test(before));
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
