import { plainWords, withoutOrdinal } from '../tables/words.ts';

/** A code as sheets write it: a number, text with spaces, hyphens or a leading apostrophe. */
export function codeText(text: string): string {
  return plainWords(text).replaceAll(/[.\-_·]/g, '');
}

/** Whether a text has the form of a code of any classification: 类 3, 款 5 or 项 7 digits. */
export function isCodeLike(text: string): boolean {
  return /^[1-9]\d{2}(\d{2}){0,2}$/.test(text);
}

/** Which of our classifications a code belongs to; undefined for those of revenue, of government budgets and others. */
export function classificationOf(code: string): 'functional' | 'economic' | undefined {
  if (code.startsWith('2')) return 'functional';
  return code.startsWith('3') ? 'economic' : undefined;
}

/** The name of a code as the tables of this project write it: in one piece, with Chinese brackets, without its number. */
export function nameText(text: string): string {
  const whole = withoutOrdinal(text.replaceAll(/\s+/gu, ''));
  return /\p{Script=Han}/u.test(whole) ? whole.replaceAll('(', '（').replaceAll(')', '）') : whole;
}

/** Whether two names are the same but for widths, spaces and quotation marks. */
export function isSameName(a: string, b: string): boolean {
  return plainWords(a) === plainWords(b);
}
