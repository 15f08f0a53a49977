import type { Step } from './step.ts';
import { BUDGET_OF_FACT } from './steps/budget-of-fact.ts';
import { CODE_ROWS } from './steps/code-rows.ts';
import { COVER_LINES } from './steps/cover-lines.ts';
import { DENSE_TABLE } from './steps/dense-table.ts';
import { FORM_KINDS_STATED } from './steps/form-kinds.ts';
import { YEAR_LINE } from './steps/year-line.ts';

/** All steps, in the order in which forms have changed: each reads what those before it have left. */
export const STEPS: readonly Step[] = [
  YEAR_LINE,
  CODE_ROWS,
  DENSE_TABLE,
  COVER_LINES,
  // By what this one adds, older packs are known: it comes behind those that ask.
  FORM_KINDS_STATED,
  BUDGET_OF_FACT,
];
