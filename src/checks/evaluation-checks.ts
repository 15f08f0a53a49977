import type { Check } from './check.ts';

/** Checks of the performance self-evaluation forms. */
export const EVALUATION_CHECKS: readonly Check[] = [];
