import { isOfRest } from '../charity/other-matters.ts';
import { textOf, bits, type Guess } from './guess.ts';
import { sharesOfAll } from './shares.ts';
import { isMoneyOrCount, type Term } from './terms.ts';

/** How many numbers on either side of a rate it may be made of. */
const REACH = 8;
const FALLEN = /降|减|下/u;
const SHARE = /占|率|比|完成|达|执行|覆盖|进度|满意度/u;
const GROWTH = /增|长|升|涨|降|减|下|幅|扩|翻|差异|偏差|超/u;
const BASES: ReadonlySet<string> = new Set(['last', 'base', 'initial', 'adjusted', 'budget']);

/** Shares, rates of change and multiples among numbers of one unit; distances between rates. */
export function quotientGuesses(terms: readonly Term[]): readonly Guess[] {
  return [
    ...sharesOfAll(terms),
    ...terms.flatMap((one, at) => {
      const near = terms.slice(Math.max(at - REACH, 0), at + 1 + REACH).filter((other) => other !== one);
      const { kind } = one.quantity;
      if (kind === 'points') return distances(one, near);
      if ((kind !== 'rate' && kind !== 'times') || isOfRest(one.placed)) return [];
      const amounts = near.filter(isMoneyOrCount);
      const wholes = isOfNamedPart(one) ? amounts.filter((other) => terms.indexOf(other) < at) : amounts;
      const own = amounts.flatMap((a) =>
        wholes
          .filter((b) => b !== a && b.quantity.unit === a.quantity.unit && b.value > 0)
          .map((b) => [a, b] as const),
      );
      return own.flatMap(([a, b]) => ofPair(a, b, one, terms));
    }),
  ];
}

function ofPair(a: Term, b: Term, rate: Term, terms: readonly Term[]): readonly Guess[] {
  const before = terms[terms.indexOf(rate) - 1];
  const beside = bits(before === a || before === b, 2);
  const named = isOfFirstTwo(a, b, rate, terms);
  const { clause, mention } = rate.placed;
  const grows = mention.role === 'changeRate' || GROWTH.test(clause);
  const rest = !grows && isDoneAndRest(a, b, terms) ? ofDoneAndRest(a, b, clause) : [];
  const found = grows ? growthsOf(a, b, rate) : rest.length > 0 ? rest : partsOf(a, b, rate);
  return found.map(({ make, cue, formula }) => ({
    kind: 'quotient',
    parts: [a, b],
    result: rate,
    make,
    cue: cue + beside + bits(named, NAMED),
    isNamed: named,
    cut: true,
    formula,
  }));
}

/** What a rate that is called like its part is worth more, in bits. */
const NAMED = 4;

/** 接收 126 人，培训 98 人，参训率 77.8%: the rate of the only two, and a word of it is one of the part's. */
function isOfFirstTwo(part: Term, whole: Term, rate: Term, terms: readonly Term[]): boolean {
  const [first, second, third] = terms;
  if (first !== whole || second !== part || third !== rate || part.value > whole.value) return false;
  const stem = /([\p{Script=Han}]{2})率$/u.exec(rate.placed.clause)?.[1] ?? '';
  const [told, all] = [part, whole].map(
    ({ placed }) => placed.clause + (/^\D*/u.exec(placed.mention.after)?.[0] ?? ''),
  );
  return [...stem].some((one) => told?.includes(one) === true && all?.includes(one) === false);
}

/** 购新书 8200 册，少儿类占 38.4%，馆藏总量…: a part that is named and not counted is one of what was told before. */
function isOfNamedPart({ placed: { lead, mention } }: Term): boolean {
  return mention.role === 'share' && mention.of === undefined && /^，[\p{Script=Han}]{2,8}占$/u.test(lead);
}

type Made = Pick<Guess, 'make' | 'cue' | 'formula'>;

function scaleOf({ quantity }: Term): number {
  return quantity.kind === 'times' ? 1 : 100;
}

/** By how much a number is more than another, or a change what it is of what there was before. */
function growthsOf(a: Term, b: Term, rate: Term): readonly Made[] {
  const { clause, mention } = rate.placed;
  const scale = scaleOf(rate) * (mention.direction < 0 || FALLEN.test(clause) ? -1 : 1);
  const cue = bits(BASES.has(b.placed.mention.role), 4);
  const growth: Made = {
    make: ([x = 0, y = 1]) => (scale * (x - y)) / y,
    cue,
    formula: `（${textOf([a, b], ' − ')}）÷ ${b.quantity.text}`,
  };
  if (a.placed.mention.role !== 'change' || b.placed.mention.role === 'change') return [growth];
  const own = a.placed.mention.direction;
  const all = scaleOf(rate);
  return [
    growth,
    { make: ([x = 0, y = 1]) => (x * all) / y, cue, formula: textOf([a, b], ' ÷ ') },
    {
      make: ([x = 0, y = 1]) => (x * all) / (y - own * x),
      cue: 4,
      formula: `${a.quantity.text} ÷（${b.quantity.text} ${own < 0 ? '＋' : '−'} ${a.quantity.text}）`,
    },
  ];
}

/** What a number is of another, and what is left of it. */
function partsOf(a: Term, b: Term, { placed, quantity }: Term): readonly Made[] {
  const isMultiple = quantity.kind === 'times';
  if (a.value > b.value && placed.mention.role !== 'completion' && !isMultiple) return [];
  const scale = isMultiple ? 1 : 100;
  const ofWhole = placed.clause.includes('占');
  const formula = textOf([a, b], ' ÷ ');
  const cue = bits(SHARE.test(placed.clause), 3) + bits(ofWhole, 1);
  const part: Made = { make: ([x = 0, y = 1]) => (x * scale) / y, cue, formula };
  if (isMultiple) return [part];
  return [
    part,
    { make: ([x = 0, y = 1]) => 100 - (x * 100) / y, cue: bits(ofWhole, 3), formula: `1 − ${formula}` },
  ];
}

const UNDONE = /未|尚|待|正在|在办|在建|其余|剩余|余下|仍有|还有/u;

/** 已整改 13 个，尚有 3 个正在整改，整改率 81.25%: of all there is, which the sentence need not tell. */
function isDoneAndRest(a: Term, b: Term, terms: readonly Term[]): boolean {
  const [first, second] = terms.filter(({ quantity }) => quantity.unit === a.quantity.unit);
  return first === a && second === b && isUndone(b) && !isUndone(a);
}

function ofDoneAndRest(a: Term, b: Term, clause: string): readonly Made[] {
  const make = ([x = 0, y = 0]: readonly number[]): number => (x * 100) / (x + y);
  const formula = `${a.quantity.text} ÷（${textOf([a, b], ' ＋ ')}）`;
  return [{ make, cue: bits(SHARE.test(clause), 5), formula }];
}

function isUndone({ placed: { clause, mention } }: Term): boolean {
  return UNDONE.test(clause) || /^(?:正在|尚未|未|仍在|待)/u.test(mention.after);
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
