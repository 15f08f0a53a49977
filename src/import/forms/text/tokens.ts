import { headWords } from '../../tables/words.ts';

/** What stands between words of a text: a blank, the end of a line, or a blank line. */
export type Joint = 'blank' | 'line' | 'gap';

/** Words of a text without a blank among them. */
export interface Token {
  readonly text: string;
  /** Where they begin in the text. */
  readonly from: number;
  /** What stands before them. */
  readonly joint: Joint;
}

/** The words of a text, one after the other. */
export function tokensOf(text: string): readonly Token[] {
  let end = 0;
  return [...text.matchAll(/\S+/gu)].map((match): Token => {
    const between = text.slice(end, match.index);
    end = match.index + match[0].length;
    const lines = between.split('\n').length - 1;
    return { text: match[0], from: match.index, joint: lines === 0 ? 'blank' : lines === 1 ? 'line' : 'gap' };
  });
}

/** How many words at least may make a label: titles are set letter by letter. */
const LONGEST = 30;

/** Behind which word a label ends that begins with one; undefined where another stands there. */
export function labelEnd(tokens: readonly Token[], from: number, label: string): number | undefined {
  let words = '';
  for (let at = from; at < Math.min(from + LONGEST, tokens.length); at += 1) {
    words += headWords(tokens[at]?.text ?? '');
    if (words === label) return at + 1;
    if (words === '' || !label.startsWith(words)) return undefined;
  }
  return undefined;
}

/** Where a label stands next: from which word, and behind which it ends. */
export function nextLabel(
  tokens: readonly Token[],
  label: string,
  from: number,
  before = tokens.length,
): { readonly from: number; readonly to: number } | undefined {
  for (let at = from; at < before; at += 1) {
    const to = labelEnd(tokens, at, label);
    if (to !== undefined && to <= before) return { from: at, to };
  }
  return undefined;
}

/** The lines in which words are set: those beside each other are on one. */
export function linesIn(tokens: readonly Token[]): readonly string[] {
  const lines: string[] = [];
  tokens.forEach(({ text, joint }, index) => {
    if (index === 0 || joint !== 'blank') lines.push(text);
    else lines[lines.length - 1] = `${lines.at(-1) ?? ''} ${text}`;
  });
  return lines;
}

/** How wide a line is, in Chinese characters. */
export function widthOf(line: string): number {
  return Array.from(line).reduce((sum, sign) => sum + (/[ -~]/u.test(sign) ? 0.5 : 1), 0);
}
