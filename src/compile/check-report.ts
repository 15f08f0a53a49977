import { CATALOGUE } from '../checks/catalogue.ts';
import type { Check } from '../checks/check.ts';
import type { BookletDocument } from '../document/booklet-document.ts';
import type { TableView } from '../document/table-view.ts';
import type { Diagnostic, Severity } from '../source/diagnostic.ts';
import type { Booklet } from './booklet.ts';

/** A rule that the booklet went through, and how often it found something. */
export interface CheckedRule extends Pick<Check, 'rule' | 'numbers' | 'summary' | 'source'> {
  readonly warnings: number;
  readonly notes: number;
}

/** How much of a statutory table the body has disclosed. */
export interface TableDisclosure {
  readonly key: TableView['key'];
  readonly title: string;
  readonly disclosed: number;
  /** Ids of the figures in it that are not disclosed. */
  readonly undisclosed: readonly string[];
}

/** What stands behind a published booklet: what was checked, what was found, what was let stand and why. */
export interface CheckReport {
  readonly rules: readonly CheckedRule[];
  /** Findings that nobody has decided on, warnings first. */
  readonly open: readonly Diagnostic[];
  readonly accepted: readonly Diagnostic[];
  readonly tables: readonly TableDisclosure[];
}

/** The report of a booklet that has no errors. */
export function checkReport(
  { findings }: Pick<Booklet, 'findings'>,
  { tables }: BookletDocument,
): CheckReport {
  const count = (rule: string, severity: Severity): number =>
    findings.filter((finding) => finding.rule === rule && finding.severity === severity).length;
  const open = findings.filter(({ accepted }) => accepted === undefined);
  return {
    rules: CATALOGUE.map(({ rule, numbers, summary, source }) => ({
      rule,
      numbers,
      summary,
      source,
      warnings: count(rule, 'warning'),
      notes: count(rule, 'note'),
    })),
    open: open.toSorted((a, b) => rank(a) - rank(b)),
    accepted: findings.filter(({ accepted }) => accepted !== undefined),
    tables: tables.map(disclosureOf),
  };
}

function rank({ severity }: Diagnostic): number {
  return severity === 'note' ? 1 : 0;
}

/** Takes each figure of a table once, in however many of its cells it stands. */
function disclosureOf({ key, title, body }: TableView): TableDisclosure {
  const cells = body
    .flat()
    .flatMap(({ figure }) => (figure === undefined ? [] : [[figure.id, figure.value] as const]));
  const values = [...new Map(cells)];
  const undisclosed = values.flatMap(([id, value]) => (value === '' ? [id] : []));
  return { key, title, disclosed: values.length - undisclosed.length, undisclosed };
}
