/** Letters and punctuation of Chinese texts, between which a line end is nothing. */
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\ufe30-\ufe4f\uff00-\uffef]/u;
/** Quotation marks, dashes and dots that both ways of writing share: the letter behind them tells. */
const SHARED = '“”‘’—…·';
/** A line end with the blanks around it. */
const LINE_END = /(?<![ \t\r\n])[ \t]*\r?\n[ \t]*/gu;

/**
 * Joins the lines of one sentence as typography wants it: a space between words of letters, nothing beside a Chinese
 * character or mark, nor where the text begins or ends.
 */
export function joinLines(text: string): string {
  if (!text.includes('\n')) return text;
  return text.replaceAll(LINE_END, (end: string, at: number) => gap(text, at, at + end.length));
}

/** What belongs between the two sides of a line end, given as offsets. */
export function gap(text: string, left: number, right: number): '' | ' ' {
  const before = letterFrom(text, left - 1, -1);
  const after = letterFrom(text, right, 1);
  return before === '' || after === '' || WIDE.test(before) || WIDE.test(after) ? '' : ' ';
}

/** The nearest character that is no shared mark; an empty text at the end. */
function letterFrom(text: string, start: number, step: -1 | 1): string {
  let at = start;
  while (at >= 0 && at < text.length && SHARED.includes(text.charAt(at))) at += step;
  return String.fromCodePoint(...codePointAt(text, at, step));
}

function codePointAt(text: string, at: number, step: -1 | 1): readonly number[] {
  const half = step < 0 && /[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at;
  const point = text.codePointAt(half);
  return point === undefined ? [] : [point];
}
