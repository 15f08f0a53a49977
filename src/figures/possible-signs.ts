import type { Definition } from './figure.ts';
import type { Registry } from './registry.ts';

/** Whether a figure can be less than zero: what is subtracted, what may be entered so, and what is made of such. */
export function canBeNegative({ id, origin }: Definition, figures: Registry): boolean {
  if (origin.kind !== 'derived') return isSigned(id, figures);
  if (origin.operation === 'difference') return true;
  return origin.inputs.some((input) => canBeNegative(figures.get(input), figures));
}

function isSigned(id: string, { book }: Registry): boolean {
  return (book.placeOf(id)?.fact ?? book.find(id))?.signed === true;
}

/** Whether a figure is a rate, which has no value where its base is zero. */
export function canLackBase({ origin }: Definition): boolean {
  return origin.kind === 'derived' && (origin.operation === 'percentage' || origin.operation === 'quotient');
}
