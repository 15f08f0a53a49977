import { Document, Packer, Paragraph, StyleLevel, TableOfContents } from 'docx';
import type { Booklet } from '../../compile/booklet.ts';
import { coverOf } from './cover.ts';
import { editionPages, type EditionNotice } from './edition-notice.ts';
import { Lists } from './lists.ts';
import { section, SHAPE, type PageRun } from './pages.ts';
import { partPages, viewFinder } from './part-pages.ts';
import { FORM_TITLE_NAME, STYLE, STYLES } from './styles.ts';
import { packageOfDay } from './word-package.ts';

const CONTENTS = '目录';

/**
 * A booklet for Word, from the same document as its pages and its PDF. The same booklet gives the same bytes.
 *
 * @param notice what stands behind its parts: no text of its own
 */
export async function wordBooklet(
  booklet: Pick<Booklet, 'unit' | 'year' | 'publication' | 'render'>,
  notice?: EditionNotice,
): Promise<Uint8Array> {
  const document = booklet.render();
  const { title, runningHead, parts, tables, forms } = document;
  const context = { viewOf: viewFinder(tables, forms), lists: new Lists() };
  const runs: readonly PageRun[] = [
    { shape: SHAPE.cover, head: undefined, children: coverOf(document, booklet.unit.name) },
    { shape: SHAPE.overview, head: CONTENTS, children: contents() },
    ...parts.flatMap((part) => partPages(part, context)),
    ...(notice === undefined ? [] : [editionPages(notice)]),
  ];
  const file = new Document({
    title,
    creator: booklet.unit.name,
    lastModifiedBy: booklet.unit.name,
    styles: STYLES,
    // Only Word knows on which pages headings stand.
    features: { updateFields: true },
    sections: runs.map((run) => section(run, runningHead, booklet.publication.draft)),
  });
  const bytes = await Packer.toBuffer(file);
  // No clock: the date of the file is the day for which the accounts were closed.
  return packageOfDay(bytes, booklet.year, 12, 31);
}

/** Lists parts, their sections, the statutory tables and the forms, as the print does. */
function contents(): readonly (Paragraph | TableOfContents)[] {
  return [
    new Paragraph({ style: STYLE.contentsTitle, text: CONTENTS }),
    new TableOfContents(CONTENTS, {
      hyperlink: true,
      headingStyleRange: '1-2',
      stylesWithLevels: [new StyleLevel(FORM_TITLE_NAME, 3)],
    }),
  ];
}
