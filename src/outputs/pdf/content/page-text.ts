import { PDFName, PDFRawStream, type PDFDict } from '@cantoo/pdf-lib';
import { opensMark, taggedContent } from './marked-lines.ts';
import { fontsOf, type PageContent } from './page-content.ts';
import { readStream } from './stream-text.ts';
import { chosenFont, glyphTexts, shownDigits, spelledText } from './text-lines.ts';
import { readUnicodeTable, type UnicodeTable } from './unicode-table.ts';

/** What a page's letters say, without spaces. */
export interface PageText {
  /** Of each tagged content, by its number. */
  readonly tagged: ReadonlyMap<number, string>;
  /** Of what no tag holds: heads and feet of pages, heads of tables that are repeated. */
  readonly untagged: string;
}

/** Reads what pages say by the tables of their fonts, each of which is read once. */
export class TextReader {
  private readonly tables = new Map<PDFDict, FontTexts>();

  /** The text of a page as `writeContent` writes it. */
  read(content: PageContent): PageText {
    const fontOf = fontsOf(content);
    const said = new Saying((name) => this.tableOf(fontOf(name)));
    for (const line of content.lines) said.read(line);
    return said;
  }

  private tableOf(font: PDFDict | undefined): FontTexts | undefined {
    const stream = font?.lookup(PDFName.of('ToUnicode'));
    if (font === undefined || !(stream instanceof PDFRawStream)) return undefined;
    const table = this.tables.get(font) ?? new FontTexts(readUnicodeTable(readStream(stream)));
    this.tables.set(font, table);
    return table;
  }
}

/** What the lines of a page say, as far as they have been read. */
class Saying implements PageText {
  readonly tagged = new Map<number, string>();
  untagged = '';
  private readonly open: Mark[] = [];
  private table: FontTexts | undefined;
  private readonly tableOf: (font: string) => FontTexts | undefined;

  constructor(tableOf: (font: string) => FontTexts | undefined) {
    this.tableOf = tableOf;
  }

  read(line: string): void {
    if (line === 'EMC') this.open.pop();
    else if (opensMark(line)) {
      const mark = markOf(line);
      this.open.push(mark);
      if (mark.spelled !== undefined) this.say(mark.spelled);
    } else this.readText(line);
  }

  private readText(line: string): void {
    const font = chosenFont(line);
    if (font !== undefined) this.table = this.tableOf(font);
    const digits = shownDigits(line);
    if (digits !== undefined && this.open.at(-1)?.spelled === undefined)
      this.say((this.table ?? NO_TEXTS).textOf(digits));
  }

  private say(text: string): void {
    const mcid = this.open.findLast((mark) => mark.mcid !== undefined)?.mcid;
    if (mcid === undefined) this.untagged += text;
    else this.tagged.set(mcid, (this.tagged.get(mcid) ?? '') + text);
  }
}

interface Mark {
  readonly mcid: number | undefined;
  /** What is spelled out for the glyphs within. */
  readonly spelled: string | undefined;
}

function markOf(line: string): Mark {
  const text = spelledText(line);
  return { mcid: taggedContent(line), spelled: text === undefined ? undefined : decoded(text) };
}

/** What the glyphs of a font stand for. The same few are shown again and again. */
class FontTexts {
  private readonly table: UnicodeTable | undefined;
  private readonly known = new Map<string, string>();

  constructor(table: UnicodeTable | undefined) {
    this.table = table;
  }

  /** The text of glyphs; one that stands for nothing is a sign that no booklet has. */
  textOf(digits: string): string {
    const known = this.known.get(digits);
    if (known !== undefined) return known;
    const text = glyphTexts(digits, this.table)
      .map((one) => decoded(one ?? 'FFFD'))
      .join('');
    this.known.set(digits, text);
    return text;
  }
}

const NO_TEXTS = new FontTexts(undefined);

/** UTF-16 in hexadecimal as a text without spaces. */
function decoded(hexadecimal: string): string {
  const units = hexadecimal.match(/.{4}/gu) ?? [];
  return String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16))).replaceAll(/\s/gu, '');
}
