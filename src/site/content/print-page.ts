import type { ElementContent } from 'hast';
import { bookletCharts } from '../../charts/booklet-charts.ts';
import type { Chart } from '../../charts/chart.ts';
import type { DocumentPart } from '../../document/booklet-document.ts';
import type { SitePage } from '../meta/site-page.ts';
import type { BookletEntry } from '../model.ts';
import { printContent } from './print-content.ts';

/** The whole booklet on one page, from which the PDF is printed. */
export interface PrintPage {
  readonly frame: SitePage;
  /** What the head of each sheet says, where that is not the title. */
  readonly runningHead: string | undefined;
  readonly charts: readonly Chart[];
  readonly parts: readonly (Pick<DocumentPart, 'key' | 'title' | 'hidden'> & {
    readonly content: readonly ElementContent[];
  })[];
}

/** What is printed of a booklet. */
export function printPage({ unit, booklet }: BookletEntry): PrintPage {
  const { title, parts, runningHead } = booklet.render();
  const signs = booklet.source.pack.conventions.comparisonSigns === '≥≤';
  const folder = `/${booklet.slug}/${booklet.folder}`;
  return {
    frame: {
      title,
      description: `${title}全文，供打印。`,
      unit,
      booklet,
      stylesheets: [`${folder}/columns.css`, `${folder}/print/pages.css`],
    },
    runningHead: runningHead === title ? undefined : runningHead,
    charts: booklet.source.pack.charts
      ? bookletCharts(booklet.source).filter(({ flow }) => flow === undefined)
      : [],
    parts: parts.map((part) => ({ ...part, content: printContent(part.content, signs) })),
  };
}
