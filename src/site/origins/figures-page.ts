import type { SitePage } from '../meta/site-page.ts';
import { bookletPaths, settings, type BookletEntry } from '../model.ts';
import type { Booklet } from '../../compile/booklet.ts';
import { elementAddress } from '../addresses.ts';
import { topicAddress } from './figure-address.ts';
import { ABOUT } from './amount-in-words.ts';
import { figureCards, type FigureCard } from './figure-card.ts';
import { figureGroups, lastStep } from './figure-groups.ts';
import { inputFolder } from '../figures/source-line.ts';
import type { FigureOrigin } from './origin.ts';
import { hasOrigin, labelBelow, nameBefore, originPages, pageParts, type Subject } from './topics.ts';

/** The name under which readers know these pages. */
const NAME = '数字出处';

const LINKED = '出处后面的链接打开填报的文件和行。';
const UNLINKED = '填报的文件没有放在网上，出处写明文件名和行号，向单位查询时可以引用。';

/** What stands around the list of all figures. */
export function figuresFrame({ unit, booklet }: BookletEntry): SitePage {
  const { title } = booklet.render();
  return {
    title: `${NAME} - ${title}`,
    description: `${title}中的全部数字，各有可以引用的链接和出处。`,
    unit,
    booklet,
    page: NAME,
    sheet: 'list',
  };
}

/** Addresses and props of the pages that explain figures, one for each topic. */
export function topicPaths() {
  return bookletPaths().flatMap(({ params, props }) =>
    [...originPages(props.booklet)].map((topic) => ({
      params: { ...params, topic },
      props: { ...props, key: topic },
    })),
  );
}

/** What is explained of one code or form, under one heading. */
export interface ExplainedSubject {
  readonly id: string;
  readonly name: string;
  /** What the names of its figures begin with, where the cards leave that out. */
  readonly named?: string;
  readonly cards: readonly FigureCard[];
}

/** Cards on another page, which once stood on this one and can still be found by their old addresses. */
export interface MovedSubject {
  readonly name: string;
  readonly href: string;
  /** Each with those that stand in its card. */
  readonly figures: readonly {
    readonly id: string;
    readonly label: string;
    readonly href: string;
    readonly beside: readonly { readonly id: string; readonly words: string }[];
  }[];
}

/** A page with the cards of figures that belong together. */
export interface TopicPage {
  readonly frame: SitePage;
  readonly name: string;
  /** What the lines are good for that are named as sources. */
  readonly sources: string;
  /** Where these lie that are named without a folder. */
  readonly folder: string;
  /** How comparisons are made, where there are any. */
  readonly compared?: string;
  /** What else is said once for all cards. */
  readonly notes: string;
  readonly subjects: readonly ExplainedSubject[];
  readonly moved: readonly MovedSubject[];
}

/** What is told of the figures of a page; on that of a group also where those of its parts are. */
export function topicPage(
  { unit, booklet, key }: BookletEntry & { readonly key: string },
  page: URL,
): TopicPage {
  const { title } = booklet.render();
  const { name, own, moved } = pageParts(booklet, key);
  const subjects = explainedSubjects(own, booklet);
  return {
    frame: {
      title: `${name} - ${NAME} - ${title}`,
      description: `${title}中“${name}”每个数字的准确值、算式和出处。`,
      unit,
      booklet,
      page: NAME,
    },
    name,
    sources: settings().sources === undefined ? UNLINKED : LINKED,
    folder: inputFolder(booklet),
    ...notesOn(subjects.flatMap(({ cards }) => cards)),
    subjects,
    moved: movedSubjects(moved, booklet, page),
  };
}

const COMPARED = '增减额＝本年数－上年数，增减率＝增减额÷上年数×100%。';
const COMPARED_IDS = '它们的编号是本年数的编号加“.上年”“.增减额”“.增减率”。';
const ROW_IDS = '编号末尾的“…”换成各数的名称，就是它的编号。';

function notesOn(cards: readonly FigureCard[]): Pick<TopicPage, 'compared' | 'notes'> {
  const compares = cards.some(({ own, lines }) => own !== undefined && lines.length > 0);
  const hasRows = cards.some(({ own }) => own === undefined);
  const isAbout = ({ inWords }: FigureOrigin): boolean => inWords?.startsWith('约') === true;
  const inWords = cards.flatMap(({ own, lines }) => [
    ...(own ? [own] : []),
    ...lines.filter((one) => !one.compares),
  ]);
  const rounds = inWords.some(isAbout);
  return {
    ...(compares && { compared: COMPARED }),
    notes: [compares && COMPARED_IDS, hasRows && ROW_IDS, rounds && ABOUT].filter(Boolean).join(''),
  };
}

function explainedSubjects(subjects: readonly Subject[], booklet: Booklet): readonly ExplainedSubject[] {
  return subjects
    .map((subject) => {
      const { key, name, figures } = subject;
      const named = nameBefore(name, figures);
      const cards = figureCards(subject, named, booklet);
      return { id: `about-${key}`, name, ...(named !== '' && { named }), cards };
    })
    .filter(({ cards }) => cards.length > 0);
}

function movedSubjects(subjects: readonly Subject[], booklet: Booklet, page: URL): readonly MovedSubject[] {
  return subjects
    .map((subject) => {
      const href = topicAddress(page, booklet, subject.page);
      return { name: subject.name, href, figures: movedFigures(subject, href, booklet) };
    })
    .filter(({ figures }) => figures.length > 0);
}

function movedFigures({ name, figures }: Subject, href: string, booklet: Booklet): MovedSubject['figures'] {
  return figureGroups(figures)
    .filter((group) => group.figures.some((figure) => hasOrigin(figure, booklet)))
    .map(({ figures: [{ id, label }, ...beside] }) => ({
      id,
      label: labelBelow(name, label),
      href: elementAddress(href, id),
      beside: beside.map((one) => ({ id: one.id, words: lastStep(one.id) })),
    }));
}
