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

/** The sentences of a normalised text; a semicolon does not end one. */
export function sentencesOf(text: string): readonly Stretch[] {
  return [...text.matchAll(/[^。！？\n]+/gu)].map(({ 0: sentence, index }) => ({
    text: sentence,
    from: index,
  }));
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
