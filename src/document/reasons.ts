import { isDifference, type Figure, type FigureUnit } from '../figures/figure.ts';
import type { Registry } from '../figures/registry.ts';
import { isNonZero, isZero } from '../figures/value.ts';
import { isVariance, outturnOf } from '../figures/variance.ts';
import type { LoadedYear } from '../accounts/load-year.ts';
import { error, type Diagnostic } from '../source/diagnostic.ts';
import { placeOfKey, placeOfValue, type YamlPath } from '../source/yaml.ts';
import { formatExact, formatFixed, type Exact } from '../accounts/decimal.ts';

/** What stands behind a reason: the text, or that there is nothing to explain. */
export type Reason =
  | { readonly kind: 'text'; readonly text: string }
  /** Both sides of the comparison are zero: the body has no such item. */
  | { readonly kind: 'nothing' }
  /** Unchanged, or not comparable: the clause is dropped. */
  | { readonly kind: 'none' }
  /** A text that explains a change of which nothing is known: the clause is dropped as well. */
  | { readonly kind: 'incomparable' }
  | { readonly kind: 'missing'; readonly diagnostic: Diagnostic };

/**
 * The reason that belongs to a figure: of its change on last year or, for a `….预决算差异率`, of its variance from the
 * budget. A change that is not zero must have one.
 */
export function reasonFor(id: string, figures: Registry, year: LoadedYear): Reason {
  const text = reasonText(id, year);
  const { difference, nothing } = comparison(id, figures);
  const unknown = difference.id !== id && difference.value.state === 'undisclosed';
  if (text !== undefined) return unknown ? { kind: 'incomparable' } : { kind: 'text', text };
  if (nothing) return { kind: 'nothing' };
  if (!isNonZero(difference.value)) return { kind: 'none' };
  return { kind: 'missing', diagnostic: missingReason(id, difference, figures, year) };
}

/** The entered text, following 同 to the reason that it shares. */
export function reasonText(id: string, year: LoadedYear): string | undefined {
  const { reasons } = year.narrative.value;
  const own = reasons[id];
  return own?.sameAs === undefined ? own?.text : reasons[own.sameAs]?.text;
}

/** Where in narrative.yaml that text stands. */
export function reasonPath(id: string, { narrative }: LoadedYear): YamlPath {
  return ['原因', narrative.value.reasons[id]?.sameAs ?? id];
}

/** The difference that a reason explains, and whether there is nothing on either side of it. */
function comparison(id: string, figures: Registry): { difference: Figure; nothing: boolean } {
  const own = figures.get(id);
  if (isDifference(own)) return { difference: own, nothing: false };
  const base = outturnOf(id);
  const difference = figures.get(isVariance(id) ? `${base}.预决算差异额` : `${base}.增减额`);
  return { difference, nothing: isZero(figures.get(base).value) && isZero(difference.value) };
}

function shown(amount: Exact, unit: FigureUnit): string {
  return `${unit === '万元' ? formatFixed(amount, 2) : formatExact(amount)}${unit}`;
}

/** What the difference says of the figure, its sign in words: 比上年增加. */
function relationOf(id: string, { id: differenceId, value }: Figure): string {
  // The difference of two figures stands for itself.
  if (differenceId === id) return '为';
  const more = value.state === 'known' && !value.exact.isNegative();
  if (isVariance(id)) return more ? '，决算比预算多' : '，决算比预算少';
  return more ? '比上年增加' : '比上年减少';
}

function missingReason(id: string, difference: Figure, figures: Registry, year: LoadedYear): Diagnostic {
  const { document } = year.narrative;
  const place =
    document.root.kind === 'mapping' && document.root.entries.has('原因')
      ? placeOfKey(document, ['原因'])
      : placeOfValue(document, []);
  const { value } = difference;
  const amount = value.state === 'known' ? ` ${shown(value.exact.abs(), difference.unit)}` : '';
  const message = `“${figures.get(id).label}”${relationOf(id, difference)}${amount}，没有说明原因；请在“原因”下补写“${id}: ……”`;
  return error('missing-reason', message, place);
}
