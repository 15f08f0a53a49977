import type { FormCell, FormLayout, FormRow } from '../../pack/form-schema.ts';
import type { Pack } from '../../pack/pack.ts';
import { contrast } from './contrast.ts';
import { compareMembers, sharedKeys } from './members.ts';
import { both, type Pair, type Slugs } from './pair.ts';
import { compareSequences, type Item } from './sequence.ts';

/** Which self-evaluation forms packs print, and what differs in those that both have. */
export function compareForms(packs: Pair<Pack>, slugs: Slugs): readonly string[] {
  const forms = both(packs, (pack) => new Map<string, FormLayout>(Object.entries(pack.forms)));
  const titles = both(forms, (all) => new Map([...all].map(([key, { title }]) => [key, title])));
  return [
    ...compareMembers({ about: '自评表', measure: '种', titles }, slugs),
    ...sharedKeys(forms).flatMap((key) => {
      const [a, b] = [forms.a.get(key), forms.b.get(key)];
      return a === undefined || b === undefined ? [] : compareForm(key, { a, b }, slugs);
    }),
  ];
}

function compareForm(key: string, forms: Pair<FormLayout>, slugs: Slugs): readonly string[] {
  const about = `自评表 ${key}`;
  return [
    ...contrast(
      `${about} 的标题`,
      slugs,
      both(forms, ({ title }) => title),
    ),
    ...contrast(
      `${about} 的年度行`,
      slugs,
      both(forms, ({ yearLine }) => yearLine),
    ),
    ...compareSequences(
      `${about} 的行`,
      slugs,
      both(forms, ({ rows }) => rows.map(rowItem)),
    ),
  ];
}

function rowItem(row: FormRow): Item {
  if ('perSource' in row) return { name: '', says: `逐来源 ${cellsText(row.perSource)}` };
  if ('perIndicator' in row) return { name: '', says: `逐指标 ${cellsText(row.perIndicator)}` };
  const condition = row.when === undefined ? '' : `有“${row.when}”才印 `;
  return { name: '', says: condition + cellsText(row.cells) };
}

function cellsText(cells: readonly FormCell[]): string {
  return cells.map((cell) => cellText(cell) + spanText(cell)).join('｜');
}

function cellText(cell: FormCell): string {
  if ('text' in cell) return cell.text;
  return 'value' in cell ? `值 ${cell.value}` : `数 ${cell.figure}（${cell.format}）`;
}

function spanText({ columns, rows }: FormCell): string {
  return columns === 1 && rows === 1 ? '' : `（跨 ${columns} 列 ${rows} 行）`;
}
