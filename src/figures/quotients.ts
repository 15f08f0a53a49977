import type { Definition } from './figure.ts';

/** How one figure is held against another: `A.占.B` is A as percent of B, `A.完成.B` an outturn as percent of its budget. */
export const QUOTIENTS = ['占', '完成'] as const;
export type Quotient = (typeof QUOTIENTS)[number];

const BETWEEN = /^(.+?)\.(占|完成)\.(.+)$/u;

/** The two figures that an id holds against each other; undefined for other ids. */
export function quotientIn(
  id: string,
): { readonly part: string; readonly whole: string; readonly quotient: Quotient } | undefined {
  const [, part, quotient, whole] = BETWEEN.exec(id) ?? [];
  return part === undefined || whole === undefined
    ? undefined
    : { part, whole, quotient: quotient as Quotient };
}

/** Id of what one figure is of another. */
export function quotientId(part: string, quotient: Quotient, whole: string): string {
  return `${part}.${quotient}.${whole}`;
}

type Compared = Pick<Definition, 'id' | 'label' | 'unit'>;

/** Whether one can be told as percent of the other: both are amounts or counts, in one unit. */
export function canBePart(part: Pick<Definition, 'unit'>, whole: Pick<Definition, 'unit'>): boolean {
  return part.unit === whole.unit && part.unit !== '%' && part.unit !== '年' && part.unit !== '指标值';
}

/** What one figure is of another, as percent. It follows from the two alone. */
export function quotientOfFigures(part: Compared, quotient: Quotient, whole: Compared): Definition {
  return {
    id: quotientId(part.id, quotient, whole.id),
    label: `${part.label}${quotient}${whole.label}`,
    unit: '%',
    origin: { kind: 'derived', operation: 'percentage', inputs: [part.id, whole.id] },
  };
}

/** Why one is no part of the other. */
export function unfit(part: string, unit: string, whole: string, wholeUnit: string): string {
  const units = `“${part}”的单位是${unit}，“${whole}”的单位是${wholeUnit}`;
  return `${units}；只有单位相同的金额或数量可以求占比、完成率，请换一个数`;
}
