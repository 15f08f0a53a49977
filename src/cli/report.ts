import type { Site } from '../compile/compile-site.ts';
import { formatDiagnostic, type Diagnostic, type Severity } from '../source/diagnostic.ts';
import { formatPlace } from '../source/place.ts';

/** How many of what was found and read. */
export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  readonly units: number;
  readonly booklets: number;
}

/** Counts a site's findings and booklets. */
export function summarize(site: Site): Summary {
  const count = (severity: Severity): number =>
    site.diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  return {
    errors: count('error'),
    warnings: count('warning'),
    notes: count('note'),
    units: site.units.length,
    booklets: site.units.reduce((sum, unit) => sum + unit.booklets.length, 0),
  };
}

/** Findings as text, a line each, the places that belong to a finding indented below it. */
export function formatText(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .flatMap((diagnostic) => [
      formatDiagnostic(diagnostic),
      ...diagnostic.related.map(({ message, place }) => `    ${formatPlace(place)} ${message}`),
    ])
    .map((line) => `${line}\n`)
    .join('');
}

/** One sentence that sums up a check. */
export function formatSummary(summary: Summary): string {
  const { errors, warnings, notes, units, booklets } = summary;
  return `核对 ${units} 个单位 ${booklets} 本决算：${errors} 个错误，${warnings} 个警告，${notes} 个提示\n`;
}

/** The JSON form of the contract. */
export function formatJson(site: Site): string {
  const diagnostics = site.diagnostics.map(({ rule, severity, message, place, related }) => ({
    rule,
    severity,
    message,
    ...place,
    related: related.map((one) => ({ message: one.message, ...one.place })),
  }));
  return `${JSON.stringify({ diagnostics, summary: summarize(site) }, undefined, 2)}\n`;
}
