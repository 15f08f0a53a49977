import type { Check } from './check.ts';
import { unboundNumber } from './rules/texts/unbound-number.ts';

/** Checks of the editors' words. */
export const TEXT_CHECKS: readonly Check[] = [unboundNumber];
