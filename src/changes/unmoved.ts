import { printFigure } from '../document/print-figure.ts';
import { reasonPath, reasonText } from '../document/reasons.ts';
import { isDifference, exactOf, type Figure } from '../figures/figure.ts';
import { isVariance, outturnOf } from '../figures/variance.ts';
import type { Booklet } from '../compile/booklet.ts';
import { namedScalars } from '../source/anchors.ts';
import { placeInText, placeOfValue } from '../source/yaml.ts';
import type { BookletPair } from './booklet-sides.ts';
import type { FigureChange, Unmoved } from './change.ts';

/** Texts that stayed beside figures that did not, and comparisons that turned, so that somebody looks at them. */
export function unmovedBeside(
  { body, year, before, after }: BookletPair,
  figures: readonly FigureChange[],
): readonly Unmoved[] {
  const [old, now] = [before?.booklet, after?.booklet];
  if (old?.hasText !== true || now?.hasText !== true) return [];
  const reasons = keptReasons(old, now);
  const told = new Set(reasons.map(({ id }) => id));
  return [...reasons, ...turned(figures, told), ...quotes(old, now, figures)].map((one) => ({
    body,
    year,
    ...one,
  }));
}

type Kept = Omit<Unmoved, 'body' | 'year'>;

/** Reasons that read as before, of comparisons that do not. */
function keptReasons(old: Booklet, now: Booklet): readonly Kept[] {
  const { year } = now.source;
  const { document, value } = year.narrative;
  return Object.keys(value.reasons).flatMap((id): readonly Kept[] => {
    const text = reasonText(id, year);
    const [one, other] = [explained(id, old), explained(id, now)];
    if (text === undefined || text !== reasonText(id, old.source.year) || !one || !other) return [];
    const [was, is] = [printed(one, old), printed(other, now)];
    if (was === is) return [];
    const kind = signOf(one) !== signOf(other) ? 'turned-reason' : 'reason';
    const place = placeOfValue(document, reasonPath(id, year));
    return [{ kind, id, label: other.label, place, text, before: was, after: is }];
  });
}

/** The comparison that a reason explains; undefined where the booklet has none. */
function explained(id: string, { figures }: Booklet): Figure | undefined {
  const own = figures.find(id);
  if (own === undefined || isDifference(own)) return own;
  return figures.find(isVariance(id) ? `${outturnOf(id)}.预决算差异额` : `${id}.增减额`);
}

const TURNING = /\.(增减额|预决算差异额)$/;

/** Comparisons whose sign turned: what their sentences say of them is the opposite of what they said. */
function turned(figures: readonly FigureChange[], told: ReadonlySet<string>): readonly Kept[] {
  return figures.flatMap(({ id, label, before, after, values }): readonly Kept[] => {
    if (!TURNING.test(id) || before === null || after === null || told.has(id.replace(TURNING, '')))
      return [];
    const [one, other] = [values.before, values.after].map((value) => Math.sign(Number(value ?? NaN)));
    const crosses = one !== undefined && other !== undefined && one * other < 0;
    return crosses ? [{ kind: 'turned', id, label, text: '', before, after }] : [];
  });
}

/** Fewer digits stand in many texts by chance. */
const TELLING = /^-?\d{2,}\.\d{2}$/;

/** Texts of an editor that did not change and quote a number as it was printed before. */
function quotes(old: Booklet, now: Booklet, figures: readonly FigureChange[]): readonly Kept[] {
  const { document } = now.source.year.narrative;
  const before = new Map(
    namedScalars(old.source.year.narrative.document).map(({ anchor, scalar }) => [anchor, scalar.text]),
  );
  const kept = namedScalars(document).filter(({ anchor, scalar }) => before.get(anchor) === scalar.text);
  const moved = figures.filter(
    (one) => one.before !== one.after && TELLING.test(one.before ?? '') && one.after !== null,
  );
  return kept.flatMap(({ path, scalar: { text } }) => {
    const numbers = new Set(text.match(/\d+\.\d{2}(?!\d)/g) ?? []);
    const found = moved.find((one) => numbers.has((one.before ?? '').replace('-', '')));
    if (found === undefined) return [];
    const { id, label } = found;
    const place = placeInText(document, path, text, text.indexOf((found.before ?? '').replace('-', '')));
    return [
      {
        kind: 'quoted' as const,
        id,
        label,
        place,
        text,
        before: found.before ?? '',
        after: found.after ?? '',
      },
    ];
  });
}

function printed(figure: Figure, { source }: Booklet): string {
  const { printed: print } = printFigure(figure, source.pack.conventions);
  return `${print}${figure.value.state === 'known' && figure.unit !== '指标值' ? figure.unit : ''}`;
}

function signOf(figure: Figure): number | undefined {
  const exact = exactOf(figure);
  return exact && (exact.isZero() ? 0 : exact.isNegative() ? -1 : 1);
}
