import type { SitePage } from '../meta/site-page.ts';
import { bookletPaths, type BookletEntry } from '../model.ts';
import type { Booklet } from '../../compile/booklet.ts';
import { hasOrigin, originPages, topicsOf, type Topic } from './topics.ts';
import { originOf, type FigureOrigin } from './origin.ts';

/** The name under which readers know these pages. */
const NAME = '数字出处';

/** What stands around the list of all figures. */
export function figuresFrame({ unit, booklet }: BookletEntry): SitePage {
  const { title } = booklet.render();
  return {
    title: `${NAME} - ${title}`,
    description: `${title}中的全部数字，各有可以引用的链接和出处。`,
    unit,
    booklet,
    page: NAME,
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

/** A page that explains the figures of a topic. */
export interface TopicPage {
  readonly frame: SitePage;
  readonly name: string;
  readonly subjects: readonly ExplainedSubject[];
}

/** What is told of the figures of a topic. */
export function topicPage({ unit, booklet, key }: BookletEntry & { readonly key: string }): TopicPage {
  const { title } = booklet.render();
  const topic = topicsOf(booklet).topics.find((one) => one.key === key);
  if (topic === undefined) throw new Error(`no topic ${key}`);
  return {
    frame: {
      title: `${topic.name} - ${NAME} - ${title}`,
      description: `${title}中“${topic.name}”每个数字的准确值、算式和出处。`,
      unit,
      booklet,
      page: NAME,
    },
    name: topic.name,
    subjects: explainedSubjects(topic, booklet),
  };
}

function explainedSubjects({ subjects }: Topic, booklet: Booklet): readonly ExplainedSubject[] {
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
