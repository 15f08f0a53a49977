import type { Booklet } from '../../compile/booklet.ts';
import { toldOf } from '../../compile/published-figures.ts';
import { comparedIn } from '../../figures/comparisons.ts';
import type { Figure } from '../../figures/figure.ts';
import { unknownWords, zeroBase } from '../../figures/origin-words.ts';
import { elementAddress } from '../addresses.ts';
import { printed } from '../figures/printed.ts';
import { topicAddress } from './figure-address.ts';
import { hasOrigin, labelBelow, topicsOf, type Subject } from './topics.ts';

/** A figure in the list of all figures: thousands stand in it, so it says only what is needed. */
interface ListedValue {
  readonly id: string;
  /** Without the name of what it is about, under which it stands; beside another only what it is of that. */
  readonly label: string;
  /** As printed, with its unit unless that is 万元. */
  readonly value: string;
}

/** A line of the list: a figure, and those that stand beside it. */
export interface ListedFigure extends ListedValue {
  /** Address of its card; none where nothing happened. */
  readonly href?: string;
  /** What stands in the same line: its comparisons, or the other values of its row. */
  readonly beside: readonly ListedValue[];
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
    topics: topics.map(({ key, name, subjects }) => ({
      key,
      name,
      href: topicAddress(page, booklet, key),
      subjects: subjects.map((subject) => listedSubject(subject, booklet, page)),
    })),
    nothing: nothing.map((subject) => listedSubject(subject, booklet, page)),
  };
}

function listedSubject(subject: Subject, booklet: Booklet, page: URL): ListedSubject {
  const { key, name, figures } = subject;
  const cards = topicAddress(page, booklet, subject.page);
  const explained = figures.some((figure) => hasOrigin(figure, booklet));
  return {
    name,
    ...(explained && { href: elementAddress(cards, `about-${key}`) }),
    figures: listedLines(subject, cards, booklet),
  };
}

/** What compares a figure stands in its line, and so do the values of one row of a form. */
function listedLines({ name, figures }: Subject, cards: string, booklet: Booklet): readonly ListedFigure[] {
  const ids = new Set(figures.map(({ id }) => id));
  const lineOf = ({ id }: Figure): string => {
    const base = comparedIn(id)?.base ?? FORM_ROW.exec(id)?.[0];
    return base !== undefined && (ids.has(base) || FORM_ROW.test(id)) ? base : id;
  };
  return [...Map.groupBy(figures, lineOf).values()].flatMap(([figure, ...beside]) =>
    figure === undefined
      ? []
      : [
          {
            ...listed(figure, labelBelow(name, figure.label), booklet),
            ...(hasOrigin(figure, booklet) && { href: elementAddress(cards, figure.id) }),
            beside: beside.map((one) => listed(one, lastStep(one.id), booklet)),
          },
        ],
  );
}

/** The row of a form in which several figures stand: `绩效.project-1.指标.2.` */
const FORM_ROW = /^绩效\.[^.]+\.[^.]+\.[^.]+\.(?=[^.]+$)/;

function lastStep(id: string): string {
  return id.slice(id.lastIndexOf('.') + 1);
}

function listed(figure: Figure, label: string, booklet: Booklet): ListedValue {
  return { id: figure.id, label, value: valueWords(figure, booklet) };
}

function valueWords(figure: Figure, booklet: Booklet): string {
  const { value, unit, printed: text } = printed(figure, booklet);
  const told = toldOf(booklet);
  if (value === '') return unknownWords(figure, told);
  const base = zeroBase(figure, told);
  return base === undefined ? `${text}${unit === '万元' ? '' : unit}` : `没有比率（${base}）`;
}
