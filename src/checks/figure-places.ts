import { placeOfEntry, type Figure } from '../figures/figure.ts';
import type { Registry } from '../figures/registry.ts';
import type { RelatedPlace } from '../source/diagnostic.ts';
import type { Place } from '../source/place.ts';

/** How many entries a finding lists before it says how many more there are. */
const MOST_ENTRIES = 12;

/** Where a figure stands: its control total, its own entry, or the first entry that it is made of. */
export function placeOfFigure(figure: Figure, figures: Registry): Place | undefined {
  if (figure.approval !== undefined) return placeOfEntry(figure.approval.entry);
  if (figure.origin.kind === 'reported') return placeOfEntry(figure.origin.entry);
  for (const input of figure.origin.inputs) {
    if (input === figure.id) continue;
    const found = figures.find(input);
    const place = found === undefined ? undefined : placeOfFigure(found, figures);
    if (place !== undefined) return place;
  }
  return undefined;
}

/** The direct inputs of a derived figure that are not zero, as places to look at. */
export function inputPlaces(figure: Figure, figures: Registry): readonly RelatedPlace[] {
  if (figure.origin.kind !== 'derived') return [];
  const parts = figure.origin.inputs.flatMap((id) => {
    const input = figures.get(id);
    const known = input.value.state === 'known' ? input.value.exact : undefined;
    const place = placeOfFigure(input, figures);
    if (place === undefined || known?.isZero()) return [];
    return [{ message: `其中 ${input.label} ${known?.toFixed() ?? '未公开'}`, place }];
  });
  return parts.slice(0, MOST_ENTRIES);
}
