import type { ReadText } from '../manifest/document-state.ts';
import { printedOf, type Piece } from '../manifest/manifest.ts';

/** Something that a PDF does not hold as it must. */
export interface Fault {
  /** Counted from 1; undefined for what concerns the whole file. */
  readonly page?: number;
  readonly message: string;
}

/** More are not told one by one. */
const MOST = 20;

/** How many paragraphs must fit for the rest to be read on. */
const ENOUGH = 3;

/** Holds the text that the tags of a PDF hold against what its document says. */
export function compareText(
  expected: readonly (readonly Piece[])[],
  found: readonly ReadText[],
): readonly Fault[] {
  const blocks = expected.map((pieces) => pieces.map(printedOf).join(''));
  const whole = found.map(({ text }) => text).join('');
  if (blocks.join('') === whole) return [];
  const faults: Fault[] = [];
  let at = 0;
  for (const [index, block] of blocks.entries()) {
    if (whole.startsWith(block, at)) at += block.length;
    else {
      const next = nextPlace(whole, blocks, index, at);
      const page = pageAt(found, at);
      const written = whole.slice(at, next ?? at + block.length);
      faults.push({
        ...(page !== undefined && { page }),
        message: `应为“${block}”，实为“${shortened(written)}”`,
      });
      if (next === undefined || faults.length === MOST) return faults;
      at = next;
    }
  }
  if (at < whole.length)
    faults.push({ page: pageAt(found, at) ?? 1, message: `多出“${shortened(whole.slice(at))}”` });
  return faults;
}

/** Where the paragraphs behind one that does not fit go on. */
function nextPlace(
  whole: string,
  blocks: readonly string[],
  index: number,
  from: number,
): number | undefined {
  const following = blocks.slice(index + 1, index + 1 + ENOUGH).join('');
  const place = following === '' ? -1 : whole.indexOf(following, from);
  return place === -1 ? undefined : place;
}

/** The page on which a sign of the whole text stands. */
function pageAt(found: readonly ReadText[], place: number): number | undefined {
  let end = 0;
  return found.find(({ text }) => (end += text.length) > place)?.page;
}

function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 60)}…`;
}
