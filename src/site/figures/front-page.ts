import { sentenceText } from '../../charts/chart.ts';
import { titleLines } from '../../document/title-lines.ts';
import { datasetDescription } from '../meta/dataset.ts';
import type { SitePage } from '../meta/site-page.ts';
import type { BookletEntry } from '../model.ts';
import { disclosureOf } from './disclosure.ts';
import { headline } from './main-figures.ts';

/** A booklet's front page. */
export interface FrontPage {
  readonly frame: SitePage;
  /** The booklet's title in pieces that should not be broken. */
  readonly titlePieces: readonly string[];
  /** Said where something in the tables is not disclosed. */
  readonly notice: string | undefined;
}

/** What a booklet's front page says beside its figures. */
export function frontPage({ unit, booklet }: BookletEntry): FrontPage {
  const document = booklet.render();
  const { title, tables } = document;
  const { figures, undisclosed } = disclosureOf(document);
  const mark = booklet.source.pack.conventions.undisclosed;
  return {
    frame: {
      title,
      description: `${title}。${sentenceText(headline(booklet))}主要数字、图解、情况说明和${tables.length}张决算表。`,
      unit,
      booklet,
      data: datasetDescription(booklet),
    },
    titlePieces: titleLines(title, booklet.unit.name),
    notice:
      undisclosed > 0
        ? `决算表共${figures}个数字，其中${undisclosed}个未公开，表中以“${mark}”表示。`
        : undefined,
  };
}
