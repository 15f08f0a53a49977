import type { SitePage } from '../meta/site-page.ts';
import { bookletPaths, settings, type BookletEntry } from '../model.ts';
import type { Booklet } from '../../compile/booklet.ts';
import { elementAddress } from '../addresses.ts';
import { topicAddress } from './figure-address.ts';
import { hasOrigin, originPages, pageParts, type Subject } from './topics.ts';
import { originOf, type FigureOrigin } from './origin.ts';

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
  readonly origins: readonly FigureOrigin[];
}

/** Cards on another page, which once stood on this one and can still be found by their old addresses. */
export interface MovedSubject {
  readonly name: string;
  readonly href: string;
  readonly figures: readonly { readonly id: string; readonly label: string; readonly href: string }[];
}

/** A page with the cards of figures that belong together. */
export interface TopicPage {
  readonly frame: SitePage;
  readonly name: string;
  /** What the lines are good for that are named as sources. */
  readonly sources: string;
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
    subjects: explainedSubjects(own, booklet),
    moved: movedSubjects(moved, booklet, page),
  };
}

function explainedSubjects(subjects: readonly Subject[], booklet: Booklet): readonly ExplainedSubject[] {
  return subjects
    .map(({ key, name, figures }) => ({
      id: `about-${key}`,
      name,
      origins: figures
        .filter((figure) => hasOrigin(figure, booklet))
        .map((figure) => originOf(figure, booklet)),
    }))
    .filter(({ origins }) => origins.length > 0);
}

function movedSubjects(subjects: readonly Subject[], booklet: Booklet, page: URL): readonly MovedSubject[] {
  return subjects
    .map((subject) => {
      const href = topicAddress(page, booklet, subject.page);
      const explained = subject.figures.filter((figure) => hasOrigin(figure, booklet));
      return {
        name: subject.name,
        href,
        figures: explained.map(({ id, label }) => ({ id, label, href: elementAddress(href, id) })),
      };
    })
    .filter(({ figures }) => figures.length > 0);
}
