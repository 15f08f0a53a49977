import { error, warning, type Diagnostic } from './diagnostic.ts';
import type { Place } from './place.ts';

/** Where an offset into a text lies. */
type Locate = (offset: number) => Place;

/**
 * What no text may hold, comments included: controls other than tabs and line ends, halves of characters, code points
 * that are no characters, and marks that turn the direction of writing, with which a line shows what it does not say.
 */
const UNFIT = /[[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u202a-\u202e\u2066-\u2069]--[\t\n\r]]+/gv;
/** A file of another kind would have thousands. */
const MOST = 20;

/** Every stretch of a text that it may not hold. */
export function unfitCharacters(text: string, placeAt: Locate): readonly Diagnostic[] {
  return [...text.matchAll(UNFIT)].slice(0, MOST).map(({ 0: found, index }) => {
    const message = `此处有${kindOf(found)}“${found.slice(0, 4)}”；请删去`;
    return error('bad-character', message, placeAt(index));
  });
}

/** Whether a text holds any of them. */
export function hasUnfitCharacters(text: string): boolean {
  return text.search(UNFIT) >= 0;
}

function kindOf(text: string): string {
  if (/^\p{Cc}/u.test(text)) return '控制字符';
  if (/^\p{Cs}/u.test(text)) return '半个字符';
  return /^\p{Bidi_Control}/u.test(text) ? '改变书写方向的字符' : '不是字符的编码';
}

/** Marks without width, pasted in from pages and office programs, and letters that are empty. */
const WITHOUT_WIDTH = /[\u00ad\u115f\u1160\u180e\u200b-\u200f\u2060-\u2064\u3164\ufeff\uffa0]+/gu;

/** What cannot be seen is printed and copied all the same, and no search finds the word around it. */
export function hiddenCharacters(text: string, placeAt: Locate): readonly Diagnostic[] {
  return [...text.matchAll(WITHOUT_WIDTH)].slice(0, MOST).map(({ 0: found, index }) => {
    const line = text.slice(Math.max(index - 4, 0), index + found.length + 4);
    const around = line.replaceAll(WITHOUT_WIDTH, '□').replaceAll(/\s+/gu, ' ').trim();
    const message = `“${around}”中的“□”处有看不见的字符（${codesOf(found.slice(0, 4))}）；请删去重打`;
    return warning('hidden-character', message, placeAt(index));
  });
}

/** Whether a text holds any mark that cannot be seen or that no text may hold. */
export function hasOddCharacters(text: string): boolean {
  return hasUnfitCharacters(text) || text.search(WITHOUT_WIDTH) >= 0;
}

/** A character with the marks that follow it. */
const WITH_MARKS = /\P{M}\p{M}*|\p{M}+/gu;

/**
 * Characters that are written in pieces or in a compatible form (é as e and an accent, 金 as U+F90A): they look like the
 * usual ones, and no search finds them (Unicode Standard Annex #15, form C).
 */
export function uncomposedCharacters(text: string, placeAt: Locate): readonly Diagnostic[] {
  if (isComposed(text)) return [];
  const pieces = [...text.matchAll(WITH_MARKS)].filter(({ 0: piece }) => !isComposed(piece));
  return pieces.slice(0, MOST).map(({ 0: piece, index }) => {
    const message = `“${piece}”（${codesOf(piece)}）应写成“${piece.normalize()}”（${codesOf(piece.normalize())}），两者看起来一样，但查找不到；请改用后者`;
    return error('not-composed', message, placeAt(index));
  });
}

/** Whether a text is in form C. */
export function isComposed(text: string): boolean {
  return text === text.normalize();
}

function codesOf(text: string): string {
  const codes = [...text].map((one) => (one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0'));
  return codes.map((code) => `U+${code}`).join(' ');
}

/** Marks without width, and blanks that look like a space or like nothing. */
const HIDDEN = /[\p{Default_Ignorable_Code_Point}[\p{Zs}--\x20]]/gv;

/** What to add to a finding about a short value in which something cannot be seen; empty for any other. */
export function hiddenIn(value: string): string {
  const hidden = new Set(value.match(HIDDEN));
  return hidden.size === 0 ? '' : `（其中有看不见的字符 ${codesOf([...hidden].join(''))}，请删去重打）`;
}
