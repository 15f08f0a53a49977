import { recent } from '../../source/recent.ts';

/** How many cells' words are kept: each is asked for by every layout that a sheet may have. */
const KEPT = 5000;

const QUOTES = /["'“”‘’「」]/g;
const JOINTS = /[-—–_/\\|·:;,.、()[\]〔〕]/g;
const ORDINAL = /^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|\d+[、.](?!\d))/;
const PART = /^其中:/;

/** Words without what differs from hand to hand: widths of characters, blanks, line ends, quotation marks. */
export const plainWords = recent(KEPT, (text) =>
  text.normalize('NFKC').replaceAll(/\s+/g, '').replaceAll(QUOTES, ''),
);

/** The words of a heading, also without the signs by which headings of several levels are joined. */
export const headWords = recent(KEPT, (text) => plainWords(text).replaceAll(JOINTS, ''));

/** A row's name without its number: `一般公共服务支出` of `一、一般公共服务支出`. */
export function withoutOrdinal(words: string): string {
  return words.replace(ORDINAL, '').replace(PART, '');
}

/** What sheets count in, money apart. */
const COUNTS = '人|人次|个|次|批|批次|辆|台|套|台\\(套\\)|平方米|㎡|m2';
const A_COUNT = new RegExp(`^(?:${COUNTS})(?:[、/](?:${COUNTS}))*$`);
const COUNT_BEHIND = new RegExp(`\\((?:单位:)?(?:${COUNTS})\\)$`);

/** Whether words are what something is counted in: `单位：人` names no body. */
export function isCountUnit(words: string): boolean {
  return A_COUNT.test(words);
}

/** A row's name without the unit in which it counts: `公务用车保有量（辆）`. */
export function withoutCountUnit(words: string): string {
  return words.replace(COUNT_BEHIND, '');
}

/** What a pack's text looks like when it is filled: its own words, with anything where a figure or name is put in. */
export function patternOf(text: string): RegExp {
  const pieces = text.split(/\{\{.*?\}\}/s).map((piece) => RegExp.escape(plainWords(piece)));
  return new RegExp(`^${pieces.join('.*')}$`);
}

/** The words of a pack's text that are always the same. */
export function fixedWords(text: string): string {
  return plainWords(text.replaceAll(/\{\{.*?\}\}/gs, ''));
}
