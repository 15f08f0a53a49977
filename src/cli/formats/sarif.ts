import type { Location, Log, PhysicalLocation, ReportingDescriptor, Result, Suppression } from 'sarif';
import { CATALOGUE } from '../../checks/catalogue.ts';
import { OTHER_RULES } from '../../checks/other-rules.ts';
import type { CheckedSite } from '../../compile/checked-site.ts';
import type { Acceptance, Diagnostic } from '../../source/diagnostic.ts';
import { shownPath, type Place } from '../../source/place.ts';
import { printableJson } from './printable-json.ts';

/** SARIF 2.1.0, the form in which code hosts and editors take the findings of any checker. */
export function formatSarif(site: CheckedSite): string {
  const rules = rulesOf(site.diagnostics);
  const ids = rules.map(({ id }) => id);
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'mingbai', rules } },
        language: 'zh-CN',
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: true }],
        results: site.diagnostics.map((diagnostic) => toResult(diagnostic, ids.indexOf(diagnostic.rule))),
      },
    ],
  };
  return printableJson(log);
}

/** Every check's rule with what it holds; of the other rules only those that were broken. */
function rulesOf(diagnostics: readonly Diagnostic[]): ReportingDescriptor[] {
  const checks = CATALOGUE.map(({ rule, numbers, summary, source }) => ({
    id: rule,
    shortDescription: { text: summary },
    help: { text: `依据：${source}` },
    properties: { tags: [...numbers] },
  }));
  const known = new Set(checks.map(({ id }) => id));
  const others = new Set(diagnostics.map(({ rule }) => rule).filter((rule) => !known.has(rule)));
  return [...checks, ...[...others].sort().map(otherRule)];
}

function otherRule(id: string): ReportingDescriptor {
  const summary = OTHER_RULES.find(({ rule }) => rule === id)?.summary;
  return { id, ...(summary !== undefined && { shortDescription: { text: summary } }) };
}

function toResult(
  { rule, severity, message, place, related, anchor, accepted }: Diagnostic,
  ruleIndex: number,
): Result {
  return {
    ruleId: rule,
    ruleIndex,
    level: severity,
    message: { text: message },
    locations: [{ physicalLocation: toPhysical(place) }],
    ...(related.length > 0 && { relatedLocations: related.map(toRelated) }),
    ...(anchor !== undefined && { partialFingerprints: { 'mingbai/v1': `${rule}:${place.file}:${anchor}` } }),
    ...(accepted !== undefined && { suppressions: [toSuppression(accepted)] }),
  };
}

function toPhysical(place: Place): PhysicalLocation {
  const { line, column } = place;
  return {
    artifactLocation: { uri: uriOf(shownPath(place)), uriBaseId: '%SRCROOT%' },
    region: { startLine: line, startColumn: column },
  };
}

/** A path as a relative reference (RFC 3986): what would begin a query or a fragment is part of a name here. */
function uriOf(file: string): string {
  return file.toWellFormed().split('/').map(encodeURIComponent).join('/');
}

function toRelated({ message, place }: Diagnostic['related'][number], index: number): Location {
  return { id: index + 1, message: { text: message }, physicalLocation: toPhysical(place) };
}

/** 核对说明 stands in the checked files themselves. */
function toSuppression({ reason, by, date }: Acceptance): Suppression {
  return { kind: 'inSource', status: 'accepted', justification: `${reason}（${by}，${date}）` };
}
