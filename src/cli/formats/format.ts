import type { CheckedSite } from '../../compile/check-site.ts';
import { formatSummary, formatText, summarize } from '../report.ts';
import { formOf } from './form-of.ts';
import { formatGithub } from './github.ts';
import { formatGitlab } from './gitlab.ts';
import { formatJson } from './json.ts';
import { formatSarif } from './sarif.ts';

/** The forms in which a check reports. */
const FORMATS = {
  text: (site: CheckedSite) => formatText(site.diagnostics) + formatSummary(summarize(site)),
  json: formatJson,
  github: formatGithub,
  gitlab: formatGitlab,
  sarif: formatSarif,
} as const satisfies Readonly<Record<string, (site: CheckedSite) => string>>;

/** The report writer of a name given on the command line. */
export function formatterOf(name: string): (site: CheckedSite) => string {
  return formOf<(site: CheckedSite) => string>(FORMATS, name);
}
