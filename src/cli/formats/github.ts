import type { CheckedSite } from '../../compile/checked-site.ts';
import type { Diagnostic, Severity } from '../../source/diagnostic.ts';
import { shownPath } from '../../source/place.ts';
import { visibleText } from '../../source/visible-text.ts';
import { formatSummary, linesOfFinding, summarize } from '../report.ts';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'notice' };

/**
 * Workflow commands of GitHub Actions, which show each finding beside its line in a pull request. Errors come first,
 * since GitHub shows only the first ten of a step.
 */
export function formatGithub(site: CheckedSite): string {
  const order = Object.keys(COMMANDS);
  const sorted = site.diagnostics.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  return sorted.map(toCommand).join('') + formatSummary(summarize(site));
}

function toCommand(diagnostic: Diagnostic): string {
  const { rule, severity, place } = diagnostic;
  const properties = {
    file: visibleText(shownPath(place)),
    line: place.line,
    col: place.column,
    title: rule,
  };
  const listed = Object.entries(properties).map(
    ([name, value]) => `${name}=${escapeProperty(String(value))}`,
  );
  return `::${COMMANDS[severity]} ${listed.join(',')}::${escapeData(linesOfFinding(diagnostic).join('\n'))}\n`;
}

/** What ends a command must not stand in its text. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** In a property, what separates properties must not stand either. */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
