import type { Mutation, ValueKind } from './mutations.ts';

/** What became of one change. */
export interface Outcome {
  readonly mutation: Mutation;
  /** The changed file, below the year's folder. */
  readonly file: string;
  /** The rules that report the change; empty if none does. */
  readonly rules: readonly string[];
  /** Why nothing in the booklet depends on the value. */
  readonly free?: string;
}

/** The tables of `npm run mutate`, in the order in which a reviewer asks: how many, by what, what is left. */
export function report(outcomes: readonly Outcome[]): string {
  const open = outcomes.filter(({ rules, free }) => rules.length === 0 && free === undefined);
  return [
    ...byKind(outcomes),
    '',
    ...byRule(outcomes),
    '',
    ...listed(
      '真正自由',
      outcomes.filter(({ free }) => free !== undefined),
    ),
    ...listed('没有发现', open),
  ].join('\n');
}

const WIDTHS = [28, 12, 8, 8, 8] as const;

function byKind(outcomes: readonly Outcome[]): readonly string[] {
  const groups = Map.groupBy(outcomes, ({ file, mutation: { kind } }) => `${fileKind(file)}|${kind}`);
  const rows = [...groups].sort(([a], [b]) => a.localeCompare(b)).map(([key, group]) => rowOf(key, group));
  return [row(['文件', '值', '改动', '报告', '%']), ...rows, rowOf('合计|', outcomes)];
}

function fileKind(file: string): string {
  return file.replace(/project-\d+/, 'project-*');
}

function rowOf(key: string, group: readonly Outcome[]): string {
  const [file = '', kind = ''] = key.split('|') as [string, ValueKind];
  const reported = group.filter(({ rules }) => rules.length > 0).length;
  const share = ((100 * reported) / group.length).toFixed(2);
  return row([file, kind, String(group.length), String(reported), share]);
}

function row(cells: readonly string[]): string {
  return cells
    .map((cell, index) =>
      index < 2 ? cell + blanks(cell, WIDTHS[index]) : blanks(cell, WIDTHS[index]) + cell,
    )
    .join('')
    .trimEnd();
}

/** Blanks up to a column's width; a Chinese character is two columns wide. */
function blanks(cell: string, width = 0): string {
  const wide = [...cell].filter((character) => /\p{Script=Han}/u.test(character)).length;
  return ' '.repeat(Math.max(0, width - cell.length - wide));
}

function byRule(outcomes: readonly Outcome[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { rules } of outcomes) for (const rule of rules) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([rule, count]) => `${String(count).padStart(6)}  ${rule}`);
}

function listed(heading: string, outcomes: readonly Outcome[]): readonly string[] {
  const lines = outcomes.map(({ mutation: { label, from, to }, file, free }) => {
    return `  ${file}  ${label}: ${from} → ${to}${free === undefined ? '' : `（${free}）`}`;
  });
  return [`${heading}：${outcomes.length} 处`, ...lines];
}
