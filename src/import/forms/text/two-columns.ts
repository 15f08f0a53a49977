import { linesIn, widthOf, type Token } from './tokens.ts';

/** In Chinese characters: a last line that is shorter by less may have been full. */
const ROOM = 1.5;
const SENTENCE_END = /[。；：！？]$/u;
const ORDINAL =
  /^(?:\p{Script=Han}{0,4} ?\d{1,2}[：:、.．](?!\d)|[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+[、是])/u;

/** What it costs where a column ends within a sentence. */
const UNFINISHED = 30;
/** What a line costs at most that is short for no reason: programs also begin new lines where they change fonts. */
const SHORT = 20;
/** What it costs where a paragraph ends within a column. */
const ENDS = 3;

/**
 * Cuts words that stood in cells side by side, one cell read after the other: where lines of another width begin.
 *
 * @param widths how wide the cells are to each other
 */
export function besideEachOther(
  tokens: readonly Token[],
  widths: readonly number[],
): readonly (readonly Token[])[] {
  const [first = 1, ...rest] = widths;
  if (rest.length === 0) return [tokens];
  const [second = 1] = rest;
  const starts = tokens.flatMap(({ joint }, index) => (index > 0 && joint !== 'blank' ? [index] : []));
  const best = starts
    .map((at) => {
      const [left, right] = [linesIn(tokens.slice(0, at)), linesIn(tokens.slice(at))];
      const shape = widest(left) / first / (widest(right) / second);
      const cost = unevenness(left) + unevenness(right) + 10 * Math.abs(Math.log(shape));
      return { at, cost };
    })
    .toSorted((a, b) => a.cost - b.cost)[0];
  if (best === undefined) return [tokens];
  return [tokens.slice(0, best.at), ...besideEachOther(tokens.slice(best.at), rest)];
}

function widest(lines: readonly string[]): number {
  return Math.max(1, ...lines.map(widthOf));
}

/** How far lines are from being full, those that end a paragraph left out. */
function unevenness(lines: readonly string[]): number {
  const width = widest(lines);
  return lines.reduce((sum, line, index) => {
    const isLast = index === lines.length - 1;
    const room = Math.max(0, width - widthOf(line) - 1);
    if (SENTENCE_END.test(line))
      return sum + (isLast || room === 0 || ORDINAL.test(lines[index + 1] ?? '') ? 0 : ENDS);
    return sum + (isLast ? UNFINISHED : Math.min(room ** 2, SHORT));
  }, 0);
}

/** The words of a cell: lines that were torn are one, those that their writer ended are not. */
export function paragraphsIn(tokens: readonly Token[]): string {
  const lines = linesIn(tokens);
  const width = widest(lines);
  return lines.reduce((text, line, index) => {
    const before = lines[index - 1];
    if (before === undefined) return line;
    const ends = SENTENCE_END.test(before) && (widthOf(before) < width - ROOM || ORDINAL.test(line));
    return `${text}${ends ? '\n' : ' '}${line}`;
  }, '');
}
