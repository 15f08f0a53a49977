import { nameFigure, type NamedFigure } from '../../document/print-figure.ts';
import type { Figure } from '../../figures/figure.ts';
import { remembered } from '../../source/remembered.ts';
import type { Booklet } from '../booklet.ts';
import { publishedFigures } from '../published-figures.ts';
import { changedSentences } from './sentences.ts';

/** A figure that two editions print differently. */
export interface ChangedFigure {
  readonly before: NamedFigure;
  readonly after: NamedFigure;
  /** Whether it is entered; others follow from such. */
  readonly entered: boolean;
}

/** What two editions of a booklet do not say alike. */
export interface EditionChanges {
  /** In the order of the booklet. */
  readonly figures: readonly ChangedFigure[];
  /** How many figures only one of them has. */
  readonly onlyInOne: number;
  /** How many sentences, headings and list items read otherwise. */
  readonly sentences: number;
}

/** What an edition says otherwise than one before it; undefined where one of them cannot be typeset. */
export function editionChanges(before: Booklet, after: Booklet): EditionChanges | undefined {
  return changesInto(after)(before);
}

/** Asked for by each page that tells of it: worked out once for two booklets. */
const changesInto = remembered((after: Booklet) => remembered((before: Booklet) => compare(before, after)));

function compare(before: Booklet, after: Booklet): EditionChanges | undefined {
  const [old, now] = [before.renderAnyway(), after.renderAnyway()];
  if (old === undefined || now === undefined) return undefined;
  const [oldFigures, figures] = [publishedFigures(before), publishedFigures(after)];
  const changed = [...figures.values()].flatMap((figure) => {
    const same = oldFigures.get(figure.id);
    return same === undefined ? [] : changedFigure([before, same], [after, figure]);
  });
  const shared = [...figures.keys()].filter((id) => oldFigures.has(id)).length;
  return {
    figures: changed,
    onlyInOne: figures.size + oldFigures.size - 2 * shared,
    sentences: changedSentences(old.parts, now.parts).length,
  };
}

function changedFigure(...sides: readonly [old: Side, now: Side]): readonly ChangedFigure[] {
  const [before, after] = sides.map(([booklet, figure]) =>
    nameFigure(figure, booklet.source.pack.conventions),
  );
  if (before === undefined || after === undefined || before.printed === after.printed) return [];
  const { kind } = sides[1][1].origin;
  return [{ before, after, entered: kind === 'reported' || kind === 'read' }];
}

type Side = readonly [booklet: Booklet, figure: Figure];
