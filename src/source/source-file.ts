import { error, type Diagnostic } from './diagnostic.ts';
import type { Place, Shipped } from './place.ts';
import { hiddenCharacters, unfitCharacters } from './unfit-characters.ts';

/** A file of the input as read from disk, before anything is known about it. */
export interface RawFile {
  /** Path relative to the project's root, with `/` between the parts. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Set where there is nothing to read: then there are no bytes. */
  readonly problem?: FileProblem;
  /** Set where the file is not the project's but came with the program. */
  readonly shipped?: Shipped;
}

/** The beginning of a file, where what is wrong with all of it is reported. */
export function startOf({ path, shipped }: Pick<RawFile, 'path' | 'shipped'>): Place {
  return { file: path, line: 1, column: 1, ...(shipped && { shipped }) };
}

/** The files as they are now, with the objects of before for those that have not changed: what was made of them is known. */
export function keepUnchanged(before: readonly RawFile[], now: readonly RawFile[]): readonly RawFile[] {
  const known = new Map(before.map((file) => [file.path, file]));
  return now.map((file) => {
    const old = known.get(file.path);
    return old !== undefined && isSame(old, file) ? old : file;
  });
}

function isSame(one: RawFile, other: RawFile): boolean {
  // What could not be read may have changed without our seeing it.
  if (one.problem !== undefined || other.problem !== undefined) return false;
  if ((one.shipped === undefined) !== (other.shipped === undefined)) return false;
  return Buffer.compare(one.bytes, other.bytes) === 0;
}

/** Why a path of the input could not be read. */
export type FileProblem =
  /** It leads to a symbolic link or a device instead of a file; it was not followed. */
  | { readonly kind: 'special' }
  /** Its name is not UTF-8; in the path, each byte that is no part of a character is written as `\xff`. */
  | { readonly kind: 'name' }
  /** The system refused to read it. */
  | { readonly kind: 'unreadable'; readonly code: string };

/** A decoded text file that can say where an offset lies. */
export interface SourceFile {
  readonly path: string;
  readonly shipped?: Shipped;
  /** The text without byte-order mark; line ends as they stand in the file. */
  readonly text: string;
  /** Where the UTF-16 offset into `text` lies. */
  placeAt(offset: number): Place;
}

/** Hand-written files stay far below; whatever is larger was dropped here by mistake. */
export const MAX_BYTES = 1024 * 1024;
/** Fonts with all characters of names take some thirty megabytes. */
export const MAX_FONT_BYTES = 40 * MAX_BYTES;

/** Whether a file of the input is a font of the body's own, or lies beside one. */
export function isFontFile(path: string): boolean {
  return /^content\/fonts\/[^/]+$/u.test(path);
}

/** How large a file of the input may be, by its path. */
export function mostBytes(path: string): number {
  return isFontFile(path) ? MAX_FONT_BYTES : MAX_BYTES;
}

const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Decodes one input file as UTF-8 (a byte-order mark is accepted and dropped).
 * Files that are too large, not UTF-8 or contain NUL bytes yield a diagnostic and no source; characters that no text may
 * hold are reported, whether they are in a text or a comment.
 */
export function decodeSource(raw: RawFile): { source?: SourceFile; diagnostics: readonly Diagnostic[] } {
  const start = startOf(raw);
  const problem = problemOf(raw);
  if (problem !== undefined) return { diagnostics: [problem] };
  if (raw.bytes.length > MAX_BYTES) {
    const size = (raw.bytes.length / MAX_BYTES).toFixed(1);
    return {
      diagnostics: [
        error('file-too-large', `文件大小为 ${size} MB，应不超过 1 MB；请检查是否放错了文件`, start),
      ],
    };
  }
  const bytes = withoutByteOrderMark(raw.bytes);
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    const place = placeOfByte(raw, bytes, nul);
    return {
      diagnostics: [
        error(
          'encoding',
          '文件含有空字节（NUL），不是 UTF-8 文本（可能是 UTF-16 编码）；请另存为 UTF-8',
          place,
        ),
      ],
    };
  }
  const text = UTF8.decode(bytes);
  const invalid = firstInvalidByte(bytes, text);
  if (invalid >= 0) {
    const place = placeOfByte(raw, bytes, invalid);
    return {
      diagnostics: [
        error('encoding', '此处不是有效的 UTF-8 文字（可能是 GBK 编码）；请将文件另存为 UTF-8', place),
      ],
    };
  }
  const source = sourceFile(raw.path, text, raw.shipped);
  const placeAt = (offset: number): Place => source.placeAt(offset);
  return { source, diagnostics: [...unfitCharacters(text, placeAt), ...hiddenCharacters(text, placeAt)] };
}

/** What the names of the system's errors say to somebody who reads none. */
const REFUSED: Readonly<Record<string, string>> = {
  EACCES: '没有读取的权限；请改它的权限',
  EPERM: '没有读取的权限；请改它的权限',
  EIO: '磁盘读取出错；请检查磁盘',
};

/** Why a file could not be read, as a finding; undefined for one that was read. */
export function problemOf(file: RawFile): Diagnostic | undefined {
  const { problem } = file;
  const place = startOf(file);
  if (problem === undefined) return undefined;
  if (problem.kind === 'special')
    return error('special-file', '这是符号链接或特殊文件，不会被读取；请换成文件本身', place);
  if (problem.kind === 'name')
    return error('bad-name', '文件或文件夹的名称不是 UTF-8（可能是 GBK 编码）；请改名', place);
  const why = REFUSED[problem.code] ?? `系统不让读取（${problem.code}）；请检查这个文件`;
  return error('unreadable-file', why, place);
}

/** A source from text already decoded. */
export function sourceFile(path: string, text: string, shipped?: Shipped): SourceFile {
  let starts: readonly number[] | undefined;
  const whose = shipped && { shipped };
  return {
    path,
    ...whose,
    text,
    placeAt(offset) {
      starts ??= lineStarts(text);
      // What has no place of its own, such as an empty document, stands at the beginning.
      const at = Math.max(offset, 0);
      const line = lineOf(starts, at);
      return { file: path, line: line + 1, column: at - (starts[line] ?? 0) + 1, ...whose };
    },
  };
}

function withoutByteOrderMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

/** The byte offset where the decoded text first differs from the bytes, or -1: a replaced character gives it away. */
function firstInvalidByte(bytes: Uint8Array, text: string): number {
  if (!text.includes('\uFFFD')) return -1;
  const again = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += 1) if (bytes[at] !== again[at]) return at;
  return again.length === bytes.length ? -1 : bytes.length;
}

function placeOfByte({ path, shipped }: RawFile, bytes: Uint8Array, offset: number): Place {
  const before = UTF8.decode(bytes.subarray(0, offset));
  return sourceFile(path, before, shipped).placeAt(before.length);
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  // Files from very old programs have nothing but carriage returns.
  const end = text.includes('\n') ? '\n' : '\r';
  for (let at = text.indexOf(end); at >= 0; at = text.indexOf(end, at + 1)) starts.push(at + 1);
  return starts;
}

function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
