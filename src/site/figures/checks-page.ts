import type { Booklet } from '../../compile/booklet.ts';
import { checkReport, type CheckReport } from '../../compile/check-report.ts';
import type { SitePage } from '../meta/site-page.ts';
import type { BookletEntry } from '../model.ts';
import { countFindings } from './check-groups.ts';
import { disclosureOf, type Disclosure } from './disclosure.ts';

/** A number of the summary, which leads to what it counts. */
export interface CheckCount {
  /** Of the section below. */
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly words: string;
}

/** The page that says what was checked, what was found and what was decided. */
export interface ChecksPage {
  readonly frame: SitePage;
  readonly report: CheckReport;
  readonly counts: readonly CheckCount[];
}

/** What is told of the checks of a booklet. */
export function checksPage({ unit, booklet }: BookletEntry): ChecksPage {
  const document = booklet.render();
  const report = checkReport(booklet, document);
  return {
    frame: {
      title: `核对情况 - ${document.title}`,
      description: `${document.title}公开前核对了什么，发现了什么，公开了多少。`,
      unit,
      booklet,
      page: '核对情况',
    },
    report,
    counts: countsOf(report, disclosureOf(document)),
  };
}

/** How much was checked of a booklet, found, decided and published. */
export function checkCounts(booklet: Booklet): readonly CheckCount[] {
  const document = booklet.render();
  return countsOf(checkReport(booklet, document), disclosureOf(document));
}

function countsOf({ rules, open, accepted }: CheckReport, disclosure: Disclosure): readonly CheckCount[] {
  const found = rules.filter(({ warnings, notes }) => warnings + notes > 0).length;
  return [
    {
      id: 'rules',
      name: '核对了',
      value: `${rules.length}条规则`,
      words: found === 0 ? '都没有发现' : `其中${found}条有发现`,
    },
    { id: 'open', name: '还没有决定的发现', value: `${open.length}处`, words: countFindings(open) },
    {
      id: 'accepted',
      name: '决定保留的',
      value: `${accepted.length}处`,
      words: accepted.length === 0 ? '没有' : '都注明理由和决定人',
    },
    {
      id: 'disclosure',
      name: '公开了',
      value: `${disclosure.figures - disclosure.undisclosed}个数字`,
      words: `决算表共${disclosure.figures}个，未公开${disclosure.undisclosed}个`,
    },
  ];
}
