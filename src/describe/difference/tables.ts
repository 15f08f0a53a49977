import type { Conventions, Pack, PackTable } from '../../pack/pack.ts';
import type { RowRule, TableLayout } from '../../pack/table-schema.ts';
import { contrast } from './contrast.ts';
import { gridColumns } from './grid-columns.ts';
import { compareMembers, sharedKeys } from './members.ts';
import { widthsText } from './widths.ts';
import { tableStyleText } from './number-style.ts';
import { both, type Pair, type Slugs } from './pair.ts';
import { compareSequences, type Item } from './sequence.ts';

/** Which statutory tables packs print, in which order, and what differs in those that both print. */
export function compareTables(packs: Pair<Pack>, slugs: Slugs): readonly string[] {
  return compareLayouts('决算表', packs, slugs, ({ tables }) => tables);
}

/** Which sheets packs can read besides, and what differs in those that both can. */
export function compareSheets(packs: Pair<Pack>, slugs: Slugs): readonly string[] {
  const aliases = both(
    packs,
    ({ sheets }) => new Map(sheets.map(({ key, layout }) => [key, layout.aliases.join('、')])),
  );
  return [
    ...compareLayouts(SHEETS, packs, slugs, ({ sheets }) => sheets),
    ...sharedKeys(aliases).flatMap((key) =>
      contrast(
        `${SHEETS} ${key} 的又名`,
        slugs,
        both(aliases, (all) => all.get(key)),
      ),
    ),
  ];
}

const SHEETS = '只读的表';

function compareLayouts(
  about: string,
  packs: Pair<Pack>,
  slugs: Slugs,
  of: (pack: Pack) => readonly PackTable[],
): readonly string[] {
  const tables = both(packs, (pack) => new Map(of(pack).map((table) => [table.key, table])));
  const titles = both(tables, (all) => new Map([...all].map(([key, { layout }]) => [key, layout.title])));
  const conventions = both(packs, (pack) => pack.conventions);
  return [
    ...compareMembers({ about, measure: '张', titles }, slugs),
    ...sharedKeys(tables).flatMap((key) => {
      const [a, b] = [tables.a.get(key), tables.b.get(key)];
      return a === undefined || b === undefined
        ? []
        : compareTable(`${about} ${key}`, { a, b }, conventions, slugs);
    }),
  ];
}

function compareTable(
  about: string,
  tables: Pair<PackTable>,
  conventions: Pair<Conventions>,
  slugs: Slugs,
): readonly string[] {
  const layouts = both(tables, ({ layout }) => layout);
  const columns = both(layouts, columnsOf);
  const style = {
    a: tableStyleText(conventions.a, layouts.a.style),
    b: tableStyleText(conventions.b, layouts.b.style),
  };
  return [
    ...Object.values(ENTRIES).flatMap(([name, of]) =>
      contrast(`${about} 的${name}`, slugs, both(layouts, of)),
    ),
    ...contrast(`${about} 的数字`, slugs, style),
    ...compareSequences(`${about} 的栏`, slugs, columns),
    // Of other columns, other widths are nothing to tell.
    ...(columns.a.length === columns.b.length
      ? contrast(
          `${about} 的列宽`,
          slugs,
          both(layouts, ({ widths }) => widthsText(widths)),
        )
      : []),
    ...compareSequences(`${about} 的行`, slugs, both(layouts, rowsOf)),
  ];
}

function isNumbered(cells: TableLayout['head'][number]): boolean {
  return cells.some(({ text }) => /^\d+$/.test(text));
}

/** What a table prints besides its columns, rows and numbers: its other entries, each with its name in the file. */
const ENTRIES: Readonly<
  Record<
    Exclude<keyof TableLayout, 'style' | 'widths' | 'head' | 'sides' | 'footer'> | 'columnNumbers',
    readonly [name: string, of: (layout: TableLayout) => string | undefined]
  >
> = {
  title: ['标题', ({ title }) => title],
  number: ['编号', ({ number }) => number],
  orientation: ['纸向', ({ orientation }) => orientation],
  dense: ['密排', ({ dense }) => dense ?? '否'],
  note: ['注', ({ note }) => note],
  empty: ['空表说明', ({ empty }) => empty],
  columnNumbers: ['栏次', ({ head }) => (head.some(isNumbered) ? '印' : '不印')],
};

function columnsOf({ head }: TableLayout): readonly Item[] {
  // Numbers of columns follow from the columns.
  const named = head.filter((cells) => !isNumbered(cells));
  return gridColumns(named).map((says) => ({ name: '', says }));
}

/** All rows, those of one side after those of the other, and what stands below them. */
function rowsOf({ sides, footer }: TableLayout): readonly Item[] {
  return [
    ...sides.flatMap(({ labels, rows }) => [
      { name: '', says: `标签列 ${labels.join('、')}` },
      ...rows.map((rule) => ({ name: '', says: rowText(rule) })),
    ]),
    ...(footer ?? []).map(({ label, columns, figure }) => ({
      name: '',
      says: `末行 ${label}${columns === 1 ? '' : `（跨 ${columns} 列）`}：${figure}`,
    })),
  ];
}

/** What a rule makes rows of, and which figures stand in them. */
function rowText(rule: RowRule): string {
  if ('blank' in rule) return `空行 ${rule.blank}${firstLineText(rule)}`;
  return `${rowName(rule)}：${rule.figures.map((id) => (id === '' ? '空' : id)).join('、')}`;
}

function rowName(rule: Exclude<RowRule, { readonly blank: unknown }>): string {
  if ('label' in rule) return rule.line === '' ? rule.label : `${rule.label}（行次 ${rule.line}）`;
  if ('total' in rule) return `合计行 ${rule.total}`;
  if ('levels' in rule) return `逐科目 ${rule.levels.join('、')}`;
  if ('list' in rule) return `逐项 ${rule.list}`;
  if ('classes' in rule) return `逐类 ${rule.classes.join('、')}${firstLineText(rule)}`;
  return `逐经济科目 ${rule.economic.join('、')}`;
}

function firstLineText({ firstLine }: { readonly firstLine: number | undefined }): string {
  return firstLine === undefined ? '' : `（行次自 ${firstLine}）`;
}
