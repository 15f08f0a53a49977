import { comparePlaces, formatPlace, type Place } from './place.ts';

/** error: the booklet must not be published so; warning: someone should look; note: good to know (rounding). */
export type Severity = 'error' | 'warning' | 'note';

/** A second place that belongs to a finding, for instance the other side of a sum. */
export interface RelatedPlace {
  readonly message: string;
  readonly place: Place;
}

/** Somebody's decision to let a finding stand (核对说明). */
export interface Acceptance {
  readonly reason: string;
  readonly by: string;
  /** ISO date. */
  readonly date: string;
}

/** One finding in the input. Findings are values: they are collected and reported together, never thrown. */
export interface Diagnostic {
  /** Stable English name, e.g. `approved-total`. */
  readonly rule: string;
  readonly severity: Severity;
  /** A Chinese sentence for the editor, saying what is wrong and what to do. */
  readonly message: string;
  readonly place: Place;
  readonly related: readonly RelatedPlace[];
  /** Where the finding is by file and key, which stays when lines move: what 核对说明 calls its 位置. */
  readonly anchor?: string;
  /** Set on a finding that was accepted: an error is then a warning, anything less a note. */
  readonly accepted?: Acceptance;
}

/** A finding that stops publication. */
export function error(
  rule: string,
  message: string,
  place: Place,
  related: readonly RelatedPlace[] = [],
): Diagnostic {
  return { rule, severity: 'error', message, place, related };
}

/** A finding that a person should look at; the booklet still builds. */
export function warning(
  rule: string,
  message: string,
  place: Place,
  related: readonly RelatedPlace[] = [],
): Diagnostic {
  return { rule, severity: 'warning', message, place, related };
}

/** A finding that explains itself, such as a rounding residue. */
export function note(
  rule: string,
  message: string,
  place: Place,
  related: readonly RelatedPlace[] = [],
): Diagnostic {
  return { rule, severity: 'note', message, place, related };
}

/** Whether any finding stops publication. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}

/** Findings in the order of their places; the same one, met in several booklets of one template, stands there once. */
export function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const sorted = diagnostics.toSorted(compareDiagnostics);
  return sorted.filter((one, index) => {
    const before = sorted[index - 1];
    return before === undefined || compareDiagnostics(before, one) !== 0;
  });
}

/** By place, then rule and wording, so that a report never depends on the order of the checks. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return comparePlaces(a.place, b.place) || compareText(a.rule, b.rule) || compareText(a.message, b.message);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The one-line text form of the contract: `file:line:column severity rule message`. */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  return `${formatPlace(diagnostic.place)} ${diagnostic.severity} ${diagnostic.rule} ${diagnostic.message}`;
}
