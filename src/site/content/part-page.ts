import type { ElementContent } from 'hast';
import type { DocumentPart } from '../../document/booklet-document.ts';
import { glossaryPart } from '../../pack/pack.ts';
import { bookletAddress } from '../addresses.ts';
import { projectNames } from '../../document/project-names.ts';
import type { SitePage } from '../meta/site-page.ts';
import { bookletPaths, type BookletEntry } from '../model.ts';
import { knownNames } from './known-names.ts';
import { partTitlePieces } from './part-title.ts';
import { webContent } from './web-content.ts';

/** Addresses and props of the pages of booklets' parts. */
export function partPaths() {
  return bookletPaths().flatMap(({ params, props }) =>
    props.booklet.source.pack.parts.map(({ key }) => ({
      params: { ...params, part: key },
      props: { ...props, key },
    })),
  );
}

/** A part of a booklet on its own page. */
export interface PartPage {
  readonly frame: SitePage;
  /** The part's title in pieces that should not be broken. */
  readonly titlePieces: readonly string[];
  readonly content: readonly ElementContent[];
  /** Whether statutory tables stand in it. */
  readonly hasTables: boolean;
  /** The parts before and after it. */
  readonly last: DocumentPart | undefined;
  readonly next: DocumentPart | undefined;
}

/** What a part's page says, with addresses as seen from it. */
export function partPage(
  { unit, booklet, key }: BookletEntry & { readonly key: string },
  page: URL,
): PartPage {
  const { title, parts } = booklet.render();
  const at = parts.findIndex((candidate) => candidate.key === key);
  const part = parts[at];
  if (part === undefined) throw new Error(`no part ${key}`);
  const { pack } = booklet.source;
  const terms = glossaryPart(pack)?.key;
  return {
    frame: {
      title: `${part.title} - ${title}`,
      description: `${title}，${part.title}。`,
      unit,
      booklet,
      page: part.title,
      sheet: 'part',
      stylesheets: [`/${booklet.slug}/${booklet.folder}/columns.css`],
    },
    titlePieces: partTitlePieces(part.title),
    content: webContent(part, pack.glossary, {
      figures: bookletAddress(page, booklet, 'figures'),
      labelOf: (id) => booklet.figures.find(id)?.label,
      names: knownNames(booklet),
      projects: projectNames(booklet.source),
      glossary: terms === key ? '' : terms && bookletAddress(page, booklet, terms),
    }),
    hasTables: part.content.some((node) => node.type === 'element' && 'dataTable' in node.properties),
    last: parts[at - 1],
    next: parts[at + 1],
  };
}
