import { isOfRest } from '../charity/other-matters.ts';
import { textOf, bits, type Guess } from './guess.ts';
import { isMoneyOrCount, type Term } from './terms.ts';

/** How many numbers on either side of a rate it may be made of. */
const REACH = 8;
const SHARE = /占|率|比|完成|达|执行|覆盖|进度|满意度/u;
const GROWTH = /增|长|升|涨|降|减|下|幅|扩|翻|差异|偏差|超/u;
const APARTS: ReadonlySet<string> = new Set(['last', 'base', 'initial', 'adjusted', 'budget']);

/** Shares, rates of change and multiples among numbers of one unit; distances between rates. */
export function quotientGuesses(terms: readonly Term[]): readonly Guess[] {
  return [...sharesOfAll(terms), ...terms.flatMap((one, at) => {
    const near = terms.slice(Math.max(at - REACH, 0), at + 1 + REACH).filter((other) => other !== one);
    const { kind } = one.quantity;
    if (kind === 'points') return distances(one, near);
    if ((kind !== 'rate' && kind !== 'times') || isOfRest(one.placed)) return [];
    const amounts = near.filter(isMoneyOrCount);
    const own = amounts.flatMap((a) =>
      amounts.filter((b) => b !== a && b.quantity.unit === a.quantity.unit && b.value > 0).map((b) => [a, b] as const),
    );
    return own.flatMap(([a, b]) => ofPair(a, b, one, terms));
  })];
}

/** Shares of parts that nothing is left out of: they make a hundred, and each is its part of all. */
function sharesOfAll(terms: readonly Term[]): readonly Guess[] {
  return rowsOf(terms).flatMap(({ parts, shares }): readonly Guess[] => {
    const last = shares.at(-1);
    if (last === undefined || parts.length < 2) return [];
    const hundred: Guess = {
      kind: 'sum',
      parts: shares.slice(0, -1),
      result: last,
      make: (values) => 100 - values.reduce((a, b) => a + b, 0),
      cue: 4,
      formula: `100% − ${textOf(shares.slice(0, -1), ' − ')}`,
    };
    return [
      hundred,
      ...shares.map((share, at): Guess => ({
        kind: 'quotient',
        parts,
        result: share,
        make: (values) => ((values[at] ?? 0) * 100) / values.reduce((a, b) => a + b, 0),
        cue: 4,
        cut: true,
        formula: `${parts[at]?.quantity.text ?? ''} ÷（${textOf(parts, ' ＋ ')}）`,
      })),
    ];
  });
}

interface Row {
  readonly parts: readonly Term[];
  readonly shares: readonly Term[];
}

/** A 12 万元，占 60%；B 8 万元，占 40%; A 12 万元、B 8 万元，分别占 60% 和 40%: amounts of one unit and the shares of each. */
function rowsOf(terms: readonly Term[]): readonly Row[] {
  const pairs = terms.flatMap((share, at) => {
    const part = terms[at - 1];
    return part !== undefined && isMoneyOrCount(part) && isShare(share) ? [{ part, share }] : [];
  });
  const [first] = pairs;
  const alternating = pairs.filter(({ part }) => part.quantity.unit === first?.part.quantity.unit);
  const each = terms.findIndex((one) => isShare(one) && one.placed.clause.includes('分别'));
  const behind = terms.slice(Math.max(each, 0));
  const end = behind.findIndex((one, at) => at > 0 && !(one.quantity.unit === '%' && /^[、和及与]/u.test(one.placed.lead)));
  const shares = behind.slice(0, end < 0 ? behind.length : end);
  const parts = terms.slice(0, Math.max(each, 0)).filter(isMoneyOrCount).slice(-shares.length);
  const unit = parts[0]?.quantity.unit;
  return [
    { parts: alternating.map(({ part }) => part), shares: alternating.map(({ share }) => share) },
    ...(each >= 0 && parts.length === shares.length && parts.every(({ quantity }) => quantity.unit === unit) ? [{ parts, shares }] : []),
  ];
}

function isShare({ quantity, placed }: Term): boolean {
  return quantity.kind === 'rate' && (placed.mention.role === 'share' || /占|比例|比重/u.test(placed.clause));
}

function ofPair(a: Term, b: Term, rate: Term, terms: readonly Term[]): readonly Guess[] {
  const { clause, mention } = rate.placed;
  const scale = rate.quantity.kind === 'times' ? 1 : 100;
  const at = terms.indexOf(rate);
  const beside = bits(terms[at - 1] === a || terms[at - 1] === b, 2);
  const guess = (make: Guess['make'], cue: number, formula: string): Guess => ({
    kind: 'quotient',
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
      guess(([x = 0, y = 1]) => (x * scale) / (y - own * x), 4, `${a.quantity.text} ÷（${b.quantity.text} ${own < 0 ? '＋' : '−'} ${a.quantity.text}）`),
    ];
  }
  if (a.value > b.value && mention.role !== 'completion' && rate.quantity.kind !== 'times') return [];
  const cue = bits(SHARE.test(clause), 3) + bits(clause.includes('占'), 1);
  return [
    guess(([x = 0, y = 1]) => (x * scale) / y, cue, textOf([a, b], ' ÷ ')),
    ...(scale === 100 ? [guess(([x = 0, y = 1]) => 100 - (x * 100) / y, bits(clause.includes('占'), 3), `1 − ${textOf([a, b], ' ÷ ')}`)] : []),
  ];
}

function distances(points: Term, near: readonly Term[]): readonly Guess[] {
  const rates = near.filter(({ quantity }) => quantity.unit === '%');
  return rates.flatMap((a, at) =>
    rates.slice(at + 1).map((b): Guess => {
      const [more, less] = a.value >= b.value ? [a, b] : [b, a];
      return {
        kind: 'sum',
        parts: [more, less],
        result: points,
        make: ([x = 0, y = 0]) => x - y,
        cue: bits(rates.length === 2, 5),
        formula: textOf([more, less], ' − '),
      };
    }),
  );
}
