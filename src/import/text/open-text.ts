import { isRefused, MAX_FILE_BYTES, type GivenFile, type Refused } from '../given-file.ts';
import { isArchive, isBinary, MACRO, WITH_MACROS } from '../workbook/container.ts';
import { decodeText } from '../workbook/decode-text.ts';
import { unpack } from '../workbook/unpacked.ts';
import type { GivenText } from './given-text.ts';
import { openHtml } from './open-html.ts';
import { openPdf } from './open-pdf.ts';
import { openWord } from './open-word.ts';
import { plainFile } from './plain-file.ts';

const PDF = '%PDF-';

/** Booklets of large departments have half as many; reading takes memory for each. */
const MAX_SIGNS = 200_000;

/** Opens a file that is a text: .pdf, .docx, .html, .txt; undefined for one of another kind. */
export async function openText(file: GivenFile): Promise<GivenText | Refused | undefined> {
  const opened = await open(file);
  if (opened === undefined || isRefused(opened)) return opened;
  const why = unlikely(opened.text);
  return why === undefined ? opened : { file: file.name, refused: `${why}；请检查是否给错了文件` };
}

/** Fewer of a booklet's signs than this part of them are never Chinese characters. */
const LEAST_HAN = 0.05;

/** Why a text is not even read; undefined where it may be a booklet. */
function unlikely(text: string): string | undefined {
  if (text.length > MAX_SIGNS) return `文字有 ${Math.ceil(text.length / 10_000)} 万字，不像决算公开文本`;
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han < text.trim().length * LEAST_HAN ? '几乎没有汉字，不像决算公开文本' : undefined;
}

async function open(file: GivenFile): Promise<GivenText | Refused | undefined> {
  const { name, bytes, size } = file;
  // What is too large is refused with workbooks.
  if (size > MAX_FILE_BYTES) return undefined;
  if (String.fromCharCode(...bytes.slice(0, PDF.length)) === PDF) return openPdf(file);
  if (isArchive(bytes)) return openArchive(file);
  if (/\.html?$/iu.test(name) && !isBinary(bytes)) return openHtml(file);
  // A workbook that is called a text is one all the same.
  if (!/\.txt$/iu.test(name) || isBinary(bytes)) return undefined;
  const text = decodeText(bytes);
  return text === undefined
    ? { file: name, refused: '不是文本文件，或编码不是 UTF-8、GBK；请另存为 UTF-8 文本' }
    : plainFile(name, text);
}

/** A Word file; undefined for an archive of another kind, or one that cannot be unpacked. */
async function openArchive(file: GivenFile): Promise<GivenText | Refused | undefined> {
  const entries = unpack(file.bytes);
  if (typeof entries === 'string' || !entries.some(({ name }) => name === 'word/document.xml'))
    return undefined;
  return entries.some(({ name }) => MACRO.test(name))
    ? { file: file.name, refused: WITH_MACROS }
    : openWord(file);
}
