import { alignChanges, type Aligned } from '../../compile/compared/aligned.ts';
import type { Place } from '../../source/place.ts';
import type { EntryChange } from '../change.ts';

interface Line {
  readonly text: string;
  readonly number: number;
}

/** Lines of a text that are not the same on both sides, each beside the one in whose place it stands. */
export function lineChanges(
  start: Place,
  before: string | undefined,
  after: string | undefined,
): readonly EntryChange[] {
  const changes = alignChanges(linesOf(before), linesOf(after), ({ text }) => text, pairLines);
  const listed = changes.map((one): EntryChange => ({
    place: { ...start, line: (one.after ?? one.before)?.number ?? 1 },
    path: '',
    before: one.before?.text ?? null,
    after: one.after?.text ?? null,
  }));
  // A file without lines, or without a text, is there or not all the same.
  const whole = {
    place: start,
    path: '',
    before: before ?? null,
    after: after ?? null,
  };
  return listed.length === 0 && whole.before !== whole.after ? [whole] : listed;
}

function linesOf(text: string | undefined): readonly Line[] {
  if (text === undefined || text === '') return [];
  return text.split(/\r\n|\r|\n/).map((line, index) => ({ text: line, number: index + 1 }));
}

function pairLines(gone: readonly Line[], added: readonly Line[]): readonly Aligned<Line>[] {
  const count = Math.max(gone.length, added.length);
  return Array.from({ length: count }, (_, index) => {
    const [before, after] = [gone[index], added[index]];
    return { ...(before && { before }), ...(after && { after }) };
  });
}
