import { textOf, bits, type Guess } from './guess.ts';
import { isMoneyOrCount, type Term } from './terms.ts';

const PRICED = /每|均|单价|单台|标准|各|成本|造价/u;
const TOTALS = /[合共总小]计|共|总|累计|计/u;
const MEAN = /均/u;
/** How far from each other what one has, how many there are and what all have stand. */
const REACH = 5;
const MONTHS = 12;

/** What one of something has, by how many there are, makes what all have; and the mean of several. */
export function productGuesses(terms: readonly Term[]): readonly Guess[] {
  return terms.flatMap((price, at) => {
    if (!isMoneyOrCount(price) || !PRICED.test(price.placed.clause)) return [];
    const near = terms.slice(Math.max(at - REACH, 0), at + 1 + REACH).filter((one) => one !== price);
    const totals = near.filter(
      (one) => one.quantity.unit === price.quantity.unit && !PRICED.test(one.placed.clause) && one.value > price.value,
    );
    const counts = near.filter((one) => one.quantity.kind === 'count' && one.quantity.unit !== price.quantity.unit);
    return [
      ...totals.flatMap((all) => ofTotal(price, all, counts)),
      ...meansOf(price, terms.slice(0, at)),
    ];
  });
}

function ofTotal(price: Term, all: Term, counts: readonly Term[]): readonly Guess[] {
  const monthly = price.placed.clause.includes('月');
  const cue = 3 + bits(TOTALS.test(all.placed.clause), 2);
  const cut = MEAN.test(price.placed.clause);
  const guess = (factors: readonly Term[], scale: number): Guess => {
    const others = [...factors, price];
    const formula = textOf(others, ' × ') + (scale === 1 ? '' : ` × ${String(scale)}`);
    if (!cut) return { kind: 'product', parts: others, result: all, make: (values) => values.reduce((a, b) => a * b, scale), cue, formula };
    const divided = textOf([all, ...factors], ' ÷ ') + (scale === 1 ? '' : ` ÷ ${String(scale)}`);
    return {
      kind: 'product',
      parts: [all, ...factors],
      result: price,
      make: ([first = 0, ...rest]) => rest.reduce((a, b) => a / b, first / scale),
      cue,
      cut,
      formula: divided,
    };
  };
  const both = counts.slice(1).flatMap((b, at) => {
    const a = counts[at];
    return a !== undefined && a.quantity.unit === b.quantity.unit ? [[a, b] as const] : [];
  });
  // 每人每天 50 元: by two counts.
  const several = (price.placed.clause.match(/每(?!年)/gu)?.length ?? 0) > 1;
  const pairs = counts.flatMap((a, at) =>
    counts.slice(at + 1).filter((b) => b.quantity.unit !== a.quantity.unit).map((b) => [a, b]),
  );
  return [
    ...counts.filter(({ quantity }) => !several || quantity.unit.startsWith('人')  && quantity.unit.length > 1 && quantity.unit !== '人次').map((count) => guess([count], 1)),
    ...pairs.map((factors) => guess(factors, 1)),
    ...both.map((ofBoth) => ({
      kind: 'product' as const,
      parts: [all, ...ofBoth],
      result: price,
      make: ([first = 0, a = 0, b = 0]: readonly number[]) => first / (a + b),
      cue,
      cut: true,
      formula: `${all.quantity.text} ÷（${textOf(ofBoth, ' ＋ ')}）`,
    })),
    ...(monthly && !several ? counts.map((count) => guess([count], MONTHS)) : []),
    ...(monthly && cut ? [guess([], MONTHS)] : []),
  ];
}

/** 96.5 分、92.8 分和 98.7 分，平均 96.0 分. */
function meansOf(mean: Term, before: readonly Term[]): readonly Guess[] {
  if (!MEAN.test(mean.placed.clause)) return [];
  const row = before.toReversed();
  const end = row.findIndex(({ quantity }) => quantity.unit !== mean.quantity.unit);
  const own = row.slice(0, end < 0 ? row.length : end).toReversed();
  if (own.length < 2) return [];
  return [
    {
      kind: 'product',
      parts: own,
      result: mean,
      make: (values) => values.reduce((a, b) => a + b, 0) / values.length,
      cue: 6,
      cut: true,
      formula: `（${textOf(own, ' ＋ ')}）÷ ${String(own.length)}`,
    },
  ];
}
