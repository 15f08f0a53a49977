import { strFromU8, unzipSync } from 'fflate';

/** A cell of a sheet as its file has it. */
export interface SheetCell {
  /** `B7`. */
  readonly ref: string;
  readonly row: number;
  readonly text: boolean;
  readonly value: string;
  /** Number format of its style; empty where there is none. */
  readonly format: string;
}

/** A sheet: its cells that hold something, row by row, and its XML. */
export interface ReadSheet {
  readonly name: string;
  readonly xml: string;
  readonly cells: readonly SheetCell[];
}

/** The XML files of a workbook, unpacked by another library than the one that wrote them. */
export function workbookFiles(bytes: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]),
  );
}

/** Reads the sheets of a workbook from its XML. */
export function readWorkbook(bytes: Uint8Array): readonly ReadSheet[] {
  const files = workbookFiles(bytes);
  const strings = [...(files['xl/sharedStrings.xml'] ?? '').matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/g)].map(
    (match) => plain(match[1]),
  );
  const formats = cellFormats(files['xl/styles.xml'] ?? '');
  const names = [...(files['xl/workbook.xml'] ?? '').matchAll(/<sheet name="([^"]*)"/g)].map((match) =>
    plain(match[1]),
  );
  return names.map((name, index) => {
    const xml = files[`xl/worksheets/sheet${index + 1}.xml`] ?? '';
    const cells = [...xml.matchAll(/<c ([^>]*)><v>([^<]*)<\/v><\/c>/g)].map(
      ([, attributes = '', value = '']) => {
        const ref = /r="([^"]*)"/.exec(attributes)?.[1] ?? '';
        const text = attributes.includes('t="s"');
        const style = Number(/ s="(\d+)"/.exec(attributes)?.[1] ?? 0);
        const row = Number(ref.replace(/^[A-Z]+/, ''));
        return {
          ref,
          row,
          text,
          value: text ? (strings[Number(value)] ?? '') : value,
          format: formats[style] ?? '',
        };
      },
    );
    return { name, xml, cells };
  });
}

function cellFormats(styles: string): readonly string[] {
  const codes = new Map(
    [...styles.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g)].map((match) => [
      match[1],
      match[2],
    ]),
  );
  const cellXfs = /<cellXfs[^>]*>(.*)<\/cellXfs>/s.exec(styles)?.[1] ?? '';
  return [...cellXfs.matchAll(/<xf numFmtId="(\d+)"/g)].map((match) => codes.get(match[1]) ?? '');
}

function plain(escaped = ''): string {
  const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return escaped.replaceAll(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => named[name] ?? '');
}
