import { createHash } from 'node:crypto';
import type { CheckedSite } from '../../compile/checked-site.ts';
import type { Diagnostic, Severity } from '../../source/diagnostic.ts';
import { shownPath } from '../../source/place.ts';
import { linesOfFinding } from '../report.ts';
import { printableJson } from './printable-json.ts';

/** GitLab's words for how grave a finding is, of info, minor, major, critical and blocker. */
const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'critical', warning: 'minor', note: 'info' };

/**
 * The Code Quality report of GitLab (`artifacts:reports:codequality`), which a merge request shows beside its lines. Findings
 * are told from those of the target branch by their fingerprints, so these say nothing of lines, which move.
 */
export function formatGitlab(site: CheckedSite): string {
  const seen = new Map<string, number>();
  const issues = site.diagnostics.map((diagnostic) => {
    const identity = [
      diagnostic.rule,
      diagnostic.place.file,
      diagnostic.anchor ?? '',
      diagnostic.message,
    ].join('\0');
    const before = seen.get(identity) ?? 0;
    seen.set(identity, before + 1);
    return toIssue(diagnostic, `${identity}\0${before}`);
  });
  return printableJson(issues);
}

function toIssue(diagnostic: Diagnostic, identity: string) {
  const { rule, severity, place } = diagnostic;
  return {
    description: linesOfFinding(diagnostic).join('\n'),
    check_name: rule,
    fingerprint: createHash('sha256').update(identity).digest('hex'),
    severity: SEVERITIES[severity],
    location: { path: shownPath(place), lines: { begin: place.line } },
  };
}
