import type { Sides } from '../../changes/change.ts';
import { wordChanges, type Stretch } from '../../changes/words.ts';
import type { Item } from './sections.ts';
import { NONE } from './words.ts';

/** How a form writes texts of the input, and what of them is gone or new. */
export interface Writing {
  text(text: string): string;
  marked(text: string, kind: Stretch['kind']): string;
}

/** Above this length a text is shown once, with what changed in it. */
const LONG = 60;

/** One thing that a change brings about, on a line. */
export function itemText({ about, sides }: Item, writing: Writing): string {
  return sides === undefined ? writing.text(about) : `${writing.text(about)}：${sidesText(sides, writing)}`;
}

function sidesText({ before, after }: Sides, writing: Writing): string {
  if (before !== null && after !== null && before.length + after.length > LONG)
    return wordChanges(before, after)
      .map(({ kind, text }) => writing.marked(writing.text(text), kind))
      .join('');
  const [one, other] = [before, after].map((text) => (text === null ? NONE : writing.text(text)));
  return `${one} → ${other}`;
}
