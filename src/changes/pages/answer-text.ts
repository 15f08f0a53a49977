import { bookletCharts } from '../../charts/booklet-charts.ts';
import { chartCsv } from '../../charts/chart-csv.ts';
import { chartSvg } from '../../charts/chart-file.ts';
import { describeChart } from '../../charts/chart.ts';
import { threePublicKinds, type ThreePublicKind } from '../../charts/three-public.ts';
import type { Booklet } from '../../compile/booklet.ts';
import { gradesInBrief } from '../../site/answers/grades-in-brief.ts';
import { assessmentOf, type Assessed } from '../../site/answers/performance.ts';
import { bodyPages } from '../../site/hub/three-public-bodies.ts';
import { chartFile, EMBED } from '../../site/answers/embedded-charts.ts';
import { largestChangesOf } from '../../site/answers/largest-changes.ts';
import type { BookletSummary } from '../../summary/booklet-summary.ts';
import { saidInPrint } from '../charts.ts';
import { amount, Made, sentence, type PageText } from './page-text.ts';
import { supersededText } from './superseded-text.ts';

/** What the page of a booklet's three public expenses says. */
export function threePublicText(booklet: Booklet): PageText {
  return threePublicKinds(booklet.source).map(kindText);
}

function kindText({ figure, name, parts, budget, change, counts, reasons }: ThreePublicKind): PageText {
  return [
    [name.text, amount(figure), figure.unit],
    [parts, budget, change, counts].map(sentence),
    reasons.map(({ of, text }) => [of, text]),
  ];
}

/**
 * What the pages say on which the three public expenses of all bodies in a year stand side by side, by their paths.
 *
 * @param years all that have such pages, newest first
 */
export function bodiesTexts(
  year: number,
  years: readonly number[],
  booklets: readonly BookletSummary[],
): readonly (readonly [string, PageText])[] {
  return bodyPages(year, booklets).map((rows, index, { length }) => [
    `three-public/${year}/${index === 0 ? '' : `${index + 1}/`}index.html`,
    [
      [years, length],
      rows.map(({ booklet: { slug, name }, total, kinds }) => [slug, name, [total, ...kinds].map(kindText)]),
    ],
  ]);
}

/** What the page of a booklet's projects says. */
export function performanceText(booklet: Booklet): PageText {
  const { projects, whole } = assessmentOf(booklet);
  return [gradesInBrief(projects), projects.map(assessedText), whole.map(assessedText)];
}

function assessedText({ name, score, grade, money, missed, execution, link }: Assessed): PageText {
  return [
    [name, score && amount(score), grade?.name, sentence(money), sentence(execution), link?.target],
    missed.map(({ name: indicator, target, actual, points, reason }) => [
      [indicator, target, actual],
      [sentence(points), reason],
    ]),
  ];
}

/** What a booklet's charts say by themselves, by the paths of their pages and files from the front page. */
export function embeddedTexts(
  booklet: Booklet,
  title: string,
  site: string,
): readonly (readonly [string, PageText])[] {
  return bookletCharts(booklet.source).flatMap((chart) => {
    const picture = new Made([{ ...chart, meanings: undefined }, title], () => chartSvg(chart, title));
    return [
      [
        `${EMBED}/${chart.key}/index.html`,
        [site, title, supersededText(booklet), ...saidInPrint(chart), describeChart(chart)],
      ] as const,
      [chartFile(chart, 'svg'), picture] as const,
      [chartFile(chart, 'png'), picture] as const,
      [chartFile(chart, 'csv'), chartCsv(chart)] as const,
    ];
  });
}

/** What a front page says of the largest changes. */
export function largestText(booklet: Booklet): PageText {
  const { changes, nothing } = largestChangesOf(booklet);
  return [
    nothing,
    changes.map(({ name, change, reasons }) => [
      [name.text, sentence(change)],
      reasons.map(({ of, text }) => [of?.label, text]),
    ]),
  ];
}
