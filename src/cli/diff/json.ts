import type { Change, OfBooklet } from '../../changes/change.ts';
import type { Diagnostic } from '../../source/diagnostic.ts';
import { shownPlace } from '../../source/place.ts';
import { printableJson } from '../formats/printable-json.ts';

/** A change as JSON. What exists on one side only is null on the other; figures are told by their prints. */
export function formatChangeJson(change: Change): string {
  const { figures, sentences, cells, charts, findings, pages, entries, booklets, decisions, unmoved } =
    change;
  return printableJson({
    figures: figures.map(({ id, body, year, label, before, after, unit, values, difference }) => ({
      ...{ id, body, year, label, before, after, unit, values, difference },
    })),
    sentences: sentences.map(({ body, year, part, before, after }) => ({ body, year, part, before, after })),
    tables: cells.map(({ body, year, key, row, column, before, after }) => ({
      ...{ body, year, key, row, column, before, after },
    })),
    findings: { new: findings.new.map(findingJson), gone: findings.gone.map(findingJson) },
    pages,
    charts,
    entries: entries.map(({ path, place, before, after }) => ({ path, ...shownPlace(place), before, after })),
    booklets,
    decisions: decisions.map(({ place, ...decision }) => ({ ...decision, ...shownPlace(place) })),
    unmoved: unmoved.map(({ place, ...one }: Change['unmoved'][number] & OfBooklet) => ({
      ...one,
      ...(place && shownPlace(place)),
    })),
    movedLines: change.movedLines,
    errors: change.errors,
  });
}

function findingJson({ rule, severity, message, place, related, accepted }: Diagnostic): object {
  return {
    ...{ rule, severity, message, ...shownPlace(place) },
    related: related.map((one) => ({ message: one.message, ...shownPlace(one.place) })),
    ...(accepted !== undefined && { accepted }),
  };
}
