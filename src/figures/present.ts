import type { Registry } from './registry.ts';
import { isZero } from './value.ts';

/** Whether there is anything behind an id: known and not zero, or not disclosed. */
export function isPresent(figures: Registry, id: string): boolean {
  const figure = figures.find(id);
  return figure !== undefined && !isZero(figure.value);
}
