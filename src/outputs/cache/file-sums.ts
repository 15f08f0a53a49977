import { hash } from 'node:crypto';
import type { PackedFile } from './sealed.ts';

/** A file of an output, as far as lists and reports need it. */
export interface FileSum {
  /** From the root of the site. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** Its SHA-256, as hexadecimal digits. */
  readonly sum: string;
}

/** Sums up files, in their order. */
export function sumsOf(files: readonly PackedFile[]): readonly FileSum[] {
  return files.map(({ path, bytes }) => ({ path, size: bytes.length, sum: hash('sha256', bytes) }));
}
