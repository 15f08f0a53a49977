import type { BookletDocument } from '../../document/booklet-document.ts';

/** How many figures the statutory tables print, and how many of them are not disclosed. */
export interface Disclosure {
  readonly figures: number;
  readonly undisclosed: number;
}

/** Counts each figure of the tables once, in however many tables it stands. */
export function disclosureOf({ tables }: BookletDocument): Disclosure {
  const cells = tables.flatMap((table) => table.body.flat());
  const values = new Map(
    cells.flatMap(({ figure }) => (figure === undefined ? [] : [[figure.id, figure.value]])),
  );
  return { figures: values.size, undisclosed: [...values.values()].filter((value) => value === '').length };
}
