import { closest, distance } from 'fastest-levenshtein';

/** Above this length a mistyped word is not worth comparing with every known one. */
const MAX_LENGTH = 80;

/** `；是否为“…”？` for the known word nearest to a mistyped one; a short list if none is near; empty otherwise. */
export function suggestion(word: string, known: readonly string[]): string {
  if (known.length === 0 || word.length > MAX_LENGTH) return '';
  const nearest = closest(word, known);
  if (distance(word, nearest) <= Math.max(2, Math.floor(nearest.length / 2))) return `；是否为“${nearest}”？`;
  return known.length <= 8 ? `；可用的有：${known.join('、')}` : '';
}
