import { opensMark } from './marked-lines.ts';
import { chosenFont, glyphTexts, shownDigits, spelledText } from './text-lines.ts';
import type { UnicodeTable } from './unicode-table.ts';

/** A text that is spelled out beside its glyphs: at which lines it begins and ends, and what it and the glyphs say. */
interface Spelled {
  readonly start: number;
  readonly text: string;
  shown: string;
}

/**
 * The lines of a page without the texts that are spelled out beside glyphs of which the fonts' tables say the same.
 *
 * @param tableOf the table of a font by its name on this page
 */
export function withoutNeedlessTexts(
  lines: readonly string[],
  tableOf: (font: string) => UnicodeTable | undefined,
): readonly string[] {
  const reader = new Reader(tableOf);
  for (const [index, line] of lines.entries()) reader.read(line, index);
  return lines.filter((_, index) => !reader.needless.has(index));
}

/** Follows a page's drawing as far as it takes to know what is spelled out, and what of it the glyphs say. */
class Reader {
  readonly needless = new Set<number>();
  private readonly open: (Spelled | undefined)[] = [];
  private table: UnicodeTable | undefined;
  private readonly tableOf: (font: string) => UnicodeTable | undefined;

  constructor(tableOf: (font: string) => UnicodeTable | undefined) {
    this.tableOf = tableOf;
  }

  read(line: string, index: number): void {
    if (line === 'EMC') this.close(index);
    else if (opensMark(line)) {
      const text = spelledText(line);
      this.open.push(text === undefined ? undefined : { start: index, text, shown: '' });
    } else this.readText(line);
  }

  private readText(line: string): void {
    const font = chosenFont(line);
    if (font !== undefined) this.table = this.tableOf(font);
    const spelled = this.open.at(-1);
    const digits = spelled && shownDigits(line);
    if (spelled !== undefined && digits !== undefined) spelled.shown += textOf(digits, this.table);
  }

  private close(index: number): void {
    const closed = this.open.pop();
    if (closed !== undefined && isNeedless(closed)) this.needless.add(closed.start).add(index);
  }
}

/** Also where nothing is shown, as of a line that stands on the next page, and where a space is told from one that holds words together. */
function isNeedless({ text, shown }: Spelled): boolean {
  return shown === '' || text === shown || /^(?:00A0)+$/u.test(text);
}

/** What glyphs stand for, as UTF-16 in hexadecimal; no text is spelled out as one that stands for nothing. */
function textOf(digits: string, table: UnicodeTable | undefined): string {
  return glyphTexts(digits, table)
    .map((text) => text ?? '?')
    .join('');
}
