import { Exact, formatFixed, ZERO } from '../accounts/decimal.ts';
import type { FigureName, Sentence } from './chart.ts';
import type { FigureWords } from './figure-words.ts';

/** A part of a whole: its figure, whose `….占比` is its share, and what a sentence calls it. */
export interface Part {
  readonly id: string;
  readonly name: FigureName;
  /** What it means to somebody who keeps no accounts. */
  readonly meaning?: string | undefined;
}

/** More parts than these are too many for a sentence. */
const MOST_PARTS = 6;
/** How many of too many parts are named. */
const NAMED = 2;
/** How far one printed share may lie from the exact one. */
const HALF_STEP = new Exact('0.005');

/**
 * A whole by its parts: `本年支出合计每100元中，基本支出50.31元、项目支出49.69元。` Every part that is not zero is named, so
 * that what is printed makes 100.00, or the sentence says that rounding makes it something else. Of many parts the
 * largest are named with their shares, and no hundred is spoken of. Nothing where a part is not known or negative: then the
 * others are parts of more than the whole.
 *
 * @param whole what the sentence calls the whole, or nothing where the words before it have named it
 * @param parts all parts of the whole, in the order in which they are to be named
 */
export function outOfHundred(words: FigureWords, whole: Sentence, parts: readonly Part[]): Sentence {
  if (parts.some(({ id }) => words.exact(id) === undefined)) return [];
  const some = parts.filter(({ id }) => words.exact(id)?.isZero() === false);
  const shares = some.flatMap(({ id }) => words.share(`${id}.占比`) ?? []);
  if (some.length === 0 || shares.length < some.length) return [];
  if (some.length > MOST_PARTS) return largestParts(words, whole, some);
  const made = shares.reduce((sum, { printed }) => sum.plus(printed), ZERO);
  const rest = made.minus(100).abs();
  if (rest.gt(HALF_STEP.times(some.length))) return [];
  const residue = rest.isZero() ? '' : `（四舍五入，相加为${formatFixed(made, 2)}元）`;
  const named = some.flatMap((part, index): Sentence => [
    index === 0 ? '' : '、',
    part.name,
    ...(part.meaning === undefined ? [] : [`（${part.meaning}）`]),
    words.figure(`${part.id}.占比`),
    '元',
  ]);
  return [...whole, '每100元中，', ...named, `${residue}。`];
}

function largestParts(words: FigureWords, whole: Sentence, parts: readonly Part[]): Sentence {
  const size = ({ id }: Part): number => words.exact(id)?.toNumber() ?? 0;
  const named = [...parts]
    .sort((a, b) => size(b) - size(a))
    .slice(0, NAMED)
    .flatMap(({ id, name }): Sentence => ['，', name, '占', words.figure(`${id}.占比`), '%']);
  return [...whole, `分在${parts.length}个方面，最多的`, ...named.slice(1), '。'];
}
