import { headWords, plainWords } from '../tables/words.ts';
import { cellsBetween, spannedIn, type Sheet, type SheetCell } from '../workbook/sheet.ts';
import type { ExpectedForm } from './expected-form.ts';
import { placeForm, rowLikeness, type PlacedForm } from './place-form.ts';

/** A form of a sheet, with what stands above it. */
export interface FoundForm extends PlacedForm {
  readonly caption: readonly SheetCell[];
}

/** Of a form's labels, how many at least are found. */
const LEAST_FIT = 0.6;
/** Of a form's different labels, how many at least are found word for word: other tables need not be looked at closely. */
const LEAST_SAME = 0.2;
/** By how much a title says that a form is of its kind, where labels fit several. */
const TITLE = 0.3;
/** Titles stand no higher above their forms. */
const CAPTION_ROWS = 5;

/** The forms of a sheet, one below the other, by the layouts of a pack: one begins where its first row with labels is. */
export function findForms(sheet: Sheet, forms: readonly ExpectedForm[]): readonly FoundForm[] {
  const first = forms.map(({ rows }) => rows.find(({ labels }) => labels.length > 0));
  const starts = sheet.rows.flatMap((_, row) => {
    const cells = spannedIn(sheet, row);
    return first.some((one) => rowLikeness(one, cells) > 0) ? [row] : [];
  });
  const tried = starts.map((start, index) => bestOf(sheet, forms, start, starts[index + 1]));
  const good = tried.flatMap((one) => one ?? []);
  // What began no form was a row of the one above it.
  return good.flatMap((one, index) => {
    const next = good[index + 1]?.from;
    return one.end === (next ?? sheet.rows.length) ? [one] : (bestOf(sheet, forms, one.from, next) ?? []);
  });
}

function bestOf(
  sheet: Sheet,
  forms: readonly ExpectedForm[],
  start: number,
  next: number | undefined,
): FoundForm | undefined {
  const caption = cellsBetween(sheet, Math.max(start - CAPTION_ROWS, 0), start);
  const end = next ?? sheet.rows.length;
  const titled = (one: ExpectedForm): number =>
    caption.some(({ text }) => plainWords(text).endsWith(one.titleWords)) ? TITLE : 0;
  const words = new Set(cellsBetween(sheet, start, end).map(({ text }) => headWords(text)));
  const fitting = forms
    .filter(({ vocabulary }) => vocabulary.intersection(words).size >= LEAST_SAME * vocabulary.size)
    .map((form) => placeForm(sheet, form, start, end))
    .filter(({ fit }) => fit >= LEAST_FIT)
    .sort((a, b) => b.fit + titled(b.expected) - (a.fit + titled(a.expected)));
  const [best] = fitting;
  return best && { ...best, caption };
}
