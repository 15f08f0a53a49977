import { TO_FILL } from '../../accounts/unfilled.ts';
import { isToFill } from '../narrative/to-fill.ts';
import type { ReadWords, Source } from '../reading.ts';

/** The lists of names that bodies enter, by the figures that count them. */
const COUNTED_NAMES: ReadonlyMap<string, string> = new Map([['机构.下设处室数', '下设处室']]);
const LISTS_OF_NAMES: ReadonlySet<string> = new Set(COUNTED_NAMES.values());
/** No body has more offices. */
const MOST_NAMES = 100;

/** Whether a figure says how many names a body enters. */
export function isCountOfNames(id: string): boolean {
  return COUNTED_NAMES.has(id);
}

/** The texts of a body that a booklet prints. */
export class WordsRead {
  readonly all: ReadWords[] = [];

  text(path: ReadWords['path'], words: string, source: Source): void {
    this.all.push({ path, words, source });
  }

  /** Names of a list, if it is one that bodies enter; they say how many there are, too. */
  list(list: string, words: readonly string[], source: Source): void {
    if (!LISTS_OF_NAMES.has(list)) return;
    const counted = this.all.findIndex((one) => one.path[0] === list && isToFill(one.words));
    if (counted >= 0) this.all.splice(counted, 1);
    this.all.push({ path: [list], words, source });
  }

  /** Of names that are but counted, each is still to be filled in. */
  count(id: string, count: number, source: Source): void {
    const list = COUNTED_NAMES.get(id) ?? '';
    if (this.all.some(({ path: [first] }) => first === list) || !Number.isInteger(count)) return;
    const names = Array.from({ length: Math.min(count, MOST_NAMES) }, () => TO_FILL);
    this.all.push({ path: [list], words: names, source });
  }
}
