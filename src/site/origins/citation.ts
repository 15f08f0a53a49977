import { knownText } from '../../accounts/disclosed.ts';
import type { Booklet } from '../../compile/booklet.ts';
import { CITED_ID, CITED_WHAT, inBibtex, inMarkdown } from './cited-forms.ts';

/** How a figure is cited: after GB/T 7714 (电子资源) in words, and in the forms in which Markdown and LaTeX take it. */
export interface CitedForms {
  /** Body and title; figure and value; date and address. */
  readonly words: string;
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
 * How to cite any figure of a booklet, with words in place of the figure and of its id: these forms stand once on a page, and
 * a script fills them in for a card.
 *
 * @param site address of the site's front page; without it a figure's address begins below that page
 */
export function citedForms(booklet: Booklet, site: string | undefined): CitedForms {
  const reference = referenceTo(booklet, site);
  return {
    words: wordsOf(reference),
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

function wordsOf({ author, title, list, published, edition }: Reference): string {
  const day = published === undefined ? '' : `（${published}）`;
  const source = `${author}. ${title}${editionOf(edition)}[EB/OL].`;
  return `${source} ${CITED_WHAT}${day}. ${list}#${CITED_ID}`;
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
