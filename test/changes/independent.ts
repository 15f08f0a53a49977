import { toString } from 'hast-util-to-string';
import { compileSite } from '../../src/compile/compile-site.ts';
import type { TableView } from '../../src/document/table-view.ts';
import { figuresFile } from '../../src/outputs/data/figures-file.ts';
import type { Recall } from '../../src/source/recall.ts';
import type { RawFile } from '../../src/source/source-file.ts';

/** What the booklets of a site say, line for line, by what the line is of; made without anything that compares. */
export interface Said {
  /** Value and print by booklet and id. */
  readonly figures: ReadonlyMap<string, string>;
  /** How often each character sequence of the texts stands in its part. */
  readonly sentences: ReadonlyMap<string, number>;
  /** How often each text stands in the cells of its table. */
  readonly cells: ReadonlyMap<string, number>;
}

interface FigureLine {
  readonly id: string;
  readonly value: string | null;
  readonly printed: string;
  readonly state: string;
}

/** What a site says that is built from some files; booklets that cannot be typeset say nothing. */
export function saidBy(files: readonly RawFile[], recall?: Recall): Said {
  const figures = new Map<string, string>();
  const sentences = new Map<string, number>();
  const cells = new Map<string, number>();
  const count = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1);
  for (const booklet of compileSite(files, recall).units.flatMap((unit) => unit.booklets)) {
    const document = booklet.renderAnyway();
    if (document === undefined) continue;
    const name = `${booklet.slug}/${booklet.year}`;
    const read = JSON.parse(figuresFile(booklet)) as { readonly figures: readonly FigureLine[] };
    for (const { id, value, printed, state } of read.figures)
      figures.set(`${name} ${id}`, [value, printed, state].join('|'));
    for (const { key, title, content } of document.parts)
      for (const text of [title, ...content.map((node) => (isSheet(node) ? '' : toString(node)))])
        for (const sentence of text.split(/(?<=[。！？])/u))
          if (sentence.trim() !== '') count(sentences, `${name} ${key} ${sentence.trim()}`);
    for (const view of [...document.tables, ...document.forms])
      for (const text of textsOf(view)) count(cells, `${name} ${view.key} ${text}`);
  }
  return { figures, sentences, cells };
}

function isSheet(node: object): boolean {
  return 'tagName' in node && node.tagName === 'figure';
}

function textsOf(view: TableView): readonly string[] {
  const cells = [...view.head, ...view.body].flat().map(({ text }) => text);
  const own = view.kind === 'statutory' ? [view.unitName, view.moneyUnit ?? ''] : [];
  const around = [
    view.title,
    view.number ?? '',
    view.subtitle ?? '',
    ...(view.note ?? '').split('\n'),
    ...own,
  ];
  return [...cells, ...around].filter((text) => text !== '');
}

/** The keys whose values are not the same. */
export function differing(
  one: ReadonlyMap<string, unknown>,
  other: ReadonlyMap<string, unknown>,
): readonly string[] {
  const keys = new Set([...one.keys(), ...other.keys()]);
  return [...keys].filter((key) => one.get(key) !== other.get(key)).sort();
}

/** How much more often each text is in the second count than in the first. */
export function surplus(
  one: ReadonlyMap<string, number>,
  other: ReadonlyMap<string, number>,
): readonly string[] {
  return differing(one, other).map((key) => `${(other.get(key) ?? 0) - (one.get(key) ?? 0)} ${key}`);
}

/** The same count from pairs of what was and what is. */
export function surplusOf(
  changes: readonly { readonly key: string; readonly before: string | null; readonly after: string | null }[],
): readonly string[] {
  const counts = new Map<string, number>();
  const add = (key: string, text: string | null, by: number): void => {
    if (text === null || text.trim() === '') return;
    const name = `${key} ${text.trim()}`;
    counts.set(name, (counts.get(name) ?? 0) + by);
  };
  for (const { key, before, after } of changes) {
    add(key, before, -1);
    add(key, after, 1);
  }
  return [...counts]
    .filter(([, by]) => by !== 0)
    .map(([name, by]) => `${by} ${name}`)
    .sort((a, b) => (a.replace(/^\S+ /, '') < b.replace(/^\S+ /, '') ? -1 : 1));
}
