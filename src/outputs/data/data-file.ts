import type { PublishedFile } from '../../compile/published-files.ts';
import type { FlatTable } from './flat-table.ts';

/** A field of the records of a JSON file, in the words of Table Schema. */
export interface RecordField {
  readonly name: string;
  readonly type: 'string' | 'number' | 'object' | 'array';
  readonly title: string;
  readonly description: string;
}

/** A file of a booklet's open data. */
export interface DataFile extends Pick<PublishedFile, 'name' | 'title' | 'path' | 'mediaType'> {
  readonly bytes: Uint8Array;
  /** What a CSV file holds. */
  readonly table?: FlatTable;
  /** What a JSON file holds: a list of records under one of its keys. */
  readonly records?: { readonly property: string; readonly fields: readonly RecordField[] };
}
