import { decodeText } from './decode-text.ts';
import { unpack, type Unpacked } from './unpacked.ts';

/** What holds a spreadsheet: old binary files, archives, texts with separators. */
export type Container =
  | { readonly kind: 'binary' }
  | { readonly kind: 'archive'; readonly sheets: number }
  | { readonly kind: 'text'; readonly text: string };

/** Why a file that may be a spreadsheet is not opened, as a Chinese sentence. */
export interface Unopened {
  readonly why: string;
}

const ARCHIVE = [0x50, 0x4b, 0x03, 0x04];
const BINARY = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const PDF = [0x25, 0x50, 0x44, 0x46];

export const WITH_PASSWORD = '文件有密码；请去掉密码后另存';
export const WITH_MACROS = '文件里有宏，不读取；请另存为不含宏的 .xlsx 或 .docx';
export const DAMAGED = '文件已损坏，读不出来；请重新导出';
const TOO_LARGE = '文件解压后过大，不像决算报表；请检查是否给错了文件';

/** Macros in the files of Excel, of Word and of LibreOffice. */
export const MACRO = /(^|\/)vbaProject[^/]*\.bin$|^(Basic|Scripts)\//i;

/** Tells from its bytes how a file is read; undefined for a file that is no spreadsheet. Its name says nothing. */
export function containerOf(bytes: Uint8Array): Container | Unopened | undefined {
  if (isBinary(bytes)) return { kind: 'binary' };
  if (startsWith(bytes, PDF)) return undefined;
  if (isArchive(bytes)) return archiveOf(bytes);
  const text = decodeText(bytes);
  return text === undefined ? undefined : { kind: 'text', text };
}

/** Whether a file is one of those in which programs kept everything before there were archives. */
export function isBinary(bytes: Uint8Array): boolean {
  return startsWith(bytes, BINARY);
}

/** Whether a file is a ZIP archive, as workbooks and Word files of today are. */
export function isArchive(bytes: Uint8Array): boolean {
  return startsWith(bytes, ARCHIVE);
}

function archiveOf(bytes: Uint8Array): Container | Unopened | undefined {
  const entries = unpack(bytes);
  if (entries === 'damaged') return { why: DAMAGED };
  if (entries === 'too large') return { why: TOO_LARGE };
  if (!isSpreadsheet(entries)) return undefined;
  if (entries.some(({ name }) => MACRO.test(name))) return { why: WITH_MACROS };
  const manifest = entries.find(({ name }) => name === 'META-INF/manifest.xml');
  if (manifest !== undefined && textOf(manifest).includes('encryption-data')) return { why: WITH_PASSWORD };
  return repeatsCells(entries) ? { why: TOO_LARGE } : { kind: 'archive', sheets: countSheets(entries) };
}

/** How many sheets a workbook has. */
function countSheets(entries: readonly Unpacked[]): number {
  const content = entries.find(({ name }) => name === 'content.xml');
  return content === undefined
    ? entries.filter(({ name }) => /^xl\/\w+sheets\/[^/]+\.(?:xml|bin)$/.test(name)).length
    : textOf(content).split('<table:table ').length - 1;
}

function isSpreadsheet(entries: readonly Unpacked[]): boolean {
  if (entries.some(({ name }) => /^xl\/workbook\.(xml|bin)$/.test(name))) return true;
  const kind = entries.find(({ name }) => name === 'mimetype');
  return kind !== undefined && textOf(kind).includes('opendocument.spreadsheet');
}

/** A cell of an OpenDocument sheet that says how often it stands there. */
const REPEATED = /<table:table-cell\b(?=[^>]*\boffice:value)[^>]*\bnumber-columns-repeated="(\d{4,})"/;

/** Whether a short file stands for millions of cells that are not empty. */
function repeatsCells(entries: readonly Unpacked[]): boolean {
  const content = entries.find(({ name }) => name === 'content.xml');
  return content !== undefined && REPEATED.test(textOf(content));
}

function textOf({ bytes }: Unpacked): string {
  return new TextDecoder().decode(bytes);
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
