import { textOf, type Guess } from './guess.ts';
import { leading } from '../leading.ts';
import { isMoneyOrCount, type Term } from './terms.ts';

/** Shares of parts that nothing is left out of: they make a hundred, and each is its part of all. */
export function sharesOfAll(terms: readonly Term[]): readonly Guess[] {
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
  const shares = leading(
    terms.slice(Math.max(each, 0)),
    (one, at) => at === 0 || (one.quantity.unit === '%' && /^[、和及与]/u.test(one.placed.lead)),
  );
  const parts = terms.slice(0, Math.max(each, 0)).filter(isMoneyOrCount).slice(-shares.length);
  const unit = parts[0]?.quantity.unit;
  return [
    { parts: alternating.map(({ part }) => part), shares: alternating.map(({ share }) => share) },
    ...(each >= 0 && parts.length === shares.length && parts.every(({ quantity }) => quantity.unit === unit)
      ? [{ parts, shares }]
      : []),
  ];
}

function isShare({ quantity, placed }: Term): boolean {
  return quantity.kind === 'rate' && (placed.mention.role === 'share' || /占|比例|比重/u.test(placed.clause));
}
