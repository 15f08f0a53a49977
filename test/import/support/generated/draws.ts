import { Numbers, sharesOf, type Fen } from '../../../support/large-department/amounts.ts';

/** What is drawn of a unit; the rest follows from its seed. */
export interface UnitShape {
  readonly seed: number;
  readonly pack: string;
  /** How many 项 it spends from each fund, and without any. */
  readonly general: number;
  readonly funds: number;
  readonly stateCapital: number;
  readonly others: number;
  readonly unit: '元' | '万元';
  /** Of ten amounts that may be nothing, how many are. */
  readonly empty: number;
}

/** A hundredth of 万元 in 分. */
const PRINTED = 10_000;

/** What is drawn of a generated unit, one after the other: the same for the same seed. */
export class Draws {
  readonly shape: UnitShape;
  readonly numbers: Numbers;
  /** The smallest amount that is entered, in 分. */
  readonly step: number;

  constructor(shape: UnitShape) {
    this.shape = shape;
    this.numbers = new Numbers(shape.seed + 1);
    this.step = shape.unit === '元' ? 1 : 10_000;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.numbers.between(0, list.length - 1)] as T;
  }

  /** Some of a list, in its order. */
  some(codes: readonly string[], count: number): readonly string[] {
    const wanted = new Set<string>();
    while (wanted.size < Math.min(count, codes.length)) wanted.add(this.pick(codes));
    return codes.filter((code) => wanted.has(code));
  }

  amount(): Fen {
    const size = 10 ** this.numbers.between(1, 5);
    return this.numbers.between(1, size) * 10_000 + (this.step === 1 ? this.numbers.between(0, 9999) : 0);
  }

  /** An amount that may be nothing. */
  perhaps(): Fen {
    return this.numbers.between(1, 10) <= this.shape.empty ? 0 : this.amount();
  }

  /** How many there are of something that may not be there. */
  count(): number {
    return this.numbers.between(1, 10) <= this.shape.empty ? 0 : this.numbers.between(1, 60);
  }

  /** As accounts.yaml holds it, in the unit of the shape. */
  written(amount: Fen): string {
    const decimals = this.step === 1 ? amount : amount / this.step;
    return `${Math.floor(decimals / 100)}.${String(decimals % 100).padStart(2, '0')}`;
  }

  /** Parts of an amount of which none is less than is printed. */
  shares(amount: Fen, count: number): readonly Fen[] {
    const [first = 0, ...others] = sharesOf(Math.floor(amount / PRINTED), count, this.numbers).map(
      (share) => share * PRINTED,
    );
    return [first + (amount % PRINTED), ...others];
  }
}
