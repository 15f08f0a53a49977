/** The attached file that says what a PDF must hold. */
export const MANIFEST = 'manifest.json';

/** A higher number stands for a form that programs of today do not know. */
export const MANIFEST_FORMAT = 2;

/** A piece of text without spaces; of a figure, with the id by which figures.json has it. */
export type Piece = string | readonly [id: string, printed: string];

/** What a PDF must hold: what `mingbai verify` reads back from the file. All hashes are SHA-256. */
export interface Manifest {
  readonly format: number;
  /** The program with its version. */
  readonly producer: string;
  /** The booklet's text as its document says it, paragraph by paragraph and cell by cell, in the order of reading. */
  readonly text: readonly (readonly Piece[])[];
  readonly pages: readonly PageRecord[];
  /** Hash of the description of the document (XMP). */
  readonly description: string;
  /** Digests of what else the document is made of. Not in the first form, which has the next two instead. */
  readonly objects?: Readonly<Record<ObjectPart, string>>;
  /** In the first form, hash of the tags: their types, one within the other. */
  readonly tags?: string;
  /** In the first form, hash of each font, by its name. */
  readonly fonts?: Readonly<Record<string, string>>;
  /** Hash of each other attached file, by its name. */
  readonly files: Readonly<Record<string, string>>;
}

/** What is summed up beside the pages (`object-parts.ts`). */
export type ObjectPart = 'tags' | 'fonts' | 'bookmarks' | 'files' | 'information' | 'catalog';

/** A page as it was printed. */
export interface PageRecord {
  /** What stands on it that is no text of the document: head, foot, a table's head that is printed again. */
  readonly furniture: string;
  /** Hash of what it is drawn by. */
  readonly drawing: string;
  /** Digest of its paper, fonts, pictures and links. Not in the first form. */
  readonly frame?: string;
}

/** The text of a piece. */
export function printedOf(piece: Piece): string {
  return typeof piece === 'string' ? piece : piece[1];
}
