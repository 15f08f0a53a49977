import { knownText } from '../../accounts/disclosed.ts';
import type { Booklet } from '../../compile/booklet.ts';
import { elementAddress } from '../addresses.ts';
import type { Printed } from '../figures/printed.ts';
import { CITED_ID, CITED_WHAT, inBibtex, inMarkdown } from './cited-forms.ts';

/** A reference to a figure after GB/T 7714 (电子资源), in three pieces: body and title; figure and value; date and address. */
export interface CitedInWords {
  readonly source: string;
  readonly what: string;
  readonly address: string;
}

/** A reference in the forms in which Markdown and LaTeX take it. */
export interface CitedForms {
  readonly markdown: string;
  readonly bibtex: string;
}

/** What a reference to any figure of a booklet is made of. */
interface Reference {
  readonly author: string;
  readonly title: string;
  /** Of the booklet's list of figures. */
  readonly list: string;
  /** ISO date, where it is known. */
  readonly published: string | undefined;
  readonly edition: number | undefined;
}

/**
 * How to cite a figure in words.
 *
 * @param site address of the site's front page; without it the figure's address begins below that page
 */
export function citedInWords(figure: Printed, booklet: Booklet, site: string | undefined): CitedInWords {
  const { label, value, printed, unit, id } = figure;
  const { author, title, list, published, edition } = referenceTo(booklet, site);
  const day = published === undefined ? '' : `（${published}）`;
  return {
    source: `${author}. ${title}${editionOf(edition)}[EB/OL].`,
    what: `${label}：${value === '' ? '未公开' : `${printed}${unit}`}`,
    address: `${day}. ${elementAddress(list, id)}`,
  };
}

/**
 * How to cite any figure of a booklet, with words in place of the figure and of its id: these forms stand once on a page, and
 * a script fills them in for a card.
 */
export function citedForms(booklet: Booklet, site: string | undefined): CitedForms {
  const reference = referenceTo(booklet, site);
  return {
    markdown: markdownOf(reference),
    bibtex: bibtexOf(reference, `${booklet.slug}-${booklet.year}`),
  };
}

function referenceTo(booklet: Booklet, site: string | undefined): Reference {
  const { slug, folder, unit, publication } = booklet;
  return {
    author: unit.name,
    title: booklet.render().title,
    list: `${site ?? ''}${slug}/${folder}/figures/index.html`,
    published: knownText(publication.publishedOn),
    edition: publication.corrections.at(-1)?.edition,
  };
}

function markdownOf({ title, list, edition }: Reference): string {
  const words = inMarkdown(`${title}${editionOf(edition)}，`);
  return `[${words}${CITED_WHAT}](<${list}#${CITED_ID}>)`;
}

function bibtexOf({ author, title, list, published, edition }: Reference, key: string): string {
  const entries = [
    // In braces of their own: a body's name has no parts, a title keeps its capitals.
    ['author', `{${inBibtex(author)}}`],
    ['title', `{${inBibtex(`${title}${editionOf(edition)}`)}}`],
    ['note', CITED_WHAT],
    ...(published === undefined ? [] : [['date', published] as const]),
    ['url', `${list}#${CITED_ID}`],
  ] as const;
  const lines = entries.map(([name, value]) => `  ${name} = {${value}}`);
  return `@online{${key},\n${lines.join(',\n')}\n}`;
}

function editionOf(edition: number | undefined): string {
  return edition === undefined ? '' : `（第${edition}版）`;
}
