import type { Publication } from '../accounts/schema/publication.ts';
import type { Correction, Figure } from './figure.ts';

/** A correction of a figure, with what was printed before and what was printed then. */
export interface CorrectedPrint extends Correction {
  readonly after: string;
}

/** The ids that corrections give former prints of; they may name what does not exist. */
export function correctedNames({ corrections }: Publication): readonly string[] {
  return corrections.flatMap(({ before }) => Object.keys(before));
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
