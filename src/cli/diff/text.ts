import type { Change, Sides } from '../../changes/change.ts';
import { wordChanges } from '../../changes/words.ts';
import { lines } from '../lines.ts';
import { sectionsOf, type Item } from './sections.ts';
import { errorWords, NONE, summaryWords } from './words.ts';

/** A change as text, a line for each consequence; the summary stands at the end, where a terminal stops. */
export function formatChangeText(change: Change): string {
  const sections = sectionsOf(change).flatMap(({ title, items }) => [
    `${title}（${items.length}）：`,
    ...items.map((item) => `  · ${itemText(item)}`),
    '',
  ]);
  return lines([...sections, ...[errorWords(change), summaryWords(change)].filter((text) => text !== '')]);
}

function itemText({ about, sides }: Item): string {
  return sides === undefined ? about : `${about}：${sidesText(sides)}`;
}

/** Above this length a text is shown once, with what changed in it. */
const LONG = 60;

function sidesText({ before, after }: Sides): string {
  if (before !== null && after !== null && before.length + after.length > LONG) return inWords(before, after);
  return `${before ?? NONE} → ${after ?? NONE}`;
}

/** What is gone as [-…-] and what is new as {+…+}, as git shows words. */
function inWords(before: string, after: string): string {
  const words = wordChanges(before, after).map(({ kind, text }) =>
    kind === 'same' ? text : kind === 'gone' ? `[-${text}-]` : `{+${text}+}`,
  );
  return words.join('');
}
