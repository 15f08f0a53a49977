import { comparePlaces, formatPlace, type Place } from './place.ts';
import { shortened, visibleText } from './visible-text.ts';

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

function finding(
  severity: Severity,
  rule: string,
  message: string,
  place: Place,
  related: readonly RelatedPlace[],
): Diagnostic {
  const places = related.map((one) => ({ ...one, message: sentence(one.message) }));
  return { rule, severity, message: sentence(message), place, related: places };
}

/** Halves of characters where a quotation was cut short: beside its marks, with more of it on the other side. */
const CUT_OFF = /(?<=“)\p{Cs}(?!”)|(?<!“)\p{Cs}(?=[”…])/gu;

/** What a finding says: values of the input stand in it so that they can be seen. */
function sentence(message: string): string {
  return visibleText(nestQuotes(message.replaceAll(CUT_OFF, '')));
}

/** Quotation marks within quotation marks are ‘ and ’ (GB/T 15834): “‘三公’经费决算数”. */
export function nestQuotes(text: string): string {
  let depth = 0;
  let nested = '';
  for (const character of text) {
    if (character === '“') depth += 1;
    nested += depth > 1 ? (INNER[character] ?? character) : character;
    if (character === '”') depth -= 1;
    if (depth < 0) return text;
  }
  // Words that are quoted may lack one of their marks.
  return depth === 0 ? nested : text;
}

const INNER: Readonly<Record<string, string>> = { '“': '‘', '”': '’' };

/** A finding that stops publication. */
export function error(
  rule: string,
  message: string,
  place: Place,
  related: readonly RelatedPlace[] = [],
): Diagnostic {
  return finding('error', rule, message, place, related);
}

/** A finding that a person should look at; the booklet still builds. */
export function warning(
  rule: string,
  message: string,
  place: Place,
  related: readonly RelatedPlace[] = [],
): Diagnostic {
  return finding('warning', rule, message, place, related);
}

/** A finding that explains itself, such as a rounding residue. */
export function note(
  rule: string,
  message: string,
  place: Place,
  related: readonly RelatedPlace[] = [],
): Diagnostic {
  return finding('note', rule, message, place, related);
}

/** Whether any finding stops publication. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}

/** By place, then rule and wording, so that a report never depends on the order of the checks. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return comparePlaces(a.place, b.place) || compareText(a.rule, b.rule) || compareText(a.message, b.message);
}

/** All findings by place, each once: what several booklets share, a unit's name or a template, each of them finds. */
export function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const sorted = diagnostics.toSorted(compareDiagnostics);
  return sorted.filter((one, index) => {
    const before = sorted[index - 1];
    return before === undefined || compareDiagnostics(before, one) !== 0 || before.accepted !== one.accepted;
  });
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** No line of a report is longer. */
const LONGEST_MESSAGE = 600;

/** The one-line text form of the contract: `file:line:column severity rule message`. */
export function formatDiagnostic({ place, severity, rule, message }: Diagnostic): string {
  return `${formatPlace(place)} ${severity} ${rule} ${shortened(message, LONGEST_MESSAGE)}`;
}

/** A second place in the same form: `file:line:column message`. */
export function formatRelated({ place, message }: RelatedPlace): string {
  return `${formatPlace(place)} ${shortened(message, LONGEST_MESSAGE)}`;
}
