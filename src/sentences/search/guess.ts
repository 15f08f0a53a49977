import type { Term } from './terms.ts';

/** Numbers of a sentence that may make another one; whether they do, and how unlikely that is by chance, is asked later. */
export interface Guess {
  readonly kind: 'sum' | 'quotient' | 'product';
  /** What makes it. */
  readonly parts: readonly Term[];
  readonly result: Term;
  /** What the parts make, from their values in their order. */
  readonly make: (values: readonly number[]) => number;
  /** How far the words speak for it, in bits. */
  readonly cue: number;
  /** Words and places leave no other reading: a slip is enough, however few the digits. */
  readonly isNamed?: boolean;
  /** The result is a mean or a rate, rounded or cut off. */
  readonly cut?: boolean;
  /** Parts of which a sum takes some off: their words may have been exchanged, 增加 for 减少. */
  readonly turns?: boolean;
  /** In Chinese: `12.30万元 ＋ 4.00万元`. */
  readonly formula: string;
}

export function textOf(terms: readonly Term[], sign: string): string {
  return terms.map(({ quantity }) => quantity.text).join(sign);
}

/** Whether any word of a kind stands in words. */
export function bits(when: boolean, many: number): number {
  return when ? many : 0;
}

export function total(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
