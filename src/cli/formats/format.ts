import type { CheckedSite } from '../../compile/checked-site.ts';
import { formatSummary, formatText, summarize } from '../report.ts';
import { formOf } from './form-of.ts';
import { formatGithub } from './github.ts';
import { formatGitlab } from './gitlab.ts';
import { formatJson } from './json.ts';

/** Writes down what was found. */
export type Formatter = (site: CheckedSite) => string | Promise<string>;

/** The forms in which a check reports. */
const FORMATS = {
  text: (site: CheckedSite) => formatText(site.diagnostics) + formatSummary(summarize(site)),
  json: formatJson,
  github: formatGithub,
  gitlab: formatGitlab,
  // Brings along all the rules, which a check of what is known does without.
  sarif: async (site: CheckedSite) => (await import('./sarif.ts')).formatSarif(site),
} as const satisfies Readonly<Record<string, Formatter>>;

/** The report writer of a name given on the command line. */
export function formatterOf(name: string): Formatter {
  return formOf<Formatter>(FORMATS, name);
}
