import type { CheckedSite } from '../compile/checked-site.ts';
import {
  formatDiagnostic,
  formatRelated,
  type Acceptance,
  type Diagnostic,
  type Severity,
} from '../source/diagnostic.ts';
import { visibleText } from '../source/visible-text.ts';

/** How many of what was found and read. */
export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  /** How many of the warnings and notes were accepted (核对说明). */
  readonly accepted: number;
  readonly units: number;
  readonly booklets: number;
}

/** Counts a site's findings and booklets. */
export function summarize(site: CheckedSite): Summary {
  const count = (severity: Severity): number =>
    site.diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  return {
    errors: count('error'),
    warnings: count('warning'),
    notes: count('note'),
    accepted: site.diagnostics.filter((diagnostic) => diagnostic.accepted !== undefined).length,
    units: site.units.length,
    booklets: site.units.reduce((sum, unit) => sum + unit.booklets.length, 0),
  };
}

/** Findings as text, a line each, the places that belong to a finding indented below it; accepted ones at the end. */
export function formatText(diagnostics: readonly Diagnostic[]): string {
  const open = diagnostics.filter((diagnostic) => diagnostic.accepted === undefined);
  const accepted = diagnostics.filter((diagnostic) => diagnostic.accepted !== undefined);
  const heading =
    accepted.length === 0 ? [] : ['', `已决定保留 ${accepted.length} 条（见 accounts.yaml 的“核对说明”）：`];
  const lines = [...open.flatMap(describe), ...heading, ...accepted.flatMap(describe)];
  return lines.map((line) => `${line}\n`).join('');
}

function describe(diagnostic: Diagnostic): readonly string[] {
  return [formatDiagnostic(diagnostic), ...toldBelow(diagnostic).map((line) => `    ${line}`)];
}

/** A finding without its own place: what is wrong, the places that belong to it, and why it stands, a line each. */
export function linesOfFinding(diagnostic: Diagnostic): readonly string[] {
  return [diagnostic.message, ...toldBelow(diagnostic)];
}

/** The places that belong to a finding, and why it stands. */
function toldBelow({ related, accepted }: Diagnostic): readonly string[] {
  return [...related.map(formatRelated), ...(accepted === undefined ? [] : [describeAcceptance(accepted)])];
}

/** `保留：……（张三，2024-08-20）`. */
function describeAcceptance({ reason, by, date }: Acceptance): string {
  return visibleText(`保留：${reason}（${by}，${date}）`);
}

/** One sentence that sums up a check. */
export function formatSummary(summary: Summary): string {
  const { errors, warnings, notes, accepted, units, booklets } = summary;
  const kept = accepted === 0 ? '' : `，其中 ${accepted} 条已决定保留`;
  return `核对 ${units} 个单位 ${booklets} 本决算：${errors} 个错误，${warnings} 个警告，${notes} 个提示${kept}\n`;
}
