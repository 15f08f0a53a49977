import { distance } from 'fastest-levenshtein';

/** Shorter names are too easily like another word. */
const SHORTEST = 6;
/** Characters at either end that must be right for a stretch of text to be taken for the name. */
const ANCHOR = 3;
/** Characters that may be wrong, missing or too many in between. */
const MOST_WRONG = 2;
/** Numbers and directions tell bodies apart: 第一小学 is not 第二小学 misspelt. */
const TELLING = /[〇一二三四五六七八九十\d甲乙丙丁东西南北中上下左右大小新老]/u;
/** A name ends here: punctuation, or a word that cannot be part of one. */
const AFTER =
  /^(?:$|[，。；、：！？”）)\s]|是|为|的|在|于|和|与|及|负责|承担|主要|所属|下属|机关|本级|组织|开展)/u;

/** A stretch of a text that is nearly a name. */
export interface NearName {
  readonly written: string;
  readonly offset: number;
}

/** Stretches that begin and end like the name and differ in the middle, or differ in the last character alone. */
export function nearNames(text: string, name: string): readonly NearName[] {
  if (name.length < SHORTEST) return [];
  const head = name.slice(0, ANCHOR);
  const found: NearName[] = [];
  for (let at = text.indexOf(head); at >= 0; at = text.indexOf(head, at + 1)) {
    if (text.startsWith(name, at)) continue;
    const written = differingInside(text, at, name) ?? differingAtEnd(text, at, name);
    if (written !== undefined) found.push({ written, offset: at });
  }
  return found;
}

function differingInside(text: string, at: number, name: string): string | undefined {
  const tail = name.slice(-ANCHOR);
  for (let length = name.length - MOST_WRONG; length <= name.length + MOST_WRONG; length += 1) {
    const written = text.slice(at, at + length);
    if (!written.endsWith(tail) || written.length <= 2 * ANCHOR) continue;
    if (distance(written, name) <= wrongAllowed(name) && !tellsApart(written, name)) return written;
  }
  return undefined;
}

function wrongAllowed(name: string): number {
  return name.length >= 2 * SHORTEST ? MOST_WRONG : 1;
}

function differingAtEnd(text: string, at: number, name: string): string | undefined {
  const stem = name.slice(0, -1);
  if (!text.startsWith(stem, at)) return undefined;
  const written = text.slice(at, at + name.length);
  const after = text.slice(at + name.length, at + name.length + 2);
  const last = written.charAt(stem.length);
  return /\p{Script=Han}/u.test(last) && AFTER.test(after) && !tellsApart(written, name)
    ? written
    : undefined;
}

function tellsApart(written: string, name: string): boolean {
  const differing = [...written].filter((character) => !name.includes(character));
  return differing.some((character) => TELLING.test(character));
}
