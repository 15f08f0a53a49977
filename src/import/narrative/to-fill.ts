import { TO_FILL } from '../../accounts/unfilled.ts';
import type { ReadWords } from '../reading.ts';

/** Whether names are only counted, and each is still to be filled in. */
export function isToFill(words: ReadWords['words']): boolean {
  return typeof words !== 'string' && words.length > 0 && words.every((one) => one === TO_FILL);
}
