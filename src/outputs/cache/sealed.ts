import { hash } from 'node:crypto';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/** A file with its path, from the folder in which it belongs. */
export interface PackedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const DIGEST_LENGTH = 64;
/** Bytes of a number in front of a head. */
const LENGTH = 4;

/** Puts a head and files into one piece of bytes that tells whether it is whole. The same content gives the same bytes. */
export function seal(head: object, files: readonly PackedFile[]): Uint8Array {
  const sizes = files.map(({ path, bytes }) => [path, bytes.length] as const);
  const text = Buffer.from(JSON.stringify({ head, sizes }));
  const length = Buffer.alloc(LENGTH);
  length.writeUInt32LE(text.length);
  const packed = zstdCompressSync(Buffer.concat([length, text, ...files.map(({ bytes }) => bytes)]));
  return Buffer.concat([Buffer.from(hash('sha256', packed)), packed]);
}

/** What comes out of a seal. */
interface Unsealed {
  readonly head: unknown;
  readonly files: readonly PackedFile[];
}

/**
 * What `seal` was given; undefined where a byte of it is another, or where some are missing, and where somebody else has
 * sealed what `seal` never does.
 */
export function unseal(sealed: Uint8Array): Unsealed | undefined {
  const packed = sealed.subarray(DIGEST_LENGTH);
  if (hash('sha256', packed) !== Buffer.from(sealed.subarray(0, DIGEST_LENGTH)).toString()) return undefined;
  try {
    return unpacked(zstdDecompressSync(packed));
  } catch {
    return undefined;
  }
}

function unpacked(all: Buffer): Unsealed | undefined {
  const start = LENGTH + all.readUInt32LE();
  const { head, sizes } = JSON.parse(all.subarray(LENGTH, start).toString()) as {
    readonly head: unknown;
    readonly sizes: readonly (readonly [path: string, size: number])[];
  };
  let from = start;
  const files = sizes.map(([path, size]) => ({ path, bytes: all.subarray(from, (from += size)) }));
  return from === all.length && files.every(({ path }) => staysBelow(path)) ? { head, files } : undefined;
}

/** Whether a path leads to something below the folder from which it starts, on every system. */
function staysBelow(path: string): boolean {
  return !/[\\:]/.test(path) && path.split('/').every((step) => !['', '.', '..'].includes(step));
}
