import { formatFixed } from '../../../accounts/decimal.ts';
import { exactOf, type Figure } from '../../../figures/figure.ts';
import type { PackTable } from '../../../pack/pack.ts';
import { ROW_CODE } from '../../../figures/row-patterns.ts';
import { withoutCode } from '../../../pack/words.ts';
import { error, type Diagnostic } from '../../../source/diagnostic.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { placeOfFigure } from '../../figure-places.ts';

/** What the rows of a table list one by one, and the ids of their cells with `{科目}` for the code. */
interface Listing {
  readonly codes: readonly string[];
  readonly cells: readonly string[];
}

/** A total that a table prints contains nothing that no row of it shows. */
export const unprintedAmount: Check = {
  rule: 'unprinted-amount',
  numbers: [],
  source: '决算表各行相加等于合计',
  summary: '决算表逐类、逐经济科目列出的科目之外，不应有金额',
  run: (subject) => (subject.pack?.tables ?? []).flatMap((table) => checkTable(table, subject)),
};

function checkTable(table: PackTable, { figures, year }: CheckSubject): readonly Diagnostic[] {
  const listings = table.layout.sides.flatMap(({ rows }) => rows.flatMap(listingOf));
  const listed = new Set(listings.flatMap(({ codes }) => codes));
  const cells = new Set(listings.flatMap((one) => one.cells));
  return [...cells].flatMap((cell) => {
    const [before = '', after = ''] = cell.split(ROW_CODE);
    const hidden = figures.ids().flatMap((id): readonly Figure[] => {
      if (!id.startsWith(before) || !id.endsWith(after)) return [];
      const code = id.slice(before.length, id.length - after.length);
      return isClass(code) && !listed.has(code) ? [figures.get(id)] : [];
    });
    return hidden.flatMap((figure) => report(figure, table, placeOfFigure(figure, figures) ?? top(year)));
  });
}

/** Rows by code make themselves; a 款 stands below its 类, so that a 类 alone can be missing. */
function listingOf(rule: PackTable['layout']['sides'][number]['rows'][number]): readonly Listing[] {
  if ('classes' in rule) return [{ codes: rule.classes, cells: rule.figures }];
  if (!('economic' in rule)) return [];
  const classes = rule.subtotals === undefined ? [] : rule.economic.map((code) => code.slice(0, 3));
  return [{ codes: [...rule.economic, ...classes], cells: rule.figures }];
}

function isClass(code: string): boolean {
  return /^\d{3}$/.test(code);
}

function report(
  figure: Figure,
  { key, layout }: PackTable,
  place: Diagnostic['place'],
): readonly Diagnostic[] {
  const exact = exactOf(figure);
  if (exact?.isZero() !== false) return [];
  const message = `“${figure.label}”为 ${formatFixed(exact, 2)}${figure.unit}，《${withoutCode(layout.title)}》的合计含有它，却没有一行印它；请核对科目，或在模板包的 tables/${key}.yaml 中列出这一类`;
  return [error('unprinted-amount', message, place)];
}

function top({ accounts }: CheckSubject['year']): Diagnostic['place'] {
  return accounts.document.source.placeAt(0);
}
