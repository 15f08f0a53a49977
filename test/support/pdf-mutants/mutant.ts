import type { PDFDocument } from '@cantoo/pdf-lib';
import type { Chance } from './chance.ts';

/** What a mutant takes beside the document that it changes. */
export interface OtherYear {
  /** A PDF of the same body of another year. */
  readonly document: PDFDocument;
}

/** Changes one thing of a finished PDF. */
export type Mutant = (document: PDFDocument, chance: Chance, other: OtherYear) => void | Promise<void>;
