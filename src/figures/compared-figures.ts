import { quotientIn } from './quotients.ts';

/** Ends the ids of figures that only last year's make. */
const OF_LAST_YEAR = /\.(?:上年|增减额|增减率)$/;

/** The figures of which an id tells something of last year: `收入.总计` of `收入.总计.增减率`; none for any other figure. */
export function figuresCompared(id: string): readonly string[] {
  const quotient = quotientIn(id);
  if (quotient !== undefined) return [quotient.part, quotient.whole].flatMap(figuresCompared);
  return OF_LAST_YEAR.test(id) ? [id.replace(OF_LAST_YEAR, '')] : [];
}
