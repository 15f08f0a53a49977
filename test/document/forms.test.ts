import { beforeAll, describe, expect, it } from 'vitest';
import type { TableCell, TableView } from '../../src/document/table-view.ts';
import { compiled } from '../support/compiled.ts';
import { edited, realFiles } from '../support/project.ts';

/** Whether the cells of a table fill its columns and rows, each place once. */
function covers({ widths, body }: TableView): boolean {
  const taken = new Set<string>();
  body.forEach((row, line) => {
    let column = 0;
    for (const { columns, rows } of row) {
      while (taken.has(`${line} ${column}`)) column += 1;
      for (let down = 0; down < rows; down += 1)
        for (let across = 0; across < columns; across += 1) taken.add(`${line + down} ${column + across}`);
    }
  });
  const places = body.flatMap((_, line) => widths.map((_, column) => `${line} ${column}`));
  return taken.size === places.length && places.every((place) => taken.has(place));
}

/** The forms of a unit's booklets, the latest booklet last. */
async function formsOf(slug: string): Promise<readonly TableView[]> {
  const booklets = compiled(await realFiles(slug)).units[0]?.booklets ?? [];
  return booklets.flatMap((booklet) => booklet.render().forms);
}

/** `row:合计`, and how many columns and rows it spans; long texts are cut. */
function shown({ kind, text, columns, rows }: TableCell): string {
  const span = columns * rows === 1 ? '' : ` ${columns}×${rows}`;
  return `${kind}:${text.slice(0, 8)}${span}`;
}

describe('a self-evaluation form', () => {
  let real: readonly TableView[];
  let bureau: readonly TableView[];

  beforeAll(async () => {
    real = await formsOf('changji-sme');
    bureau = await formsOf('demo-bureau');
  });

  const rowsOf = (forms: readonly TableView[], key: string): readonly string[] =>
    (forms.findLast((form) => form.key === key)?.body ?? []).map((row) => row.map(shown).join(' | '));

  it('has cells that leave no place empty and take none twice', () => {
    const forms = [...real, ...bureau];
    expect(forms.length).toBeGreaterThan(30);
    expect(forms.filter((form) => !covers(form)).map(({ key }) => key)).toEqual([]);
  });

  it('of a project has its money by source, its goals, its indicators and its score', () => {
    const rows = rowsOf(real, 'project-8');
    expect(rows.slice(0, 7)).toEqual([
      'row:项目名称 2×1 | text:2023年度单位 7×1',
      'row:主管部门 2×1 | text:昌吉回族自治州中 3×1 | row:实施单位 | text:昌吉回族自治州中 3×1',
      'group:项目资金（万元） 1×4 | blank: 2×1 | head:年初预算数 | head:全年预算数 | head:全年执行数 | head:分值 | head:执行率 | head:得分',
      'row:年度资金总额 2×1 | amount:36.58 | amount:36.58 | amount:4.57 | amount:10 | amount:12.49% | amount:0.00',
      'row:其中：当年财政拨 2×1 | amount:0.00 | amount:0.00 | amount:0.00 | dash:— | dash:— | dash:—',
      'row:其他资金 2×1 | amount:36.58 | amount:36.58 | amount:4.57 | dash:— | dash:— | dash:—',
      'group:年度总体目标 1×2 | head:预期目标 4×1 | head:实际完成情况 4×1',
    ]);
    expect(rows[9]).toBe(
      'text:产出指标 1×5 | text:数量指标 1×3 | text:保障单位工作人员 | text:≤1人 | text:=1% | amount:10 | amount:10.00 | text:',
    );
    expect(rows[10]).toBe(
      'text:办公场所保养设施 | text:>=2次 | text:=0次 | amount:10 | amount:0.00 | text:此项目为单位保障',
    );
    expect(rows.at(-1)).toBe('row:总分 6×1 | amount:100 | amount:60.88分 | blank:');
  });

  it('of a project has a row for money carried over, and the body that carries it out, where there are', () => {
    const rows = rowsOf(bureau, 'project-1');
    expect(rows[1]).toBe(
      'row:主管部门 2×1 | text:示例市政务服务局 3×1 | row:实施单位 | text:示例市政务服务中 3×1',
    );
    expect(rows[2]).toMatch(/^group:项目资金（万元） 1×5 /);
    expect(rows[5]).toBe(
      'row:上年结转资金 2×1 | amount:0.00 | amount:21.61 | amount:21.61 | dash:— | dash:— | dash:—',
    );
  });

  it('of all expenditure has a row for each source, a stroke where it says nothing, and their sums', () => {
    expect(rowsOf(real, 'overall').slice(0, 8)).toEqual([
      'row:部门（单位）名称 2×1 | text:昌吉回族自治州中 6×1',
      'group:部门资金（万元） 1×7 | head:资金来源 | head:年初预算数 | head:全年预算数 | head:全年执行数 | head:分值权重 | head:执行率 | head:得分',
      'text:中央安排 | amount:0.00 | amount:0.00 | amount:0.00 | amount:10 | text:100% | amount:10',
      'text:自治区安排 | amount:0.00 | amount:0.00 | amount:0.00 | dash:- | dash:- | dash:-',
      'text:地（州、市）安排 | amount:152.16 | amount:151.14 | amount:151.14 | dash:- | dash:- | dash:-',
      'text:县（市、区）安排 | amount:0.00 | amount:0.00 | amount:0.00 | dash:- | dash:- | dash:-',
      'text:其他资金 | amount:259.58 | amount:362.81 | amount:362.81 | dash:- | dash:- | dash:-',
      'row:合计 | amount:411.74 | amount:513.95 | amount:513.95 | dash:- | dash:- | dash:-',
    ]);
  });

  it('ties amounts, targets and results to their figures, exact', () => {
    const form = real.find(({ key }) => key === 'project-8');
    const figures = (form?.body ?? []).flatMap((row) => row.flatMap(({ figure }) => figure ?? []));
    const valueOf = new Map(figures.map(({ id, value }) => [id.replace('绩效.project-8.', ''), value]));
    expect(valueOf.get('资金.年度资金总额.全年执行数')).toBe('4.57');
    expect(valueOf.get('执行得分')).toBe('0');
    expect([valueOf.get('指标.1.指标值'), valueOf.get('指标.1.完成值'), valueOf.get('指标.1.得分')]).toEqual([
      ...['1', '1', '10'],
    ]);
    expect(form).toMatchObject({ title: '项目支出绩效自评表', subtitle: '（2023年度）', head: [] });
  });

  it('spans the indicators of each level', () => {
    const form = real.find(({ key }) => key === 'project-8');
    const spans = (form?.body ?? [])
      .flatMap((row) => row.flatMap((cell): readonly TableCell[] => (cell.rows > 1 ? [cell] : [])))
      .map(({ text, rows }) => `${text} ${rows}`);
    expect(spans).toEqual([
      '项目资金（万元） 4',
      '年度总体目标 2',
      '年度绩效指标完成情况 10',
      '产出指标 5',
      '数量指标 3',
      '成本指标 2',
      '经济成本指标 2',
    ]);
  });

  it('prints what is not disclosed as its booklet prints whatever is not', async () => {
    const form = 'content/units/demo-bureau/2023/performance/project-1.yaml';
    const files = edited(await realFiles('demo-bureau'), form, '全年执行数: 216130.30', '全年执行数: 未公开');
    const forms = compiled(files).units[0]?.booklets.at(-1)?.renderAnyway()?.forms ?? [];
    expect(rowsOf(forms, 'project-1').slice(3, 6)).toEqual([
      expect.stringMatching(/^row:年度资金总额 2×1 \| amount:387\.00 \| amount:412\.46 \| amount:— /),
      expect.stringMatching(/^row:其中：当年财政拨 2×1 /),
      'row:上年结转资金 2×1 | amount:0.00 | amount:21.61 | amount:— | dash:— | dash:— | dash:—',
    ]);
    const cell = forms
      .find(({ key }) => key === 'project-1')
      ?.body[5]?.find(({ figure }) => figure?.id.endsWith('全年执行数') === true);
    expect(cell?.figure).toMatchObject({ id: '绩效.project-1.资金.上年结转资金.全年执行数' });
  });
});
