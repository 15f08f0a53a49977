import type { ExplainedFigure } from '../../describe/figure/explained-figure.ts';
import type { FigureUser } from '../../describe/figure/figure-uses.ts';
import type { Explanation } from '../../figures/explain.ts';
import { lines } from '../lines.ts';

/** More of one kind are counted only. */
const MOST = 12;

/** A figure's tree down to the entries, then what goes by it. */
export function formatExplained(explained: ExplainedFigure): string {
  const { tree, print, deeper, users, sentences, tables, charts, checks, missing } = explained;
  const more = deeper > 0 ? [`……还有 ${deeper} 个数没有列出，用 --depth 看得更深`] : [];
  const printed = print === undefined ? [] : [`印作 ${print.printed}（${print.convention}）`];
  return lines([
    ...drawTree(tree),
    ...more,
    ...printed,
    ...section(
      '缺什么',
      missing.map(({ label, where, message }) => `${where} ${label}：${message}`),
    ),
    ...section(
      '用到它的数字',
      users.flatMap((user) => drawUser(user)),
    ),
    ...section('写它的句子', sentences),
    ...section('印它的表', tables),
    ...section('画它的图', charts),
    ...section(
      '核对它的规则',
      checks.map(({ rule, summary }) => `${rule} ${summary}`),
    ),
  ]);
}

function section(title: string, texts: readonly string[]): readonly string[] {
  if (texts.length === 0) return [];
  const rest = texts.length > MOST ? [`  ……还有 ${texts.length - MOST} 个，用 --format json 看全部`] : [];
  return [`${title}（${texts.length}）：`, ...texts.slice(0, MOST).map((text) => `  · ${text}`), ...rest];
}

function drawUser({ id, label, users }: FigureUser, indent = ''): readonly string[] {
  return [`${indent}${named(id, label)}`, ...users.flatMap((user) => drawUser(user, `${indent}  `))];
}

/** The tree as lines with branches drawn. */
function drawTree(node: Explanation, first = '', below = ''): readonly string[] {
  const { id, label, value, origin, inputs } = node;
  const drawn = [`${first}${named(id, label)}：${value}`];
  const stem = inputs.length > 0 ? `${below}│ ` : `${below}  `;
  drawn.push(...origin.map((sentence) => `${stem}${sentence}`));
  inputs.forEach((input, index) => {
    const last = index === inputs.length - 1;
    drawn.push(...drawTree(input, `${below}${last ? '└─' : '├─'} `, `${below}${last ? '   ' : '│  '}`));
  });
  return drawn;
}

function named(id: string, label: string): string {
  return label === id ? id : `${id}（${label}）`;
}
