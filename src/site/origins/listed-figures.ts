import type { Booklet } from '../../compile/booklet.ts';
import { toldOf } from '../../compile/published-figures.ts';
import { COMPARISON } from '../../figures/comparisons.ts';
import { placeOfEntry, type Figure } from '../../figures/figure.ts';
import { ownEntry, unknownWords, zeroBase } from '../../figures/origin-words.ts';
import type { Place } from '../../source/place.ts';
import { elementAddress } from '../addresses.ts';
import { printed } from '../figures/printed.ts';
import { topicAddress } from './figure-address.ts';
import { hasOrigin, topicsOf, type Subject } from './topics.ts';

/** A figure in the list of all figures: thousands stand in it, so it says only what is needed. */
export interface ListedFigure {
  readonly id: string;
  /** Without the name of what it is about or compares, under which it stands. */
  readonly label: string;
  /** As printed, with its unit unless that is 万元. */
  readonly value: string;
  /** `accounts.yaml:12`, the line where it or its approved total was entered. */
  readonly place?: string;
}

/** Figures about one thing, and where their origins are told. */
interface ListedSubject {
  readonly name: string;
  /** None where nothing happened. */
  readonly href?: string;
  readonly figures: readonly ListedFigure[];
}

interface ListedTopic {
  readonly key: string;
  readonly name: string;
  readonly href: string;
  readonly subjects: readonly ListedSubject[];
}

/** All published figures of a booklet as its list of figures shows them. */
export function listedFigures(
  booklet: Booklet,
  page: URL,
): { readonly topics: readonly ListedTopic[]; readonly nothing: readonly ListedSubject[] } {
  const { topics, nothing } = topicsOf(booklet);
  return {
    topics: topics.map(({ key, name, subjects }) => {
      const href = topicAddress(page, booklet, key);
      const listed = subjects.map((subject) => ({
        name: subject.name,
        ...(subject.figures.some((figure) => hasOrigin(figure, booklet)) && {
          href: elementAddress(href, `about-${subject.key}`),
        }),
        figures: listedSubject(subject, booklet),
      }));
      return { key, name, href, subjects: listed };
    }),
    nothing: nothing.map((subject) => ({ name: subject.name, figures: listedSubject(subject, booklet) })),
  };
}

function listedSubject({ name, figures }: Subject, booklet: Booklet): readonly ListedFigure[] {
  const labels = new Map(figures.map(({ id, label }) => [id, label]));
  return figures.map((figure) => {
    const { id, label } = figure;
    // A comparison stands under what it compares.
    const base = COMPARISON.test(id) ? labels.get(id.replace(COMPARISON, '')) : undefined;
    return listed(figure, withoutStart(label, base ?? name), booklet);
  });
}

function withoutStart(label: string, start: string): string {
  return label.startsWith(start) && label !== start ? label.slice(start.length) : label;
}

function listed(figure: Figure, label: string, booklet: Booklet): ListedFigure {
  const entry = ownEntry(figure);
  return {
    id: figure.id,
    label,
    value: valueWords(figure, booklet),
    ...(entry && { place: shortPlace(placeOfEntry(entry)) }),
  };
}

function valueWords(figure: Figure, booklet: Booklet): string {
  const { value, unit, printed: text } = printed(figure, booklet);
  const told = toldOf(booklet);
  if (value === '') return unknownWords(figure, told);
  const base = zeroBase(figure, told);
  return base === undefined ? `${text}${unit === '万元' ? '' : unit}` : `没有比率（${base}）`;
}

function shortPlace({ file, line }: Place): string {
  return `${file.slice(file.lastIndexOf('/') + 1)}:${line}`;
}
