import type { Booklet } from '../../compile/booklet.ts';
import type { Figure } from '../../figures/figure.ts';
import { knownFigures } from './known-figures.ts';
import { printedBy } from './printed-words.ts';

/** Figures that somebody may mean by some words. */
export interface Meant {
  /** The one that is meant; undefined if there are several or none. */
  readonly id?: string;
  /** The likeliest first. */
  readonly candidates: readonly Pick<Figure, 'id' | 'label'>[];
}

/** No more candidates are of help. */
const MOST = 10;

/**
 * The figure that is meant by an id, a label, a number as it is printed, or words of a label: the first of these that any
 * figure fits.
 */
export function findFigure(words: string, booklet: Booklet): Meant {
  if (booklet.figures.has(words)) return { id: words, candidates: [] };
  const figures = knownFigures(booklet);
  const number = words.replaceAll(/[,，\s]|万元$|%$/g, '');
  const fits: readonly ((figure: Figure) => boolean)[] = [
    ({ label }) => plain(label) === plain(words),
    (figure) => /^-?\d+(\.\d+)?$/.test(number) && printedBy(figure, booklet)?.printed === number,
    ({ label }) => plain(label).includes(plain(words)),
    ({ id, label }) => isWithin(plain(words), plain(label)) || isWithin(plain(words), plain(id)),
  ];
  for (const fit of fits) {
    const found = figures.filter(fit).toSorted((a, b) => a.label.length - b.label.length);
    const [only] = found;
    if (found.length === 1 && only !== undefined) return { id: only.id, candidates: [] };
    if (found.length > 1) return { candidates: found.slice(0, MOST).map(({ id, label }) => ({ id, label })) };
  }
  return { candidates: [] };
}

/** Signs that a reader leaves out. */
function plain(text: string): string {
  return text.replaceAll(/[“”"（）()、.\s]/g, '');
}

/** Whether the characters of some words occur in a text in the same order, a large part of it. */
function isWithin(words: string, text: string): boolean {
  let at = 0;
  for (const character of text) if (character === words[at]) at += 1;
  return words.length > 1 && at === words.length;
}
