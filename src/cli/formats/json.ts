import type { CheckedSite } from '../../compile/checked-site.ts';
import type { Diagnostic } from '../../source/diagnostic.ts';
import { shownPlace } from '../../source/place.ts';
import { summarize } from '../report.ts';
import { printableJson } from './printable-json.ts';

/** The JSON form of the contract; `anchor` and `accepted` are there only where a finding has them. */
export function formatJson(site: CheckedSite): string {
  const report = { diagnostics: site.diagnostics.map(toJson), summary: summarize(site) };
  return printableJson(report);
}

function toJson({ rule, severity, message, place, related, anchor, accepted }: Diagnostic) {
  return {
    rule,
    severity,
    message,
    ...shownPlace(place),
    related: related.map((one) => ({ message: one.message, ...shownPlace(one.place) })),
    ...(anchor !== undefined && { anchor }),
    ...(accepted !== undefined && { accepted }),
  };
}
