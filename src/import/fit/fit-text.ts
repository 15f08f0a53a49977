import { plainText, type PlainText } from '../booklet/plain-text.ts';
import type { AlongRead, ReadText, Span } from '../booklet/read-along.ts';
import { recogniseBooklet } from '../booklet/recognise-booklet.ts';
import type { RecognisedBy } from '../reading.ts';
import type { GivenText } from '../text/given-text.ts';
import { NONE, type Fit, type Share, type Unexplained } from './fit.ts';
import { nearestSentence } from './template-sentences.ts';

/** How much of a booklet's text the templates of a pack explain: its sentences, and the numbers in them. */
export function fitText(given: GivenText, by: RecognisedBy): Fit {
  const plain = plainText(given.text);
  const { along } = recogniseBooklet(given, by);
  const state = statesOf(plain, along);
  const all = sentencesOf(given.text, plain);
  const pieces = all.filter((piece) => isProse(piece, state));
  const strange = pieces.filter((piece) => has(piece, plain, state, 'added'));
  const numbers = numbersOf(given.text, plain).filter((piece) => isProse(piece, state));
  const unread = numbers.filter((piece) => has(piece, plain, state, 'added'));
  return {
    file: given.file,
    sentences: share(pieces, strange),
    numbers: share(numbers, unread),
    cells: NONE,
    apart: all.filter((piece) => !isProse(piece, state) && plain.signs[piece.to - 1] === '。').length,
    unexplained: strange.map((piece) => unexplained(piece, given, plain, by)),
  };
}

function share(all: readonly Span[], strange: readonly Span[]): Share {
  return { explained: all.length - strange.length, all: all.length };
}

/** What became of each sign: it stands where tables may stand, or is none of the pattern's. */
type States = readonly ('tables' | 'added' | undefined)[];

function statesOf({ signs }: PlainText, along: AlongRead): States {
  const states: ('tables' | 'added' | undefined)[] = signs.map(() => undefined);
  for (const { from, to } of along.added) states.fill('added', from, to);
  for (const { slot, from, to } of slotsIn(along)) {
    if (slot.kind === 'tables')
      states.fill(lostBeside({ from, to }, along) > LOST.tables ? 'added' : 'tables', from, to);
    else if (slot.kind === 'text') {
      for (const span of swallowed({ from, to }, signs, along)) states.fill('added', span.from, span.to);
    }
  }
  return states;
}

function slotsIn({ filled, items }: ReadText): AlongRead['filled'] {
  return [...filled, ...items.flatMap(({ said }) => slotsIn(said))];
}

/**
 * How many signs of the templates must be lost beside a place that takes anything, so that it was not for such a place that
 * the text stood there: where tables may stand; in a text of the body's own, its first or last sentence, and all of it.
 */
const LOST = { tables: 40, sentence: 12, text: 150 };

function lostBeside({ from, to }: Span, { lost }: AlongRead): number {
  return lost
    .filter(({ at }) => at >= from - 1 && at <= to + 1)
    .reduce((sum, { words }) => sum + words.length, 0);
}

/** What of a body's own text rather stands there in place of the template's words before or behind it. */
function swallowed({ from, to }: Span, signs: readonly string[], along: AlongRead): readonly Span[] {
  if (lostBeside({ from, to }, along) > LOST.text) return [{ from, to }];
  const isLostAt = (at: number): boolean => lostBeside({ from: at, to: at }, along) > LOST.sentence;
  const first = signs.indexOf('。', from) + 1;
  return [
    ...(isLostAt(from) ? [{ from, to: first > from ? Math.min(first, to) : to }] : []),
    ...(isLostAt(to) ? [{ from: Math.max(from, signs.lastIndexOf('。', to - 2) + 1), to }] : []),
  ];
}

/** Whether a piece stands where templates speak, and not on the cover, in the contents or in tables. */
function isProse({ from, to }: Span, states: States): boolean {
  return states.slice(from, to).some((state) => state !== 'tables');
}

/** Whether a letter or a digit of a piece is in a state; of punctuation nothing depends. */
function has({ from, to }: Span, { signs }: PlainText, states: States, wanted: 'added'): boolean {
  for (let at = from; at < to; at += 1)
    if (states[at] === wanted && /[\p{L}\p{N}]/u.test(signs[at] ?? '')) return true;
  return false;
}

/** A line that is a heading, and no line of a paragraph that was torn. */
const HEADING =
  /^\s*(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)[^。，；：]*$/u;

/** The sentences of a text, headings among them. */
function sentencesOf(text: string, plain: PlainText): readonly Span[] {
  const ends = [...text.matchAll(/[。；！？]/gu)].map(({ index }) => index + 1);
  let offset = 0;
  for (const line of text.split('\n')) {
    if (HEADING.test(line)) ends.push(offset, offset + line.length);
    offset += line.length + 1;
  }
  const cuts = [...new Set([0, ...ends, text.length])].sort((a, b) => a - b);
  return cuts.slice(1).flatMap((end, index) => spanOf(plain, cuts[index] ?? 0, end));
}

/** A number, and no year. */
const NUMBER = /\d[\d,，]*(?:\.\d+)?%?(?!\d|年)/gu;

function numbersOf(text: string, plain: PlainText): readonly Span[] {
  return [...text.matchAll(NUMBER)].flatMap(({ index, 0: { length } }) =>
    spanOf(plain, index, index + length),
  );
}

/** The signs between two places of the text as it was; none for blanks alone. */
function spanOf({ offsets }: PlainText, start: number, end: number): readonly Span[] {
  const [from, to] = [firstFrom(offsets, start), firstFrom(offsets, end)];
  return to > from ? [{ from, to }] : [];
}

/** The first sign that does not stand before a place; offsets rise. */
function firstFrom(offsets: readonly number[], place: number): number {
  let [low, high] = [0, offsets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

function unexplained(
  { from, to }: Span,
  given: GivenText,
  plain: PlainText,
  { pack }: RecognisedBy,
): Unexplained {
  const start = plain.offsets[from] ?? 0;
  const text = given.text.slice(start, plain.offsets[to] ?? given.text.length).replaceAll(/\s+/gu, '');
  const nearest = nearestSentence(text, pack);
  return {
    kind: 'sentence',
    at: given.at(start),
    text,
    ...(nearest && { nearest: { file: nearest.file, line: nearest.line, text: nearest.text } }),
  };
}
