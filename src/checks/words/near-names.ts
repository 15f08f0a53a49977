import { distance } from 'fastest-levenshtein';
import { shortName } from './body-names.ts';
import { literalPattern } from './literal-pattern.ts';

/** Shorter names are too easily like another word. */
const SHORTEST = 6;
/** Characters at the beginning that must be right for a stretch of text to be taken for the name: its region. */
const HEAD = 3;
/** Characters that may be wrong, missing or too many. */
const MOST_WRONG = 2;
/** Without its region, a name of this length is long enough to be known by most of its characters. */
const LONG = 7;
const MIDDLING = 6;
/** Words in the names of bodies that are easily left out or put in, and how long they are together. */
const FILLERS = /管理|工作|事务|综合/gu;
const LONGEST_FILLING = 4;
/** Numbers and directions tell bodies apart: 第一小学 is not 第二小学 misspelt. */
const TELLING = /[〇一二三四五六七八九十\d甲乙丙丁东西南北中上下左右大小新老]/u;
/** A name ends here: punctuation, or a word that cannot be part of one. */
const AFTER =
  /^(?:$|[，。；、：！？”）)\s]|是|为|的|在|于|和|与|及|负责|承担|主要|所属|下属|机关|本级|组织|开展)/u;

/** Where a name may begin, misspelt or not; undefined for names that are too short to tell. */
export function beginningOf(name: string): RegExp | undefined {
  return name.length < SHORTEST ? undefined : literalPattern(name.slice(0, HEAD));
}

/**
 * What stands in a text at an offset, if it is nearly the name: it begins and ends like it and differs in the middle,
 * differs in the last character alone, or has a word like 管理 more or less.
 */
export function nearNameAt(text: string, at: number, name: string): string | undefined {
  if (text.startsWith(name, at)) return undefined;
  return (
    differingInside(text, at, name) ?? differingAtEnd(text, at, name) ?? differingInFillers(text, at, name)
  );
}

function differingInside(text: string, at: number, name: string): string | undefined {
  const known = shortName(name).length;
  // 教育局 is not 体育局 misspelt: of a short name, all but the middle must be right.
  const tail = name.slice(known >= LONG ? -1 : known >= MIDDLING ? -2 : -3);
  const allowed = name.length >= 2 * SHORTEST ? MOST_WRONG : 1;
  for (let length = name.length - MOST_WRONG; length <= name.length + MOST_WRONG; length += 1) {
    const written = text.slice(at, at + length);
    if (!written.endsWith(tail) || written.length <= HEAD + tail.length) continue;
    if (distance(written, name) <= allowed && !tellsApart(written, name)) return written;
  }
  return undefined;
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

/** 政务服务管理局 for 政务服务局: the same but for words that many names have. */
function differingInFillers(text: string, at: number, name: string): string | undefined {
  const core = withoutFillers(name);
  for (let length = core.length; length <= name.length + LONGEST_FILLING; length += 1) {
    const written = text.slice(at, at + length);
    if (written.endsWith(name.slice(-1)) && written !== name && withoutFillers(written) === core)
      return written;
  }
  return undefined;
}

function withoutFillers(name: string): string {
  return name.replaceAll(FILLERS, '');
}

function tellsApart(written: string, name: string): boolean {
  const differing = [...written].filter((character) => !name.includes(character));
  return differing.some((character) => TELLING.test(character));
}
