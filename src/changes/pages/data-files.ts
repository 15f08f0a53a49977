import type { Licence } from '../../accounts/schema/imprint.ts';
import { FILES, partFile, tableFile } from '../../compile/published-files.ts';
import type { TableView } from '../../document/table-view.ts';
import { flatTable } from '../../outputs/data/flat-table.ts';
import { columnStyles } from '../../site/styles/column-styles.ts';
import { pageStyles } from '../../site/styles/print-pages.ts';
import { printText, publicationText, type PagedBooklet } from './booklet-pages.ts';
import { contentText, type Pages, type PageText } from './page-text.ts';

/** What the files beside a booklet's pages hold. */
export function bookletFiles(paged: PagedBooklet): Pages {
  const { booklet, document, licence, foot, figures, partPdfs } = paged;
  const { slug, folder: name, unit } = booklet;
  const { title, cover, runningHead, parts, tables, forms } = document;
  const folder = `${slug}/${name}`;
  const at = (path: string): string => `${folder}/${path}`;
  const flat = tables.map(flatTable);
  const columns = columnStyles(document);
  const styles = pageStyles(document);
  const named = [unit.name, title];
  const texts = parts.map((part) => [part.title, part.hidden, contentText(part.content)]);
  const views = [...tables, ...forms].map(viewText);
  return new Map<string, PageText>([
    ...flat.map(
      (table) => [at(tableFile(table).path), [table.fields.map(({ name }) => name), table.rows]] as const,
    ),
    [at(FILES.figures.path), figures],
    [at(FILES.dataPackage.path), [named, flat, figures, licenceText(licence)]],
    [
      at(FILES.workbook.path),
      [named, tables.map((view) => [viewText(view), view.body.flat().map(({ figure }) => figure?.value)])],
    ],
    [at(FILES.word.path), [named, cover, runningHead, texts, views, foot, publicationText(booklet)]],
    [at(FILES.pdf.path), [named, runningHead, printText(paged), views, columns, styles]],
    ...(partPdfs ? parts : []).map(
      (part, index) =>
        [at(partFile(part).path), [named, runningHead, texts[index], views, columns, styles]] as const,
    ),
    [at('columns.css'), columns],
    [at('print/pages.css'), styles],
  ]);
}

/** On what terms data may be used. */
export function licenceText(licence: Licence | undefined): PageText {
  return licence && [licence.name, licence.address];
}

/** A table as it is laid out on paper. */
function viewText({
  key,
  title,
  number,
  subtitle,
  note,
  unitName,
  moneyUnit,
  orientation,
  dense,
  widths,
  head,
  body,
}: TableView): PageText {
  const cells = [...head, ...body].map((row) =>
    row.map(({ kind, text, columns, rows, depth }) => [kind, text, columns, rows, depth]),
  );
  return [key, title, number, subtitle, note, unitName, moneyUnit, orientation, dense, widths, cells];
}
