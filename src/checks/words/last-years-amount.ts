import type { Registry } from '../../figures/registry.ts';
import { intervalOf, intervalOfValue, overlaps } from '../../sentences/interval.ts';
import { normalised } from '../../sentences/normal.ts';
import { quantitiesIn, type Quantity } from '../../sentences/quantity.ts';

/** Fewer digits are no amount that only one figure has. */
const FEWEST_DIGITS = 4;

/** Whether a clause tells an amount that a figure of the booklet had last year: last year is meant there. */
export function tellsLastYearsAmount(clause: string, figures: Registry): boolean {
  const amounts = quantitiesIn(normalised(clause)).filter(isTelling);
  return amounts.length > 0 && figures.all().some(({ id }) => isOneOf(amounts, id, figures));
}

function isTelling({ kind, digits }: Quantity): boolean {
  return kind === 'money' && digits.replaceAll(/\D/gu, '').length >= FEWEST_DIGITS;
}

function isOneOf(amounts: readonly Quantity[], id: string, figures: Registry): boolean {
  const last = figures.find(`${id}.上年`);
  if (last?.value.state !== 'known' || last.unit !== '万元') return false;
  const interval = intervalOfValue(last.value);
  return amounts.some((amount) => overlaps(intervalOf(amount), interval));
}
