import type { Element, ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { bookletCharts } from '../../charts/booklet-charts.ts';
import { isFigure } from '../../charts/chart.ts';
import type { Booklet } from '../../compile/booklet.ts';
import type { BookletDocument } from '../../document/booklet-document.ts';
import { numberedTitle } from '../../document/table-view.ts';
import { inputsOf, type Figure } from '../../figures/figure.ts';
import { knownFigures } from './known-figures.ts';

/** Where a booklet says a figure, and what goes by it. */
export interface FigureUses {
  /** Sentences that print it. */
  readonly sentences: readonly string[];
  /** Rows of tables and forms that print it: `公开01表 收入支出决算总表：本年收入合计`. */
  readonly tables: readonly string[];
  readonly charts: readonly string[];
  /** Checks that ask for it, by rule and summary. */
  readonly checks: readonly { readonly rule: string; readonly summary: string }[];
}

/** A figure that is made of others, and those that are made of it. */
export interface FigureUser {
  readonly id: string;
  readonly label: string;
  readonly users: readonly FigureUser[];
}

/** Everything that a booklet does with a figure. Where its text cannot be put together, that is left out. */
export function figureUses(id: string, booklet: Booklet): FigureUses {
  const document = booklet.renderAnyway();
  const checks = booklet.checksOf(id).map(({ rule, summary }) => ({ rule, summary }));
  if (document === undefined) return { sentences: [], tables: [], charts: [], checks };
  return {
    sentences: sentencesWith(id, document),
    tables: rowsWith(id, document),
    charts: chartsWith(id, booklet),
    checks,
  };
}

/**
 * The figures that are made of a figure, those that are made of them, and so on.
 *
 * @param depth how many steps up
 */
export function usersOf(id: string, booklet: Booklet, depth: number): readonly FigureUser[] {
  const users = new Map<string, Figure[]>();
  for (const figure of knownFigures(booklet))
    for (const input of inputsOf(figure)) users.set(input, [...(users.get(input) ?? []), figure]);
  const above = (one: string, left: number): readonly FigureUser[] =>
    left === 0
      ? []
      : (users.get(one) ?? []).map((user) => ({
          id: user.id,
          label: user.label,
          users: above(user.id, left - 1),
        }));
  return above(id, depth);
}

function sentencesWith(id: string, { parts }: BookletDocument): readonly string[] {
  const blocks = parts.flatMap(({ content }) => content.flatMap(blocksIn));
  return [...new Set(blocks.flatMap((block) => sentencesOf(block, id)))];
}

function blocksIn(node: ElementContent): readonly Element[] {
  if (node.type !== 'element' || node.tagName === 'figure') return [];
  const isList = ['ul', 'ol', 'div', 'table', 'tbody', 'tr'].includes(node.tagName);
  return isList ? node.children.flatMap(blocksIn) : [node];
}

/** Stands around a figure while its sentence is cut out: no text may hold it. */
const MARK = '\uFFFF';

function sentencesOf(block: Element, id: string): readonly string[] {
  let found = false;
  const marked = structuredClone(block);
  visit(marked, 'element', (node) => {
    if (node.properties['dataFigure'] !== id) return;
    found = true;
    node.children = [{ type: 'text', value: `${MARK}${toString(node)}` }];
  });
  if (!found) return [];
  const sentences = toString(marked).match(/[^。！？]+[。！？]*/gu) ?? [];
  return sentences.filter((one) => one.includes(MARK)).map((one) => one.replaceAll(MARK, '').trim());
}

function rowsWith(id: string, { tables, forms }: BookletDocument): readonly string[] {
  const rows = [...tables, ...forms].flatMap((view) =>
    view.body.flatMap((cells) =>
      cells.flatMap(({ figure }, at) => {
        if (figure?.id !== id) return [];
        const name = cells.slice(0, at).findLast(({ kind }) => kind === 'row')?.text ?? '';
        return [name === '' ? numberedTitle(view) : `${numberedTitle(view)}：${name}`];
      }),
    ),
  );
  return [...new Set(rows)];
}

function chartsWith(id: string, { source }: Booklet): readonly string[] {
  return bookletCharts(source)
    .filter(({ message, rows }) => {
      const shown = [...message.filter(isFigure), ...rows.flatMap(({ values }) => values)];
      return shown.some((figure) => figure.id === id);
    })
    .map(({ title }) => title);
}
