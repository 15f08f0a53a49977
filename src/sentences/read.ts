import { normalised } from './normal.ts';
import { type Quantity, quantitiesIn } from './quantity.ts';
import { Reader } from './reader.ts';
import type { Sentence } from './sentence.ts';
import { type Stretch, sentencesOf } from './split.ts';

/**
 * Reads a text: which quantities stand in its sentences, what each is, what belongs together. Nothing is calculated and
 * no figure is known; where the words leave open what a number means, its role is `other`.
 *
 * @param year the booklet's year, to know last year by its number
 */
export function readText(text: string, year: number): readonly Sentence[] {
  const plain = normalised(text);
  const quantities = quantitiesIn(plain);
  let next = 0;
  let before: Sentence | undefined;
  return sentencesOf(plain).flatMap((stretch) => {
    const end = stretch.from + stretch.text.length;
    const own: Quantity[] = [];
    for (let one = quantities[next]; one !== undefined && one.from < end; one = quantities[next]) {
      own.push(one);
      next += 1;
    }
    const behind = plain.slice(end, end + BEHIND);
    return piecesOf(stretch, own).flatMap((piece) => {
      const sentence = new Reader(piece.stretch, piece.quantities, year, before).read(behind);
      if (piece.quantities.length === 0)
        return sentence.items.length > 0 || TELLS_MORE.test(sentence.text) ? [sentence] : [];
      before = sentence;
      return [sentence];
    });
  });
}

/** 自2021年1月1日起至2023年12月31日止，为期3年: years are no quantities. */
const TELLS_MORE =
  /、[^，。；]*[三四五六七八九十\d][项个家类种]|第[^，。；]{1,3}[位名]|连续|\d:\d|\d{4}年[^。；]*\d{4}年|\d月[^，。；]{0,12}[至到][^，。；]{0,8}\d月|\d{4}年\d{1,2}月|月\d{1,2}日|[两三四五六七八九十][\p{Script=Han}]{1,10}[，：（](?:分别|依次)|二是|第二[，、是]|（二）|其二|2[.、）]/u;

/** How far one looks at what a sentence is followed by. */
const BEHIND = 12;

/** No sentence of a booklet tells more; what goes on without a full stop is read piece by piece. */
const MOST_QUANTITIES = 120;

interface Piece {
  readonly stretch: Stretch;
  readonly quantities: readonly Quantity[];
}

function piecesOf(stretch: Stretch, quantities: readonly Quantity[]): readonly Piece[] {
  if (quantities.length <= MOST_QUANTITIES) return [{ stretch, quantities }];
  const count = Math.ceil(quantities.length / MOST_QUANTITIES);
  return Array.from({ length: count }, (_, index) => {
    const own = quantities.slice(index * MOST_QUANTITIES, (index + 1) * MOST_QUANTITIES);
    const from = index === 0 ? stretch.from : (own[0]?.from ?? stretch.from);
    const to = quantities[(index + 1) * MOST_QUANTITIES]?.from ?? stretch.from + stretch.text.length;
    return {
      stretch: { text: stretch.text.slice(from - stretch.from, to - stretch.from), from },
      quantities: own,
    };
  });
}
