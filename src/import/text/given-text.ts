/** The text of a file that somebody gave. */
export interface GivenText {
  readonly file: string;
  readonly text: string;
  /** Where a place of the text is in the file, as a person finds it: `第 12 行`, `第 3 页`. */
  at(offset: number): string;
}

/** A file that is text: places are told by its lines. */
export function plainFile(file: string, text: string): GivenText {
  return {
    file,
    text,
    at: (offset) => `第 ${text.slice(0, offset).split('\n').length} 行`,
  };
}
