import { textOf, bits, type Guess } from './guess.ts';
import { isMoneyOrCount, type Term } from './terms.ts';

/** How many numbers on either side of a rate it may be made of. */
const REACH = 8;
const SHARE = /占|率|比|完成|达|率为|执行|覆盖/u;
const GROWTH = /增|长|升|涨|降|减|下|幅|扩|翻|差异|偏差|超/u;
const APARTS: ReadonlySet<string> = new Set(['last', 'base', 'initial', 'adjusted', 'budget']);

/** Shares, rates of change and multiples among numbers of one unit; distances between rates. */
export function quotientGuesses(terms: readonly Term[]): readonly Guess[] {
  return terms.flatMap((one, at) => {
    const near = terms.slice(Math.max(at - REACH, 0), at + 1 + REACH).filter((other) => other !== one);
    const { kind } = one.quantity;
    if (kind === 'points') return distances(one, near);
    if (kind !== 'rate' && kind !== 'times') return [];
    const amounts = near.filter(isMoneyOrCount);
    const own = amounts.flatMap((a) =>
      amounts.filter((b) => b !== a && b.quantity.unit === a.quantity.unit && b.value > 0).map((b) => [a, b] as const),
    );
    return own.flatMap(([a, b]) => ofPair(a, b, one, terms));
  });
}

function ofPair(a: Term, b: Term, rate: Term, terms: readonly Term[]): readonly Guess[] {
  const { clause, mention } = rate.placed;
  const scale = rate.quantity.kind === 'times' ? 1 : 100;
  const at = terms.indexOf(rate);
  const beside = bits(terms[at - 1] === a || terms[at - 1] === b, 2);
  const guess = (make: Guess['make'], cue: number, formula: string): Guess => ({
    parts: [a, b],
    result: rate,
    make,
    cue: cue + beside,
    cut: true,
    formula,
  });
  if (mention.role === 'changeRate' || GROWTH.test(clause)) {
    const sign = mention.direction < 0 || /降|减|下/u.test(clause) ? -1 : 1;
    const based = APARTS.has(b.placed.mention.role);
    const changed = a.placed.mention.role === 'change' && b.placed.mention.role !== 'change';
    const growths = [
      guess(([x = 0, y = 1]) => (sign * (x - y) * scale) / y, bits(based, 4), `（${textOf([a, b], ' − ')}）÷ ${b.quantity.text}`),
    ];
    if (!changed) return growths;
    const own = a.placed.mention.direction;
    return [
      ...growths,
      guess(([x = 0, y = 1]) => (x * scale) / y, bits(based, 4), textOf([a, b], ' ÷ ')),
      guess(([x = 0, y = 1]) => (x * scale) / (y - own * x), 3, `${a.quantity.text} ÷（${b.quantity.text} ${own < 0 ? '＋' : '−'} ${a.quantity.text}）`),
    ];
  }
  if (a.value > b.value && mention.role !== 'completion' && rate.quantity.kind !== 'times') return [];
  const cue = bits(SHARE.test(clause), 2);
  return [
    guess(([x = 0, y = 1]) => (x * scale) / y, cue, textOf([a, b], ' ÷ ')),
    ...(scale === 100 ? [guess(([x = 0, y = 1]) => 100 - (x * 100) / y, 0, `1 − ${textOf([a, b], ' ÷ ')}`)] : []),
  ];
}

function distances(points: Term, near: readonly Term[]): readonly Guess[] {
  const rates = near.filter(({ quantity }) => quantity.unit === '%');
  return rates.flatMap((a, at) =>
    rates.slice(at + 1).map((b): Guess => {
      const [more, less] = a.value >= b.value ? [a, b] : [b, a];
      return {
        parts: [more, less],
        result: points,
        make: ([x = 0, y = 0]) => x - y,
        cue: bits(rates.length === 2, 5),
        formula: textOf([more, less], ' − '),
      };
    }),
  );
}
