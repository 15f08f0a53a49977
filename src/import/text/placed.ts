/** A word of a text, where it stands on its page: in signs from the left, or in points. */
export interface PlacedWord {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Its line, counted or measured from the top. */
  readonly base: number;
  readonly size: number;
  /** How many tabs stand before it on its line. */
  readonly cell: number;
  /** Where it stands in the text: offsets, the last not included. */
  readonly from: number;
  readonly to: number;
}

/** Words on one line, from left to right. */
export type PlacedLine = readonly PlacedWord[];

/** The lines of each page, from top to bottom. */
export type PlacedPages = readonly (readonly PlacedLine[])[];

const PAGE_END = '\f';
const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’—…]/u;

/** How wide programs take signs to be that lay a text out in columns: all alike, or Chinese ones twice as wide. */
const WIDTHS: readonly ((sign: string) => number)[] = [() => 1, (sign) => (WIDE.test(sign) ? 2 : 1)];

/** The words of a text that was laid out by blanks or tabs, by each width that signs may have been given. */
export function placedText(text: string): readonly PlacedPages[] {
  return WIDTHS.map((widthOf) => {
    let offset = 0;
    return text.split(PAGE_END).map((page) => {
      const lines = page.split('\n').map((line, base) => {
        const words = wordsIn(line, base, offset, widthOf);
        offset += line.length + 1;
        return words;
      });
      return lines.filter((words) => words.length > 0);
    });
  });
}

function wordsIn(
  line: string,
  base: number,
  offset: number,
  widthOf: (sign: string) => number,
): readonly PlacedWord[] {
  let [cell, at] = [0, 0];
  const words: PlacedWord[] = [];
  for (const { 0: text, index } of line.matchAll(/\t|[^\S\t]+|\S+/gu)) {
    const width = Array.from(text).reduce((sum, sign) => sum + widthOf(sign), 0);
    const [left, from] = [at, offset + index];
    if (text === '\t') cell += 1;
    at += width;
    if (text.trim() !== '')
      words.push({ text, left, right: at, base, size: 1, cell, from, to: from + text.length });
  }
  return words;
}

/** Words in lines, wherever in the text they come. */
export function linesOfWords(words: readonly PlacedWord[]): readonly PlacedLine[] {
  const lines: PlacedWord[][] = [];
  for (const word of words.toSorted((a, b) => a.base - b.base)) {
    const last = lines.at(-1);
    if (last !== undefined && word.base - (last[0]?.base ?? 0) <= word.size / 2) last.push(word);
    else lines.push([word]);
  }
  return lines.map((line) => line.toSorted((a, b) => a.left - b.left));
}
