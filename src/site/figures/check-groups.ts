import type { CheckedRule } from '../../compile/check-report.ts';
import type { Diagnostic, Severity } from '../../source/diagnostic.ts';

const NAMES: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', note: '提示' };

/** What a rule found. */
export interface FindingGroup {
  readonly rule: string;
  /** What the rule holds, in a sentence. */
  readonly summary: string;
  readonly findings: readonly Diagnostic[];
}

/** Findings by the rule that they break: those that somebody should look at first, the most frequent before others. */
export function groupFindings(
  findings: readonly Diagnostic[],
  rules: readonly CheckedRule[],
): readonly FindingGroup[] {
  const summaries = new Map(rules.map(({ rule, summary }) => [rule, summary]));
  const groups = [...Map.groupBy(findings, ({ rule }) => rule)].map(([rule, found]) => ({
    rule,
    summary: summaries.get(rule) ?? rule,
    findings: found,
  }));
  const weight = ({ findings: found }: FindingGroup) => count(found, 'error') + count(found, 'warning');
  return groups.sort((a, b) => weight(b) - weight(a) || b.findings.length - a.findings.length);
}

/** `55个警告，30个提示`; 没有 if there is nothing. */
export function countFindings(findings: readonly Diagnostic[]): string {
  const counts = (['error', 'warning', 'note'] as const).flatMap((severity) => {
    const number = count(findings, severity);
    return number === 0 ? [] : [`${number}个${NAMES[severity]}`];
  });
  return counts.length === 0 ? '没有' : counts.join('，');
}

function count(findings: readonly Diagnostic[], severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity).length;
}
