/** How many there are of something, and how many of them a pack explains. */
export interface Share {
  readonly explained: number;
  readonly all: number;
}

/** Something of a published booklet that a pack does not explain. */
export interface Unexplained {
  readonly kind: 'sentence' | 'cell';
  /** Where in the file it stands: `第 12 页`, `公开01表!C5`. */
  readonly at: string;
  readonly text: string;
  /** Of a cell, why it was not understood. */
  readonly why?: string;
  /** Of a sentence, what the pack has that is most like it. */
  readonly nearest?: { readonly file: string; readonly line: number; readonly text: string };
}

/** How much of a booklet a pack explains. */
export interface Fit {
  readonly file: string;
  readonly sentences: Share;
  readonly numbers: Share;
  readonly cells: Share;
  /** Sentences where tables, forms, a cover or contents may stand: nothing is said of these. */
  readonly apart: number;
  readonly unexplained: readonly Unexplained[];
}

/** What several files are together. */
export function totalOf(fits: readonly Fit[]): Pick<Fit, 'sentences' | 'numbers' | 'cells'> {
  const added = (key: 'sentences' | 'numbers' | 'cells'): Share => ({
    explained: fits.reduce((sum, fit) => sum + fit[key].explained, 0),
    all: fits.reduce((sum, fit) => sum + fit[key].all, 0),
  });
  return { sentences: added('sentences'), numbers: added('numbers'), cells: added('cells') };
}

/** Nothing of a kind. */
export const NONE: Share = { explained: 0, all: 0 };
