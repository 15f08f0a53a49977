import { isRefused, MAX_FILE_BYTES, type GivenFile, type Refused } from '../given-file.ts';
import { decodeText } from '../workbook/decode-text.ts';
import { unpack } from '../workbook/unpacked.ts';
import { plainFile, type GivenText } from './given-text.ts';
import { openHtml } from './open-html.ts';
import { openPdf } from './open-pdf.ts';
import { openWord } from './open-word.ts';

const PDF = '%PDF-';
const ARCHIVE = 'PK\u0003\u0004';

/** Booklets of large departments have half as many; reading takes memory for each. */
const MAX_SIGNS = 200_000;

/** Opens a file that is a text: .pdf, .docx, .html, .txt; undefined for one of another kind. */
export async function openText(file: GivenFile): Promise<GivenText | Refused | undefined> {
  const opened = await open(file);
  if (opened === undefined || isRefused(opened) || opened.text.length <= MAX_SIGNS) return opened;
  const signs = `${Math.ceil(opened.text.length / 10_000)} 万字`;
  return { file: file.name, refused: `文字有 ${signs}，不像决算公开文本；请检查是否给错了文件` };
}

async function open(file: GivenFile): Promise<GivenText | Refused | undefined> {
  const { name, bytes, size } = file;
  // What is too large is refused with workbooks.
  if (size > MAX_FILE_BYTES) return undefined;
  const start = String.fromCharCode(...bytes.slice(0, PDF.length));
  if (start === PDF) return openPdf(file);
  if (start.startsWith(ARCHIVE)) return isWord(bytes) ? openWord(file) : undefined;
  if (/\.html?$/iu.test(name)) return openHtml(file);
  if (!/\.txt$/iu.test(name)) return undefined;
  const text = decodeText(bytes);
  return text === undefined
    ? { file: name, refused: '不是文本文件，或编码不是 UTF-8、GBK；请另存为 UTF-8 文本' }
    : plainFile(name, text);
}

function isWord(bytes: Uint8Array): boolean {
  const entries = unpack(bytes);
  return typeof entries !== 'string' && entries.some(({ name }) => name === 'word/document.xml');
}
