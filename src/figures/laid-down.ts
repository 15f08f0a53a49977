import { Exact } from '../accounts/decimal.ts';
import type { Entry } from './figure.ts';

/** A number that a template pack lays down, and where; without a place where it leaves it at what is common. */
export interface LaidDown {
  readonly value: Exact;
  readonly entry?: Entry;
}

/** Points of a project form's execution row where a pack says nothing else; indicators make the other 90 (rule P02). */
export const COMMON_EXECUTION_WEIGHT: LaidDown = { value: new Exact(10) };
