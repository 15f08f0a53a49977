import { Exact } from '../accounts/decimal.ts';

/** A rate or a multiple that a text tells in words. */
export interface Spelled {
  readonly value: Exact;
  /** By how much the true number may differ, for words are round. */
  readonly half: Exact;
  readonly kind: 'rate' | 'times';
}

const NUMERALS = '零一二三四五六七八九十';
const ROUND_RATE = new Exact('2.5');

/** 三分之一, 百分之三十, 3/4, 五成, 七成半, 七成五, 一半, 过半, 翻一番, 两倍. */
export const SPELLED =
  /百分之[零一二三四五六七八九十百点]+|[一二两三四五六七八九十]+分之[一二两三四五六七八九十]+|(?<![\d/])\d{1,2}\/\d{1,2}(?![\d/])|[一二两三四五六七八九]成(?:半|[一二三四五六七八九](?![般是个]))?|(?<![超未没不通经])过半数?|一半|半数|翻了?[一两]?番|[一二两三四五六七八九]倍/gu;

const FIXED: Readonly<Record<string, Spelled | undefined>> = {
  过半: rate(50, 0),
  过半数: rate(50, 0),
  一半: rate(50),
  半数: rate(50),
  翻一番: rate(100, 10),
  翻番: rate(100, 10),
  翻两番: rate(300, 20),
};

/** What such words mean; undefined for words that only look alike. */
export function spelled(words: string): Spelled | undefined {
  const fixed = FIXED[words.replace('翻了', '翻')];
  if (fixed !== undefined) return fixed;
  if (words.startsWith('百分之')) return rate(numberOf(words.slice(3)), 0.5);
  if (words.endsWith('倍')) {
    return { value: new Exact(numberOf(words.slice(0, -1)) ?? 0), half: new Exact('0.25'), kind: 'times' };
  }
  if (words.includes('成')) {
    const rest = words.charAt(2);
    const units = rest === '半' ? 5 : (digit(rest) ?? 0);
    return rate((numberOf(words.charAt(0)) ?? 0) * 10 + units, units === 0 ? undefined : 0.5);
  }
  return fraction(words);
}

function fraction(words: string): Spelled | undefined {
  const [below, above] = words.includes('/')
    ? words.split('/').map(Number).toReversed()
    : words.split('分之').map(numberOf);
  if (below === undefined || above === undefined || below < 2 || above > below) return undefined;
  return { value: new Exact(above).times(100).div(below), half: ROUND_RATE, kind: 'rate' };
}

function rate(value: number | undefined, half?: number): Spelled | undefined {
  if (value === undefined) return undefined;
  return { value: new Exact(value), half: half === undefined ? ROUND_RATE : new Exact(half), kind: 'rate' };
}

/** Numbers up to a hundred: 十二, 三十五, 一百, 三点五. */
function numberOf(words: string): number | undefined {
  const [whole = '', part] = words.split('点');
  const units = tens(whole.replaceAll('两', '二'));
  if (part === undefined || units === undefined) return units;
  return Number(`${units}.${[...part].map((one) => NUMERALS.indexOf(one)).join('')}`);
}

function tens(words: string): number | undefined {
  if (words === '百' || words === '一百') return 100;
  const [before = '', after] = words.split('十');
  if (after === undefined) return digit(words);
  const high = before === '' ? 1 : digit(before);
  const low = after === '' ? 0 : digit(after);
  return high === undefined || low === undefined ? undefined : high * 10 + low;
}

function digit(word: string): number | undefined {
  const value = NUMERALS.indexOf(word);
  return word.length !== 1 || value < 0 ? undefined : value;
}
