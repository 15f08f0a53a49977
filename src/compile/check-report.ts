import { TOPICS } from '../checks/catalogue.ts';
import type { Check, CheckTopic } from '../checks/check.ts';
import { OTHER_RULES } from '../checks/other-rules.ts';
import { publicStatement } from '../checks/public-words.ts';
import type { BookletDocument } from '../document/booklet-document.ts';
import type { TableView } from '../document/table-view.ts';
import type { Acceptance, Diagnostic, Severity } from '../source/diagnostic.ts';
import type { Booklet } from './booklet.ts';

/** A finding as readers are told of it. */
export interface PublicFinding {
  /** What does not fit, or is good to know. */
  readonly statement: string;
  readonly severity: Severity;
  /** What the body says of it; undefined where it says nothing. */
  readonly accepted: Acceptance | undefined;
  /** Name of the self-evaluation form that it is about. */
  readonly form: string | undefined;
}

/** A rule that the booklet went through, and what it found. */
export interface CheckedRule extends Pick<Check, 'rule' | 'summary'> {
  readonly findings: readonly PublicFinding[];
}

/** The rules that answer one question. */
export interface CheckedTopic extends Pick<CheckTopic, 'name' | 'asks'> {
  readonly rules: readonly CheckedRule[];
}

/** How much of a statutory table the body has disclosed. */
export interface TableDisclosure {
  readonly key: TableView['key'];
  readonly title: string;
  readonly disclosed: number;
  /** Ids of the figures in it that are not disclosed. */
  readonly undisclosed: readonly string[];
}

/** What stands behind a published booklet: what was checked, what was found, what the body says of it. */
export interface CheckReport {
  readonly topics: readonly CheckedTopic[];
  /** What was found beside the checks about what the booklet says; empty where nothing was. */
  readonly others: readonly CheckedRule[];
  readonly tables: readonly TableDisclosure[];
}

/**
 * The report of a booklet that has no errors, for its readers. What was found in the way its files are written is the
 * editors' alone, and left out.
 */
export function checkReport(
  { findings, source }: Pick<Booklet, 'findings' | 'source'>,
  { tables }: BookletDocument,
): CheckReport {
  const forms = new Map(
    source.year.evaluations.map(({ name, document }) => [document.source.path, name] as const),
  );
  const found = Map.groupBy(findings, ({ rule }) => rule);
  const foundBy = (rule: string): readonly PublicFinding[] =>
    (found.get(rule) ?? []).map((finding) => published(finding, forms)).sort((a, b) => rank(a) - rank(b));
  const others = OTHER_RULES.filter(({ rule, ofText }) => ofText === true && found.has(rule));
  return {
    topics: TOPICS.map(({ name, asks, checks }) => ({
      name,
      asks,
      rules: checks.map(({ rule, summary }) => ({ rule, summary, findings: foundBy(rule) })),
    })),
    others: others.map(({ rule, summary }) => ({ rule, summary, findings: foundBy(rule) })),
    tables: tables.map(disclosureOf),
  };
}

function published(
  { message, severity, accepted, place }: Diagnostic,
  forms: ReadonlyMap<string, string>,
): PublicFinding {
  return { statement: publicStatement(message), severity, accepted, form: forms.get(place.file) };
}

function rank({ severity }: PublicFinding): number {
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
