/** Amounts in 10,000 yuan from the first to before the last. */
export interface AmountRange {
  readonly from: number;
  readonly to: number;
}

const AMOUNT = /^(?:人民币)?(\d+(?:\.(\d+))?)(亿|千万|百万|万)?(元)?$/u;
/** In 10,000 yuan, in which booklets print. */
const WORTH: Readonly<Record<string, number>> = { 亿: 10_000, 千万: 1_000, 百万: 100, 万: 1 };
/** What booklets print of an amount, in 10,000 yuan. */
const PRINTED_STEP = 0.01;

/**
 * The amounts that a term means which names a unit, as 0.61亿, 6060.85万 or 60608500元: those that, rounded as it is, are
 * written so. What has no unit is no amount but digits.
 *
 * @param term folded
 */
export function amountsOf(term: string): AmountRange | undefined {
  const [, digits, decimals = '', scale, yuan] = AMOUNT.exec(term) ?? [];
  if (digits === undefined) return undefined;
  if (scale === undefined && yuan === undefined) return undefined;
  const worth = scale === undefined ? 1 / 10_000 : (WORTH[scale] ?? 1);
  const half = Math.max(worth * 10 ** -decimals.length, PRINTED_STEP) / 2;
  const value = Number(digits) * worth;
  return { from: value - half, to: value + half };
}

/** A whole number that may be an amount in yuan, with its unit; anything else as it is. */
export function asYuan(term: string): string {
  return /^[1-9]\d{4,}$/.test(term) ? `${term}元` : term;
}

/** The beginnings, of as many characters as the index knows numbers by, of the first and last amount in a range. */
export function gramsOfRange(
  { from, to }: AmountRange,
  length: number,
): readonly [string, string] | undefined {
  const [first, last] = [Math.max(from, 0), to].map((one) => one.toFixed(2)) as [string, string];
  return first.length === last.length && first.length >= length
    ? [first.slice(0, length), last.slice(0, length)]
    : undefined;
}

/** The amounts of a range that stand in a folded text, as they stand there. */
export function amountsIn(text: string, { from, to }: AmountRange): readonly string[] {
  const found = [...text.matchAll(/\d+\.\d{2}(?!\d)/g)].map(([amount]) => amount);
  return [...new Set(found.filter((amount) => Number(amount) >= from && Number(amount) < to))];
}
