/** A piece of text as it is set: in points from the left and the top of its page. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The line on which its letters stand. */
  readonly base: number;
  readonly size: number;
}

/** A line that is drawn from left to right, or from top to bottom: in points from the left and the top of its page. */
export interface Ruling {
  readonly isLevel: boolean;
  /** How far from the top it is, one from top to bottom how far from the left. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** A page of a PDF. */
export interface Page {
  /** From 1. */
  readonly number: number;
  /** In the order in which they are drawn. */
  readonly pieces: readonly Piece[];
  readonly rulings: readonly Ruling[];
}

/** Pieces on one line, in the order in which they are drawn. */
export interface Line {
  readonly pieces: readonly Piece[];
  readonly base: number;
}

/** Pieces in the order in which they are drawn, a new line where they stand at another height. */
export function linesOf(pieces: readonly Piece[]): readonly Line[] {
  const lines: { pieces: Piece[]; base: number }[] = [];
  let last: Piece | undefined;
  for (const piece of pieces) {
    if (last !== undefined && Math.abs(piece.base - last.base) <= piece.size / 2)
      lines.at(-1)?.pieces.push(piece);
    else lines.push({ pieces: [piece], base: piece.base });
    last = piece;
  }
  return lines;
}

/** What a line says. */
export function wordsOf({ pieces }: Pick<Line, 'pieces'>): string {
  return pieces.map(({ text }) => text).join('');
}
