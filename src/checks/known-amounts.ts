import { halfStep, approximate } from '../accounts/decimal.ts';
import type { Comparison } from '../figures/comparisons.ts';
import type { Registry } from '../figures/registry.ts';
import type { KnownValue, Value } from '../figures/value.ts';
import { remembered } from '../source/remembered.ts';
import { isPrintOf, type Written } from './written-number.ts';

const COMPARED: readonly Comparison[] = ['上年', '增减额'];

/**
 * Amounts without sign, by how many whole 万元 they are: a number in a text is compared exactly, but only with the few that
 * are near it.
 */
class AmountIndex {
  private readonly byWhole = new Map<number, KnownValue[]>();
  private widest = 0;

  constructor(values: readonly Value[]) {
    for (const value of values) this.add(value);
  }

  private add(value: Value): void {
    if (value.state !== 'known' || value.exact.isZero()) return;
    const amount = value.exact.isNegative() ? { ...value, exact: value.exact.abs() } : value;
    const whole = Math.floor(approximate(amount.exact));
    const near = this.byWhole.get(whole);
    if (near === undefined) this.byWhole.set(whole, [amount]);
    else near.push(amount);
    if (!value.tolerance.isZero()) this.widest = Math.max(this.widest, value.tolerance.toNumber());
  }

  /** Whether the number, in 万元, can be a print of one of the amounts that are meant. */
  some(written: Written, isMeant: (amount: KnownValue) => boolean): boolean {
    const middle = written.number.toNumber();
    // Twice as wide as any print can be off, so that no rounding of these numbers leaves one out.
    const reach = 2 * (this.widest + halfStep(written.decimals).toNumber());
    const first = Math.floor(middle - reach);
    // Counted in steps: beyond all real amounts, adding 1 to a number no longer changes it.
    for (let step = 0; step <= 2 * reach + 1; step += 1)
      if (
        this.byWhole.get(first + step)?.some((amount) => isMeant(amount) && isPrintOf(written, amount)) ===
        true
      )
        return true;
    return false;
  }
}

/** All amounts of a booklet, and what a text may also state of them: what they were last year, and by how much they changed. */
export class KnownAmounts {
  private readonly figures: Registry;
  private readonly own: AmountIndex;
  /** Three times as many, and seldom asked for. */
  private compared: AmountIndex | undefined;

  constructor(figures: Registry) {
    this.figures = figures;
    this.own = new AmountIndex(figures.all('万元').map(({ value }) => value));
  }

  /** Whether the number, in 万元, can be a print of one of the amounts. */
  include(written: Written): boolean {
    return this.some(written, () => true);
  }

  /** As `include`, of the amounts that are known without rounding. */
  includeExactly(written: Written): boolean {
    return this.some(written, ({ tolerance }) => tolerance.isZero());
  }

  private some(written: Written, isMeant: (amount: KnownValue) => boolean): boolean {
    if (this.own.some(written, isMeant)) return true;
    this.compared ??= new AmountIndex(this.comparisons());
    return this.compared.some(written, isMeant);
  }

  private comparisons(): readonly Value[] {
    return this.figures
      .all('万元')
      .flatMap(({ id }) =>
        COMPARED.flatMap((comparison) => this.figures.find(`${id}.${comparison}`)?.value ?? []),
      );
  }
}

/** The amounts of a booklet; asked for only where a text states an amount. */
export const knownAmounts = remembered((figures: Registry) => new KnownAmounts(figures));
