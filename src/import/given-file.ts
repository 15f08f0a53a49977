/** A file that somebody gave to be taken in. */
export interface GivenFile {
  /** As it was named on the command line; of a file within a folder, with the folder's name. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** How many bytes it has; of one that is too large they were not read. */
  readonly size: number;
}

/** A file that cannot be taken in: nothing is written then. */
export interface Refused {
  readonly file: string;
  /** A Chinese sentence that says why, and what to do. */
  readonly refused: string;
}

/** No workbook of accounts is nearly as large. */
export const MAX_FILE_BYTES = 32 * 1024 * 1024;

/** Whether reading a file ended in its refusal. */
export function isRefused<T extends object>(result: T | Refused): result is Refused {
  return 'refused' in result;
}
