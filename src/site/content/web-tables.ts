import type { Element, ElementContent, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import { elementsIn, hasClass, placedRows, type PlacedCell } from './table-cells.ts';

/**
 * Makes of the tables and forms of a part what a screen needs beyond paper: each has a name of its own, the cells of forms
 * say what they are where they stand one below another, and a table of one row stands upright on a phone.
 *
 * @param projects what forms are about, by their names
 */
export function prepareTables(root: Root, projects: ReadonlyMap<string, string>): void {
  visit(root, 'element', (node) => {
    if (node.tagName !== 'figure') return;
    const form = node.properties['dataForm'];
    if (typeof form === 'string') nameForm(node, projects.get(form));
    const [table] = elementsIn(node, 'table');
    const title = titleOf(node);
    if (table === undefined || title === undefined) return;
    node.properties['ariaLabel'] = toString(title);
    for (const cell of elementsIn(table, 'td')) unmarkLiterals(cell);
    table.children.unshift(spokenCaption(toString(title)));
    if (typeof form === 'string') labelCells(table);
    else standUpright(node, table, toString(title));
  });
}

/** Marks of literal numbers are for those who check what is printed: in hundreds of cells they would weigh on a page. */
function unmarkLiterals(cell: Element): void {
  cell.children = cell.children.flatMap((child) =>
    child.type === 'element' && child.properties['dataLiteral'] !== undefined ? child.children : [child],
  );
}

/** What a caption begins with. */
function titleOf(figure: Element): ElementContent | undefined {
  return elementsIn(figure, 'figcaption')[0]?.children[0];
}

function spokenCaption(title: string): Element {
  return h('caption', { className: ['spoken'], dataAux: true }, title);
}

/** All forms of a kind have the same title: a heading also says of what. */
function nameForm(figure: Element, project: string | undefined): void {
  const title = titleOf(figure);
  if (project !== undefined && title?.type === 'element')
    title.children.push(...['：', project].map((piece) => h('span', { dataAux: true }, piece)));
}

/** Writes on each cell of a form what heads its column. */
function labelCells(table: Element): void {
  let heads = new Map<number, string>();
  for (const row of placedRows(table)) {
    const here = row.filter(({ cell }) => hasClass(cell, 'head'));
    if (here.length > 0) heads = new Map(here.map(({ cell, column }) => [column, toString(cell)]));
    for (const { cell, column } of row) {
      const head = heads.get(column);
      const empty = hasClass(cell, 'dash') || cell.children.length === 0;
      if (cell.tagName === 'td' && head !== undefined && !empty) cell.properties['dataLabel'] = head;
    }
  }
}

/** The group of columns that readers look for first, and the one to compare it with. */
const GROUPS = ['决算数', '预算数'];

/** Adds a table of one row, with budget and outturn side by side, a second time with a row for each item, outturn first. */
function standUpright(figure: Element, table: Element, title: string): void {
  const [head, body] = ['thead', 'tbody'].map((name) => elementsIn(table, name)[0]);
  const rows = head && placedRows(head);
  const cells = body && placedRows(body);
  const groups = GROUPS.flatMap((name) => rows?.[0]?.filter(({ cell }) => toString(cell) === name) ?? []);
  const [outturn, budget] = groups;
  if (rows === undefined || cells?.length !== 1 || outturn === undefined || budget === undefined) return;
  const at = (column: number): Element | undefined => cells[0]?.find((one) => one.column === column)?.cell;
  const items = Array.from({ length: outturn.columns }, (_, index) => {
    const values = [outturn, budget].map(({ column }) => at(column + index)?.children ?? []);
    return h('tr', [
      h('th', { scope: 'row' }, itemName(rows, outturn.column + index)),
      ...values.map((value) => h('td', { className: ['amount'] }, structuredClone(value))),
    ]);
  });
  const upright = h('table', { className: ['upright'], dataAux: true }, [
    spokenCaption(title),
    h('thead', [
      h('tr', [h('th', { scope: 'col' }, '项目'), ...GROUPS.map((name) => h('th', { scope: 'col' }, name))]),
    ]),
    h('tbody', items),
  ]);
  figure.children.splice(1, 0, upright);
}

/** The heads of a column below its group, without its number. */
function itemName(rows: readonly (readonly PlacedCell[])[], at: number): string {
  return rows
    .slice(1)
    .flat()
    .filter(({ column, columns }) => column <= at && at < column + columns)
    .map(({ cell }) => toString(cell))
    .filter((text) => !/^\d*$/.test(text))
    .join('：');
}
