import { compareBooklet } from '../../compile/booklet-comparison.ts';
import type { Booklet } from '../../compile/booklet.ts';
import { correctedIds, publishedFigures } from '../../compile/published-figures.ts';
import type { BookletDocument } from '../../document/booklet-document.ts';
import type { Figure } from '../../figures/figure.ts';
import { isZero } from '../../figures/value.ts';
import { remembered } from '../../source/remembered.ts';
import { originGroup, originPage, subjectOf } from './origin-page.ts';

/** Figures that say something of one code or form, under one heading. */
export interface Subject {
  /** A code, a form's name, or the first step of the figures' ids. */
  readonly key: string;
  readonly name: string;
  /** Key of the page that has the cards of these figures. */
  readonly page: string;
  readonly figures: readonly Figure[];
}

/** A group of the list: a 类 with all codes below it, a form, or all figures of neither. */
export interface Topic {
  readonly key: string;
  readonly name: string;
  readonly subjects: readonly Subject[];
}

/** The published figures of a booklet by what they are about. */
export interface TopicList {
  readonly topics: readonly Topic[];
  /** What is zero since nothing happened, of a 类 without anything else. */
  readonly nothing: readonly Subject[];
}

/** Whether there is anything to explain: not where nothing happened (unless that is what it was corrected to), nor where a sum is one of such figures alone. */
export function hasOrigin(
  { value, origin, corrections }: Figure,
  { figures }: Pick<Booklet, 'figures'>,
): boolean {
  if (corrections !== undefined) return true;
  if (value.state !== 'known' || !isZero(value) || origin.kind !== 'derived') return true;
  const { operation, inputs } = origin;
  if (operation !== 'sum' && operation !== 'percentage' && operation !== 'quotient') return true;
  const parts = operation === 'sum' ? inputs : inputs.slice(0, 1);
  return parts.some((id) => hasOrigin(figures.get(id), { figures }));
}

/**
 * The pages that explain a booklet's figures, by their keys: those of its groups, and those of what is in these. Typesets nothing: the pages of all booklets
 * are listed before any is made.
 */
export const originPages = remembered((booklet: Booklet): ReadonlySet<string> => {
  const defined = booklet.figures.ids().map((id) => booklet.figures.get(id));
  const compared = compareBooklet(booklet)
    .sections.flatMap(({ rows }) => rows)
    .map(({ years }) => years.prior);
  const corrected = correctedIds(booklet).map((id) => booklet.figures.get(id));
  const explained = [...defined, ...compared, ...corrected].filter((figure) => hasOrigin(figure, booklet));
  return new Set(explained.flatMap(({ id }) => [originGroup(id), originPage(id)]));
});

/** By document, since that is kept only as long as a booklet is being worked on. */
const lists = new WeakMap<BookletDocument, TopicList>();

/** Figures of neither code nor form first, then the codes in order, then the forms. */
export function topicsOf(booklet: Booklet): TopicList {
  const document = booklet.render();
  const list = lists.get(document) ?? sortOut(booklet);
  lists.set(document, list);
  return list;
}

/** What a page that explains figures is about, by its key. */
export function pageParts(
  booklet: Booklet,
  key: string,
): { readonly name: string; readonly own: readonly Subject[]; readonly moved: readonly Subject[] } {
  for (const topic of topicsOf(booklet).topics) {
    const own = topic.subjects.filter((subject) => subject.page === key);
    if (topic.key === key)
      return { name: topic.name, own, moved: topic.subjects.filter((subject) => subject.page !== key) };
    const [first] = own;
    if (first !== undefined) return { name: first.name, own, moved: [] };
  }
  throw new Error(`no page ${key}`);
}

function sortOut(booklet: Booklet): TopicList {
  const pages = originPages(booklet);
  const names = subjectNames(booklet);
  const published = [...publishedFigures(booklet).values()];
  const groups = [...Map.groupBy(published, ({ id }) => originGroup(id))].sort(inOrder);
  return {
    topics: groups
      .filter(([key]) => pages.has(key))
      .map(([key, figures]) => ({
        key,
        name: topicName(key, figures, names),
        subjects: subjects(key, figures, names),
      })),
    nothing: groups
      .filter(([key]) => !pages.has(key))
      .flatMap(([key, figures]) => subjects(key, figures, names)),
  };
}

function topicName(key: string, figures: readonly Figure[], names: ReadonlyMap<string, string>): string {
  if (key === 'general') return '总数和其他';
  const code = /^class-(\d+)$/.exec(key)?.[1];
  return names.get(code ?? subjectOf(figures[0]?.id ?? '')) ?? key;
}

type Group = readonly [key: string, figures: readonly Figure[]];

const KINDS = ['general', 'class', 'form'];

/** The forms stay as they come. */
function inOrder([a]: Group, [b]: Group): number {
  const [kindA = '', kindB = ''] = [a.split('-')[0], b.split('-')[0]];
  const classes = kindA === 'class' && kindB === 'class';
  return KINDS.indexOf(kindA) - KINDS.indexOf(kindB) || (classes ? Number(a > b) - Number(a < b) : 0);
}

function subjects(
  topic: string,
  figures: readonly Figure[],
  names: ReadonlyMap<string, string>,
): readonly Subject[] {
  const groups = [...Map.groupBy(figures, ({ id }) => subjectOf(id))];
  if (topic.startsWith('class')) groups.sort(([a], [b]) => Number(a > b) - Number(a < b));
  return groups.map(([key, members]) => ({
    key,
    name: names.get(key) ?? key,
    page: originPage(members[0]?.id ?? key),
    figures: members,
  }));
}

/** A figure's label below the name of what it is about: without that, if it begins with it. */
export function labelBelow(name: string, label: string): string {
  const start = [name, `“${name}”`].find((one) => label.startsWith(one) && label !== one);
  return start === undefined ? label : label.slice(start.length);
}

/** What a figure's subject is called. */
export function subjectName(id: string, booklet: Booklet): string {
  const key = subjectOf(id);
  return subjectNames(booklet).get(key) ?? key;
}

/** `事业运行（2011350）`, and the names of the projects that the forms are about. */
const subjectNames = remembered(({ source }: Booklet): ReadonlyMap<string, string> => {
  const { functional, economic } = source.codes;
  const codes = [...functional, ...economic].map(([code, { name }]) => [code, `${name}（${code}）`] as const);
  const forms = source.year.evaluations.map(
    ({ name, value }) => [name, value.name ?? value.kind.expenditure] as const,
  );
  const kinds = source.pack.forms.map(({ kind }) => [kind.key, kind.title] as const);
  return new Map([...codes, ...kinds, ...forms]);
});
