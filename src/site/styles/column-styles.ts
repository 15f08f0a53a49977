import type { BookletDocument } from '../../document/booklet-document.ts';
import type { TableView } from '../../document/table-view.ts';
import { cssString } from './css-string.ts';

/**
 * A stylesheet with the widths of the columns of all tables and forms of a booklet. They are a pack's own, so no
 * common stylesheet knows them, and a page's safety policy refuses styles in its text.
 */
export function columnStyles({ tables, forms }: BookletDocument): string {
  const alike = Map.groupBy([...tables, ...forms], ({ widths }) => widths.join(' '));
  return [...alike.values()].flatMap((views) => columnRules(views)).join('\n');
}

function columnRules(views: readonly TableView[]): readonly string[] {
  const widths = views[0]?.widths ?? [];
  const total = widths.reduce((sum, width) => sum + width, 0);
  const sheets = views.map(
    ({ kind, key }) => `[data-${kind === 'form' ? 'form' : 'table'}=${cssString(key)}]`,
  );
  return widths.map(
    (width, index) =>
      `:is(${sheets.join(',')}) col:nth-child(${index + 1}){width:${((100 * width) / total).toFixed(2)}%}`,
  );
}
