import type { MoneyUnit } from '../accounts/schema/entries.ts';
import type { PriorLookup } from '../figures/build-figures.ts';
import { entryOf, inputsOf, placeOfEntry, type Figure } from '../figures/figure.ts';
import type { Registry } from '../figures/registry.ts';
import { isZero } from '../figures/value.ts';
import type { RelatedPlace } from '../source/diagnostic.ts';
import type { Place } from '../source/place.ts';
import { amountsIn } from './amounts.ts';

/** How many entries a finding lists before it says how many more there are. */
const MOST_ENTRIES = 12;

/** Where a figure stands: its own entry, its control total, or the first entry that it is made of. */
export function placeOfFigure(figure: Figure, figures: Registry): Place | undefined {
  const entry = entryOf(figure) ?? figure.approval?.entry;
  if (entry !== undefined) return placeOfEntry(entry);
  for (const input of inputsOf(figure)) {
    if (input === figure.id) continue;
    const found = figures.find(input);
    const place = found === undefined ? undefined : placeOfFigure(found, figures);
    if (place !== undefined) return place;
  }
  return undefined;
}

/** Where the first of several figures stands that has a place. */
export function placeOfFirst(figures: Registry, ...ids: readonly string[]): Place | undefined {
  for (const id of ids) {
    const figure = figures.find(id);
    const place = figure && placeOfFigure(figure, figures);
    if (place !== undefined) return place;
  }
  return undefined;
}

/** The direct inputs of a derived figure that are not zero, as places to look at. */
export function inputPlaces(
  figure: Figure,
  figures: Registry,
  moneyUnit: MoneyUnit,
): readonly RelatedPlace[] {
  return partPlaces(
    inputsOf(figure).map((id) => figures.get(id)),
    figures,
    moneyUnit,
  );
}

/** Figures that are not zero, as places to look at. */
export function partPlaces(
  parts: readonly Figure[],
  figures: Registry,
  moneyUnit: MoneyUnit,
): readonly RelatedPlace[] {
  const amounts = amountsIn(moneyUnit);
  const places = parts.flatMap((part) => {
    const place = isZero(part.value) ? undefined : placeOfFigure(part, figures);
    return place === undefined
      ? []
      : [{ message: `其中 ${part.label} ${amounts.value(part.value, part.unit)}`, place }];
  });
  return places.slice(0, MOST_ENTRIES);
}

/** A figure as a second place of a finding; nothing where it has no place of its own. */
export function relatedFigure(
  message: string,
  figure: Figure | undefined,
  figures: Registry,
): readonly RelatedPlace[] {
  const place = figure && placeOfFigure(figure, figures);
  return place === undefined ? [] : [{ message, place }];
}

/** Where last year's value of a figure stands, as a second place of a finding. */
export function relatedPrior(message: string, id: string, prior: PriorLookup): readonly RelatedPlace[] {
  const last = prior({ id, unit: '万元' });
  if (last?.entry !== undefined) return [{ message, place: placeOfEntry(last.entry) }];
  return last?.registry === undefined ? [] : relatedFigure(message, last.registry.find(id), last.registry);
}
