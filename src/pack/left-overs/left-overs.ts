import { ALTERNATIVES } from './alternatives.ts';
import { BLANKS } from './blanks.ts';
import { CHARACTERS } from './characters.ts';
import { FORM_NOTES } from './form-notes.ts';
import type { LeftOver } from './left-over.ts';
import { RESIDUE } from './residue.ts';
import { SLIPS } from './slips.ts';

/** Mistakes of wording that were met in published booklets, in templates as in texts. */
export const LEFT_OVERS: readonly LeftOver[] = [
  ...ALTERNATIVES,
  ...BLANKS,
  ...FORM_NOTES,
  ...RESIDUE,
  ...CHARACTERS,
  ...SLIPS,
];

/** Three digits of a year, or one too many: 202 年度, 20233年. */
export const BROKEN_YEAR =
  /(?<!\d)(?:\d{3}\s*年度|(?:199|20[0-2])\s*年(?!历史|来|以上|的历史)|(?:19|20)\d{3,}\s*年)/gu;
