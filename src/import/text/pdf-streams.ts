import { inflateSync } from 'node:zlib';

/** Texts of booklets inflate to a few megabytes. */
const MAX_INFLATED = 128 * 1024 * 1024;
/** How far before a stream its dictionary may begin. */
const DICTIONARY = 2048;

/**
 * Whether what a PDF holds packed, pictures apart, comes to far more than any booklet: the library unpacks a page whole
 * before anybody can stop it.
 */
export function inflatesTooFar(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let room = MAX_INFLATED;
  for (const { dictionary, packed } of streamsIn(file)) {
    if (!dictionary.includes('/FlateDecode') || dictionary.includes('/Image')) continue;
    const size = inflatedSize(packed, room);
    if (size === undefined) return true;
    room -= size;
  }
  return room <= 0;
}

/** The streams of a PDF: what is said of each, and its bytes as they lie there. */
function* streamsIn(file: Buffer): Generator<{ readonly dictionary: string; readonly packed: Buffer }> {
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file.subarray(at - 3, at).toString('latin1') === 'end') continue;
    const dictionary = file.subarray(Math.max(0, at - DICTIONARY), at).toString('latin1');
    const own = dictionary.slice(dictionary.lastIndexOf(' obj'));
    const end = file.indexOf('endstream', at);
    const start = at + 6 + (file[at + 6] === RETURN ? 2 : 1);
    yield { dictionary: own, packed: file.subarray(start, end < 0 ? undefined : end) };
  }
}

const RETURN = 0x0d;

/** How large a stream is when it is inflated; undefined for one that is larger than there is room. */
function inflatedSize(packed: Buffer, room: number): number | undefined {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(room, 1) }).length;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    // What cannot be inflated is the library's to judge.
    return code === 'ERR_BUFFER_TOO_LARGE' ? undefined : 0;
  }
}
