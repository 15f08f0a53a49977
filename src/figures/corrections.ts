import type { Correction, Figure } from './figure.ts';

/** A correction of a figure, with what was printed before and what was printed then. */
export interface CorrectedPrint extends Correction {
  readonly after: string;
}

/**
 * The corrections of a figure, the first first: what one edition printed is what the next correction replaces.
 *
 * @param printed what is printed of it now
 */
export function correctedPrints(
  { corrections = [] }: Pick<Figure, 'corrections'>,
  printed: string,
): readonly CorrectedPrint[] {
  return corrections.map((one, index) => ({ ...one, after: corrections[index + 1]?.before ?? printed }));
}
