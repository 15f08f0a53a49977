import type { FormKind, FormMoney } from '../../accounts/forms/form-kind.ts';
import type { FormCell, FormRow } from '../../pack/form-schema.ts';
import type { Pack, PackForm } from '../../pack/pack.ts';
import { contrast } from './contrast.ts';
import { compareMembers, sharedKeys } from './members.ts';
import { widthsText } from './widths.ts';
import { both, type Pair, type Slugs } from './pair.ts';
import { compareScales } from './requirements.ts';
import { compareSequences, type Item } from './sequence.ts';

/** Which kinds of self-evaluation forms packs have, and what differs in those that both have. */
export function compareForms(packs: Pair<Pack>, slugs: Slugs): readonly string[] {
  const forms = both(packs, (pack) => new Map(pack.forms.map((form) => [form.kind.key, form])));
  const titles = both(forms, (all) => new Map([...all].map(([key, { kind }]) => [key, kind.title])));
  return [
    ...compareMembers({ about: '自评表', measure: '种', titles }, slugs),
    ...sharedKeys(forms).flatMap((key) => {
      const [a, b] = [forms.a.get(key), forms.b.get(key)];
      if (a === undefined || b === undefined) return [];
      const scales = { a: scaleOf(a, packs.a), b: scaleOf(b, packs.b) };
      return [...compareForm(key, { a, b }, slugs), ...compareScales(`自评表 ${key} 的`, scales, slugs)];
    }),
  ];
}

function scaleOf({ scoring }: PackForm, pack: Pack) {
  return { own: scoring, common: pack.scoring };
}

function compareForm(key: string, forms: Pair<PackForm>, slugs: Slugs): readonly string[] {
  const about = `自评表 ${key}`;
  const says = (what: string, say: (form: PackForm) => string | undefined): readonly string[] =>
    contrast(`${about} 的${what}`, slugs, both(forms, say));
  return [
    ...KIND.flatMap(([what, say]) => says(what, ({ kind }) => say(kind))),
    ...says('标题', ({ layout }) => layout?.title),
    ...says('年度行', ({ layout }) => layout?.yearLine),
    ...says('列宽', ({ layout }) => layout && widthsText(layout.widths)),
    ...compareSequences(
      `${about} 的行`,
      slugs,
      both(forms, ({ layout }) => (layout?.rows ?? []).map(rowItem)),
    ),
  ];
}

const COUNTS = { one: '一张', 'per-project': '每个项目一张', any: '不限' } as const;

/** What a kind is, in the words of pack.yaml. */
const KIND: readonly (readonly [what: string, say: (kind: FormKind) => string | undefined])[] = [
  ['全称', ({ title }) => title],
  ['称', ({ called }) => called],
  ['张数', ({ count }) => COUNTS[count]],
  ['名称栏', ({ nameKey }) => nameKey],
  ['附', ({ linked }) => (linked ? '链接' : '自评表')],
  ['资金', ({ money }) => money && moneyText(money)],
  ['执行得分', ({ executionPoints }) => (executionPoints ? '是' : undefined)],
  [
    '指标',
    ({ indicators }) => indicators && `${indicators.levels} 级 ${indicators.columns.join('、')}`.trim(),
  ],
  ['执行数应为', ({ outturn }) => outturn],
];

function moneyText({ total, rows }: FormMoney): string {
  const own = rows?.map(({ name, optional }) => (optional ? `${name}（可无）` : name)).join('、');
  return `${total}：${own ?? '按来源'}`;
}

function rowItem(row: FormRow): Item {
  if ('perSource' in row) return { name: '', says: `逐来源 ${cellsText(row.perSource)}` };
  if ('perIndicator' in row) return { name: '', says: `逐指标 ${cellsText(row.perIndicator)}` };
  const condition = row.when === undefined ? '' : `有“${row.when}”才印 `;
  const heading = row.heading === undefined ? '' : '表头 ';
  return { name: '', says: condition + heading + cellsText(row.cells) };
}

function cellsText(cells: readonly FormCell[]): string {
  return cells.map((cell) => cellText(cell) + spanText(cell)).join('｜');
}

function cellText(cell: FormCell): string {
  if ('text' in cell) return cell.text + rowsFromText(cell);
  return 'value' in cell ? `值 ${cell.value}` : `数 ${cell.figure}（${cell.format}）`;
}

function rowsFromText(cell: object): string {
  const from = 'rowsFrom' in cell ? cell.rowsFrom : undefined;
  return from === undefined ? '' : `（跨行随${String(from)}）`;
}

function spanText({ columns, rows }: FormCell): string {
  return columns === 1 && rows === 1 ? '' : `（跨 ${columns} 列 ${rows} 行）`;
}
