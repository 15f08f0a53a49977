import type { Element, ElementContent } from 'hast';
import type { BookletDocument, DocumentPart } from '../../document/booklet-document.ts';
import { numberedTitle, type TableView } from '../../document/table-view.ts';
import type { PageLayout } from '../../pack/page-layout-schema.ts';
import { cssString } from './css-string.ts';
import { layoutProperties } from './layout-properties.ts';
import { numberRules } from './page-number.ts';
import { lyingShape, uprightShape, type PageShape } from './page-shape.ts';
import { runningHead, sideTitle } from './running-head.ts';

/** Pages of a kind: which elements stand on them, what their head says beside the booklet's title, and their shape. */
interface PageKind {
  readonly selector: string;
  readonly head: string;
  readonly shape: PageShape;
  /** Other shapes that they can be given, by the names that the print puts into `data-room` of such an element. */
  readonly others?: Readonly<Record<string, PageShape>>;
}

/** What of a booklet has pages of its own. */
export interface PrintedParts extends Pick<BookletDocument, 'runningHead' | 'layout' | 'sharedSheets'> {
  readonly parts: readonly Pick<DocumentPart, 'key' | 'title' | 'content'>[];
  readonly tables: readonly Pick<TableView, 'key' | 'title' | 'number' | 'orientation' | 'empty'>[];
}

/**
 * The stylesheet of a booklet's printed pages: sizes, margins and typefaces of its layout, and pages of their own for every
 * part, table and form, whose head says what is on them: so that a table that goes on for pages tells its name on each.
 */
export function pageStyles(printed: PrintedParts): string {
  const { layout } = printed;
  const text = uprightShape(layout.text, layout);
  const kinds = pageKinds(printed, text);
  return [
    `.print{${layoutProperties(layout, text)}}`,
    `@page{${text.rules}}`,
    ...(layout.head ? [runningHead()] : []),
    numberRules('@page', layout, false),
    COVER,
    ...kinds.map((kind, index) => kindRules(kind, `page-${index + 1}`, printed)),
    ...sharingRules(printed),
  ].join('\n');
}

const BOXES = ['top-left', 'top-right', 'bottom-left', 'bottom-center', 'bottom-right'];
const COVER = `@page cover{margin:0;${BOXES.map((box) => `@${box}{content:none;border:none}`).join('')}}`;

function pageKinds(printed: PrintedParts, text: PageShape): readonly PageKind[] {
  const { layout, parts } = printed;
  const overview = uprightShape(layout.overview, layout);
  const formPart = parts.find(({ content }) => content.some(hasForm));
  return [
    { selector: '.contents', head: '目录', shape: overview },
    { selector: '.at-a-glance', head: '一图看懂', shape: overview },
    ...parts.map(({ key, title }) => ({ selector: attribute('part', key), head: title, shape: text })),
    ...(formPart ? [{ selector: '.form', head: formPart.title, ...sheetShapes('portrait', layout) }] : []),
    ...sheets(printed).map((tables) => ({
      selector: selectorOf(tables),
      head: tables.length === 1 && tables[0] ? numberedTitle(tables[0]) : numbersOf(tables),
      ...sheetShapes(tables[0]?.orientation ?? 'portrait', layout),
    })),
  ];
}

/** The pages of a table: what goes over by a few rows gets narrower margins, and what is too wide for an upright sheet a lying one. */
function sheetShapes(
  orientation: TableView['orientation'],
  layout: PageLayout,
): Pick<PageKind, 'shape' | 'others'> {
  const tight = lyingShape(layout.wideTight);
  if (orientation === 'landscape') return { shape: lyingShape(layout.wide), others: { tight } };
  const others = { tight: uprightShape(layout.uprightTight, layout), turned: tight };
  return { shape: uprightShape(layout.upright, layout), others };
}

/** The tables of each sheet: where the pack allows it, empty ones of one orientation that follow one another share theirs. */
function sheets({ tables, sharedSheets }: PrintedParts): readonly PrintedParts['tables'][] {
  const groups: PrintedParts['tables'][number][][] = [];
  for (const table of tables) {
    const last = groups.at(-1)?.at(-1);
    const shares = sharedSheets && table.empty && last?.empty && last.orientation === table.orientation;
    if (shares === true) groups.at(-1)?.push(table);
    else groups.push([table]);
  }
  return groups;
}

function sharingRules(printed: PrintedParts): readonly string[] {
  const following = sheets(printed).flatMap((tables) => tables.slice(1));
  return following.length === 0 ? [] : [`.print ${selectorOf(following)}{break-before:auto;margin-top:12mm}`];
}

function selectorOf(tables: PrintedParts['tables']): string {
  return `:is(${tables.map(({ key }) => attribute('table', key)).join(',')})`;
}

function numbersOf(tables: PrintedParts['tables']): string {
  return tables.map(({ title, number }) => number ?? title).join('、');
}

function kindRules(
  { selector, head, shape, others = {} }: PageKind,
  name: string,
  printed: PrintedParts,
): string {
  return [
    shapeRules({ selector, head, shape, name }, printed),
    ...Object.entries(others).map(([room, other]) =>
      shapeRules(
        { selector: `${selector}[data-room=${room}]`, head, shape: other, name: `${name}-${room}` },
        printed,
      ),
    ),
  ].join('');
}

function shapeRules(
  { selector, head, shape, name }: Pick<PageKind, 'selector' | 'head' | 'shape'> & { readonly name: string },
  { layout, runningHead: title }: PrintedParts,
): string {
  const { rules, sides, width, height, lying } = shape;
  const [right, left] = sides ?? [];
  return [
    `.print ${selector}{page:${name};--room-width:${width}mm;--room-height:${height}mm}`,
    `@page ${name}{${rules}${layout.head ? sideTitle(head, title, width) : ''}}`,
    ...(right === undefined ? [] : [`@page ${name}:right{${right}}`]),
    ...(left === undefined ? [] : [`@page ${name}:left{${left}}`]),
    ...(lying ? [numberRules(`@page ${name}`, layout, true)] : []),
  ].join('');
}

function attribute(name: 'part' | 'table', key: string): string {
  return `[data-${name}=${cssString(key)}]`;
}

function hasForm(node: ElementContent): boolean {
  return node.type === 'element' && isForm(node);
}

function isForm({ properties, children }: Element): boolean {
  return properties['dataForm'] !== undefined || children.some(hasForm);
}
