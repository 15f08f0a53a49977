import { VIEWS } from '../../checks/views.ts';
import type { Booklet } from '../../compile/booklet.ts';
import {
  checkReport,
  type CheckedRule,
  type CheckReport,
  type PublicFinding,
} from '../../compile/check-report.ts';
import { formPlace, type FormPlace } from '../answers/form-place.ts';
import { CHECKS } from '../answers/beside.ts';
import type { SitePage } from '../meta/site-page.ts';
import type { BookletEntry } from '../model.ts';
import { disclosureOf, type Disclosure } from './disclosure.ts';

/** A number of the summary, which leads to what it counts. */
export interface CheckCount {
  /** Of the section below. */
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly words: string;
}

/** What was asked of the booklet, and what came of it. */
export interface CheckedQuestion {
  readonly name: string;
  readonly asks: string;
  /** `17条规则，没有发现`. */
  readonly outcome: string;
}

/** A finding, with the form that it is about where the booklet prints that. */
export interface ShownFinding extends PublicFinding {
  readonly inForm: (FormPlace & { readonly name: string }) | undefined;
}

/** What one rule holds, and where it is not so. */
export interface FindingGroup {
  readonly summary: string;
  readonly count: string;
  readonly findings: readonly ShownFinding[];
}

/** The page that tells readers what was checked, what was found and what the body says of it. */
export interface ChecksPage {
  readonly frame: SitePage;
  readonly counts: readonly CheckCount[];
  readonly questions: readonly CheckedQuestion[];
  /** How many relations hold whatever is entered, since both sides are one figure. */
  readonly certain: number;
  readonly explained: readonly ShownFinding[];
  /** What nobody says anything of, by what was asked. */
  readonly open: readonly { readonly name: string; readonly groups: readonly FindingGroup[] }[];
  readonly tables: CheckReport['tables'];
}

/** What is told of the checks of a booklet. */
export function checksPage({ unit, booklet }: BookletEntry): ChecksPage {
  const document = booklet.render();
  const report = checkReport(booklet, document);
  const names = new Map(
    booklet.source.year.evaluations.map(({ name, value }) => [name, value.name ?? value.kind.title] as const),
  );
  const shown = (finding: PublicFinding): ShownFinding => {
    const { form = '' } = finding;
    const name = names.get(form);
    const place = name === undefined ? undefined : formPlace(form, document);
    return { ...finding, inForm: name === undefined ? undefined : place && { ...place, name } };
  };
  return {
    frame: {
      title: `${CHECKS.title} - ${document.title}`,
      description: `${document.title}公开前核对了什么，哪里对不上，单位怎样说明，公开了多少。`,
      unit,
      booklet,
      page: CHECKS.title,
    },
    counts: countsOf(report, disclosureOf(document)),
    questions: report.topics.map(({ name, asks, rules }) => ({ name, asks, outcome: outcomeOf(rules) })),
    certain: VIEWS.length,
    explained: findingsIn(report).filter(isExplained).map(shown),
    open: openTopics(report, shown),
    tables: report.tables,
  };
}

function openTopics(
  { topics, others }: CheckReport,
  shown: (finding: PublicFinding) => ShownFinding,
): ChecksPage['open'] {
  const groupsOf = (rules: readonly CheckedRule[]): readonly FindingGroup[] =>
    rules.flatMap(({ summary, findings }) => {
      const open = findings.filter((finding) => !isExplained(finding));
      return open.length === 0 ? [] : [{ summary, count: countOf(open), findings: open.map(shown) }];
    });
  return [...topics, { name: '其他', rules: others }].flatMap(({ name, rules }) => {
    const groups = groupsOf(rules);
    return groups.length === 0 ? [] : [{ name, groups }];
  });
}

function outcomeOf(rules: readonly CheckedRule[]): string {
  const found = rules.flatMap(({ findings }) => findings);
  return `${rules.length}条规则，${found.length === 0 ? '没有发现' : countOf(found)}`;
}

function isExplained({ accepted }: PublicFinding): boolean {
  return accepted !== undefined;
}

function findingsIn({ topics, others }: CheckReport): readonly PublicFinding[] {
  return [...topics.flatMap(({ rules }) => rules), ...others].flatMap(({ findings }) => findings);
}

/** `55处要留意，30处供参考`; 没有 if there is nothing. */
function countOf(findings: readonly PublicFinding[]): string {
  const notes = findings.filter(({ severity }) => severity === 'note').length;
  const counts = [
    ...(findings.length > notes ? [`${findings.length - notes}处要留意`] : []),
    ...(notes > 0 ? [`${notes}处供参考`] : []),
  ];
  return counts.length === 0 ? '没有' : counts.join('，');
}

/** How much was checked of a booklet, found, explained and published. */
export function checkCounts(booklet: Booklet): readonly CheckCount[] {
  const document = booklet.render();
  return countsOf(checkReport(booklet, document), disclosureOf(document));
}

function countsOf(report: CheckReport, disclosure: Disclosure): readonly CheckCount[] {
  const rules = report.topics.flatMap((topic) => topic.rules);
  const found = findingsIn(report);
  const explained = found.filter(isExplained);
  const open = found.filter((finding) => !isExplained(finding));
  return [
    {
      id: 'rules',
      name: '核对了',
      value: `${rules.length}条规则`,
      words: found.length === 0 ? '都没有发现' : `共有${found.length}处发现`,
    },
    {
      id: 'explained',
      name: '单位作了说明',
      value: `${explained.length}处`,
      words: explained.length === 0 ? '没有' : '写明理由和决定人',
    },
    { id: 'open', name: '没有说明', value: `${open.length}处`, words: countOf(open) },
    {
      id: 'disclosure',
      name: '公开了',
      value: `${disclosure.figures - disclosure.undisclosed}个数字`,
      words: `决算表共${disclosure.figures}个，未公开${disclosure.undisclosed}个`,
    },
  ];
}
