import type { FlatTable } from './flat-table.ts';

/** A file of a booklet's open data. */
export interface DataFile {
  /** What the Data Package calls it. */
  readonly name: string;
  readonly title: string;
  /** Path from the booklet's folder. */
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** What a CSV file holds. */
  readonly table?: FlatTable;
}
