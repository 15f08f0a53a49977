import type { Change } from '../../changes/change.ts';
import { lines } from '../lines.ts';
import { itemText, type Writing } from './item-text.ts';
import { sectionsOf } from './sections.ts';
import { errorWords, summaryWords } from './words.ts';

/** A change as text, a line for each consequence; the summary stands at the end, where a terminal stops. */
export function formatChangeText(change: Change): string {
  const sections = sectionsOf(change).flatMap(({ title, items }) => [
    `${title}（${items.length}）：`,
    ...items.map((item) => `  · ${itemText(item, PLAIN)}`),
    '',
  ]);
  return lines([...sections, ...[errorWords(change), summaryWords(change)].filter((text) => text !== '')]);
}

/** What is gone as [-…-] and what is new as {+…+}, as git shows words. */
const PLAIN: Writing = {
  text: (text) => text,
  marked: (text, kind) => (kind === 'same' ? text : kind === 'gone' ? `[-${text}-]` : `{+${text}+}`),
};
