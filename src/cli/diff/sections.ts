import type { Change, OfBooklet, Sides } from '../../changes/change.ts';
import { formatDiagnostic } from '../../source/diagnostic.ts';
import { formatPlace, type Place } from '../../source/place.ts';
import {
  bookletName,
  bookletWords,
  decisionWords,
  figureWords,
  largestFirst,
  unmovedWords,
} from './words.ts';

/** One thing that a change brings about: what it is, and both versions where its words do not say them. */
export interface Item {
  readonly about: string;
  readonly sides?: Sides;
}

/** Consequences of one kind. */
export interface Section {
  readonly key: string;
  readonly title: string;
  /** Whether a reviewer should see it without asking. */
  readonly first: boolean;
  /** The most important first. */
  readonly items: readonly Item[];
}

/** A change as every form shows it: what needs somebody's eye, what was entered, what follows; empty sections left out. */
export function sectionsOf(change: Change): readonly Section[] {
  const all = [...toLookAt(change), ...entered(change), ...consequences(change)];
  return all.filter(({ items }) => items.length > 0);
}

function toLookAt({ unmoved, decisions, findings }: Change): readonly Section[] {
  const stayed = unmoved.map((one) => ({ about: words(one.place, bookletName(one), unmovedWords(one)) }));
  const decided = decisions.map((one) => both(one, one.place, decisionWords(one)));
  const found = (list: Change['findings']['new']): readonly Item[] =>
    list.map((one) => ({ about: formatDiagnostic(one) }));
  return [
    { key: 'unmoved', title: '请先看：没有跟着改的', first: true, items: stayed },
    { key: 'decisions', title: '核对说明、批复数、印数', first: true, items: decided },
    { key: 'found', title: '新的发现', first: true, items: found(findings.new) },
    { key: 'gone', title: '没有了的发现', first: false, items: found(findings.gone) },
  ];
}

function entered({ entries, booklets }: Change): readonly Section[] {
  const changed = entries.map((one) => both(one, one.place, one.path));
  const whole = booklets.map((one) => ({ about: bookletWords(one) }));
  return [
    { key: 'entries', title: '填报', first: false, items: changed },
    { key: 'booklets', title: '决算', first: false, items: whole },
  ];
}

function consequences(change: Change): readonly Section[] {
  const { figures, sentences, cells, charts, pages, movedLines } = change;
  const moved = largestFirst(figures).map((one) => ({
    about: `${bookletName(one)} ${one.label}（${one.id}）：${figureWords(one)}`,
  }));
  const drawn = charts.map((one) => ofBooklet(one, one, one.title, one.what));
  return [
    { key: 'figures', title: '数字', first: false, items: moved },
    {
      key: 'sentences',
      title: '文字',
      first: false,
      items: sentences.map((one) => ofBooklet(one, one, one.part)),
    },
    {
      key: 'cells',
      title: '表里的格',
      first: false,
      items: cells.map((one) => ofBooklet(one, one, one.title, one.row, one.column)),
    },
    { key: 'charts', title: '图', first: false, items: drawn },
    { key: 'pages', title: '网页和文件', first: false, items: pages.map((about) => ({ about })) },
    {
      key: 'lines',
      title: '只有出处的行号变了',
      first: false,
      items: movedLines.map((about) => ({ about })),
    },
  ];
}

function both({ before, after }: Sides, place: Place, ...about: readonly string[]): Item {
  return { about: words(place, ...about), sides: { before, after } };
}

function ofBooklet(booklet: OfBooklet, { before, after }: Sides, ...about: readonly string[]): Item {
  return { about: words(undefined, bookletName(booklet), ...about), sides: { before, after } };
}

function words(place: Place | undefined, ...texts: readonly string[]): string {
  return [...(place ? [formatPlace(place)] : []), ...texts].filter((text) => text !== '').join(' ');
}
