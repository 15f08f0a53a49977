import { halfStep, Exact, ZERO } from '../../accounts/decimal.ts';

/** A number as a text prints it. */
export interface PrintedNumber {
  readonly number: Exact;
  /** How far the true number may be from it. */
  readonly tolerance: Exact;
  /** Half of its last place. */
  readonly half: Exact;
}

/** Reads a printed number: 1,234.50, 负0.52, -3.00; undefined for a dash and for what is no number. */
export function printedNumber(text: string): PrintedNumber | undefined {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/[\s,]/gu, '')
    .replace(/^[负−–—]/u, '-');
  const decimals = /^-?\d+(?:\.(\d+))?$/u.exec(plain);
  if (decimals === null) return undefined;
  const number = new Exact(plain);
  const half = halfStep(decimals[1]?.length ?? 0);
  // A plain zero means that there is nothing, not something below half a step.
  return { number, tolerance: number.isZero() ? ZERO : half, half };
}
