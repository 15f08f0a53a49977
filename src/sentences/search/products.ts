import { isApiece } from '../relations/placed.ts';
import { bits, textOf, type Guess } from './guess.ts';
import { isMoneyOrCount, type Term } from './terms.ts';
import { IN_ALL, TOGETHER } from '../sum-words.ts';

const PRICED = /每|均|单[价台车辆件套次]|标准|各|成本|造价/u;
const TOTALS = new RegExp(`${TOGETHER}|${IN_ALL}|计`, 'u');
/** What was saved or spent more is made by how much a price has moved. */
const SAVED = /节[约省支]|减少|降低|少支|多支|增加/u;
const MEAN = /均/u;
/** How far from each other what one has, how many there are and what all have stand. */
const REACH = 5;
const MONTHS = 12;
const YEAR = /全年|一年|年度/u;
/** 人月, 人次: one count of two things. */
const OF_BOTH = /^人(?!次)./u;

/** What one of something has, by how many there are, makes what all have; and the mean of several. */
export function productGuesses(terms: readonly Term[]): readonly Guess[] {
  if (terms.some(isRaisedInYear)) return [];
  return terms.flatMap((price, at) => {
    if (!isMoneyOrCount(price) || !PRICED.test(price.placed.clause)) return [];
    if (isOfTheRest(price, terms[at - 1])) return [];
    const near = terms.slice(Math.max(at - REACH, 0), at + 1 + REACH).filter((one) => one !== price);
    const { unit } = price.quantity;
    const totals = near.filter(
      (one) =>
        one.quantity.unit === unit &&
        !PRICED.test(one.placed.clause) &&
        !SAVED.test(one.placed.clause) &&
        one.value > price.value,
    );
    const counts = near.filter(({ quantity }) => quantity.kind === 'count' && quantity.unit !== unit);
    return [...totals.flatMap((all) => ofTotal(price, all, counts)), ...meansOf(price, terms.slice(0, at))];
  });
}

/** 其余 6 所学校各 20 万元: of the whole, others have something else. */
function isOfTheRest({ placed }: Term, count: Term | undefined): boolean {
  return isApiece(placed) && /其余|其他|剩余|余下/u.test(count?.placed.lead ?? '');
}

/** 自7月起由每人每月 300 元提高到 400 元: one price for a part of the year, and another for the rest. */
function isRaisedInYear({ placed: { lead, mention } }: Term): boolean {
  return (
    mention.role === 'base' &&
    /月份?(?:\d{1,2}日)?起|下半年起|年中起/u.test(lead) &&
    /每|标准|单价/u.test(lead)
  );
}

function ofTotal(price: Term, all: Term, counts: readonly Term[]): readonly Guess[] {
  const monthly = price.placed.clause.includes('月');
  // 每人每天 50 元: by two counts.
  const several = (price.placed.clause.match(/每(?!年)/gu)?.length ?? 0) > 1;
  // 每人每月 800 元，全年 45 人: the months are told by no number.
  const eachMonth =
    counts.length === 1 &&
    /每人?每?月|每月每?人/u.test(price.placed.clause) &&
    YEAR.test(all.placed.lead + (counts[0]?.placed.lead ?? ''));
  const pairs = counts.flatMap((a, at) =>
    counts.slice(at + 1).flatMap((b) => (b.quantity.unit === a.quantity.unit ? [] : [[a, b]])),
  );
  const alone = counts.filter(({ quantity }) => !several || OF_BOTH.test(quantity.unit));
  return [
    ...[...alone.map((one) => [one]), ...pairs].map((factors) => product(price, factors, all, 1)),
    ...(monthly && (!several || eachMonth) ? counts.map((one) => product(price, [one], all, MONTHS)) : []),
    ...(monthly && MEAN.test(price.placed.clause) ? [product(price, [], all, MONTHS)] : []),
    ...ofBoth(price, all, counts),
  ];
}

/** A mean is what all have, divided, and rounded; a price makes it. */
function product(price: Term, factors: readonly Term[], all: Term, scale: number): Guess {
  const cue = cueOf(all) + bits(isNamed(price, factors), 3);
  const written = (first: Term, sign: string): string =>
    textOf([first, ...factors], sign) + (scale === 1 ? '' : `${sign}${String(scale)}`);
  if (!MEAN.test(price.placed.clause))
    return {
      kind: 'product',
      parts: [exactly(price), ...factors],
      result: all,
      make: (values) => values.reduce((a, b) => a * b, scale),
      cue,
      formula: written(price, ' × '),
    };
  return {
    kind: 'product',
    parts: [all, ...factors],
    result: price,
    make: ([first = 0, ...rest]) => rest.reduce((a, b) => a / b, first / scale),
    cue,
    cut: true,
    formula: written(all, ' ÷ '),
  };
}

/** 每村 8 万元: what is laid down is not rounded. */
function exactly(price: Term): Term {
  return price.quantity.digits.includes('.') ? price : { ...price, half: 0 };
}

/** 平均每辆 2.95 万元, of 4 辆: what one has is told of what is counted. */
function isNamed({ placed }: Term, factors: readonly Term[]): boolean {
  const of = /(?:每一?|单)([\p{Script=Han}])/u.exec(placed.clause)?.[1];
  const [only] = factors;
  return of !== undefined && factors.length === 1 && only?.quantity.writtenUnit.includes(of) === true;
}

function cueOf({ placed }: Term): number {
  return 3 + bits(TOTALS.test(placed.clause), 2);
}

/** 新建 3 处、改扩建 5 处，平均每处 330 平方米: of both together. */
function ofBoth(price: Term, all: Term, counts: readonly Term[]): readonly Guess[] {
  return counts.slice(1).flatMap((b, at): readonly Guess[] => {
    const a = counts[at];
    if (a?.quantity.unit !== b.quantity.unit) return [];
    return [
      {
        kind: 'product',
        parts: [all, a, b],
        result: price,
        make: ([first = 0, one = 0, other = 0]) => first / (one + other),
        cue: cueOf(all),
        cut: true,
        formula: `${all.quantity.text} ÷（${textOf([a, b], ' ＋ ')}）`,
      },
    ];
  });
}

/** 96.5 分、92.8 分和 98.7 分，平均 96.0 分. */
function meansOf(mean: Term, before: readonly Term[]): readonly Guess[] {
  if (!MEAN.test(mean.placed.clause)) return [];
  const from = before.findLastIndex(({ quantity }) => quantity.unit !== mean.quantity.unit);
  const behind = before.slice(from + 1);
  // A total that is told of the others is none of them.
  const own = behind.filter(({ placed }) => placed.mention.role !== 'total');
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
