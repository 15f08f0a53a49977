import { inflateRawSync } from 'node:zlib';
import { remembered } from '../../source/remembered.ts';

/** An archive's entry, unpacked. */
export interface Unpacked {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Why an archive is not unpacked. */
export type Unpackable = 'damaged' | 'too large';

/** Workbooks of accounts unpack to a few megabytes. */
const MAX_UNPACKED = 64 * 1024 * 1024;
const MAX_ENTRIES = 4000;

const END_RECORD = 0x06054b50;
const ENTRY = 0x02014b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
const LOCAL_SIZE = 30;
const STORED = 0;
const DEFLATED = 8;
const LONGEST_COMMENT = 0xffff;

/**
 * Unpacks a ZIP archive, once for all who ask what it is, and stops where it turns out larger than any workbook of accounts,
 * whatever sizes it states: libraries unpack first and ask later.
 */
export const unpack = remembered((bytes: Uint8Array): readonly Unpacked[] | Unpackable => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  if (end === undefined) return 'damaged';
  const count = view.getUint16(end + 10, true);
  if (count > MAX_ENTRIES) return 'too large';
  const entries: Unpacked[] = [];
  let room = MAX_UNPACKED;
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + ENTRY_SIZE > bytes.length || view.getUint32(at, true) !== ENTRY) return 'damaged';
    const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const name = bytes.subarray(at + ENTRY_SIZE, at + ENTRY_SIZE + (lengths[0] ?? 0));
    const content = contentOf(bytes, view, at, room);
    if (typeof content === 'string') return content;
    room -= content.length;
    entries.push({ name: new TextDecoder().decode(name), bytes: content });
    at += ENTRY_SIZE + lengths.reduce((sum, length) => sum + length, 0);
  }
  return entries;
});

/** Where the archive's last record begins: a comment may follow it. */
function endRecord(view: DataView): number | undefined {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1)
    if (view.getUint32(at, true) === END_RECORD) return at;
  return undefined;
}

function contentOf(bytes: Uint8Array, view: DataView, entry: number, room: number): Uint8Array | Unpackable {
  const method = view.getUint16(entry + 10, true);
  const size = view.getUint32(entry + 20, true);
  const local = view.getUint32(entry + 42, true);
  if (local + LOCAL_SIZE > bytes.length) return 'damaged';
  const from = local + LOCAL_SIZE + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const packed = bytes.subarray(from, from + size);
  if (method === STORED) return packed.length > room ? 'too large' : packed;
  if (method !== DEFLATED) return 'damaged';
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(room, 1) });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return code === 'ERR_BUFFER_TOO_LARGE' ? 'too large' : 'damaged';
  }
}
