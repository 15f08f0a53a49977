import { gzipSync } from 'node:zlib';

/** Bytes of something that is sent over a network. */
export interface Size {
  readonly raw: number;
  /** As a host sends it. */
  readonly sent: number;
}

/** The size of a file's content. */
export function sizeOf(content: string | Uint8Array): Size {
  return { raw: Buffer.byteLength(content), sent: gzipSync(content, { level: 9 }).length };
}

/** The sizes of several files together. */
export function total(sizes: readonly Size[]): Size {
  return {
    raw: sizes.reduce((sum, { raw }) => sum + raw, 0),
    sent: sizes.reduce((sum, { sent }) => sum + sent, 0),
  };
}

/** `  12.3 KB sent,   45.6 KB raw` */
export function sizeText({ raw, sent }: Size): string {
  return `${kilobytes(sent)} sent, ${kilobytes(raw)} raw`;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1).padStart(7)} KB`;
}
