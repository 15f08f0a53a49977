import { knownText } from '../../accounts/disclosed.ts';
import type { Booklet } from '../../compile/booklet.ts';
import { elementAddress } from '../addresses.ts';
import type { Printed } from '../figures/printed.ts';

/** A reference to a figure in the forms in which texts, Markdown and LaTeX take it. */
export interface Citation {
  readonly text: string;
  readonly markdown: string;
  readonly bibtex: string;
}

/** What a reference is made of. */
interface Reference {
  readonly author: string;
  readonly title: string;
  readonly what: string;
  readonly address: string;
  /** ISO date, where it is known. */
  readonly published: string | undefined;
  readonly edition: number | undefined;
}

/**
 * How to cite a figure, after GB/T 7714 (电子资源): body, title, figure and value, date, address.
 *
 * @param site address of the site's front page; without it the figure's address begins below that page
 */
export function citationOf(figure: Printed, booklet: Booklet, site: string | undefined): Citation {
  const { label, value, printed, unit, id } = figure;
  const { slug, year, folder, unit: body, publication } = booklet;
  const reference: Reference = {
    author: body.name,
    title: booklet.render().title,
    what: `${label}：${value === '' ? '未公开' : `${printed}${unit}`}`,
    address: `${site ?? ''}${elementAddress(`${slug}/${folder}/figures/index.html`, id)}`,
    published: knownText(publication.publishedOn),
    edition: publication.corrections.at(-1)?.edition,
  };
  return {
    text: textOf(reference),
    markdown: markdownOf(reference),
    bibtex: bibtexOf(reference, `${slug}-${year}`),
  };
}

function textOf({ author, title, what, address, published, edition }: Reference): string {
  const day = published === undefined ? '' : `（${published}）`;
  return `${author}. ${title}${editionOf(edition)}[EB/OL]. ${what}${day}. ${address}`;
}

function markdownOf({ title, what, address, edition }: Reference): string {
  const escaped = `${title}${editionOf(edition)}，${what}`.replaceAll(/[[\]\\*_`<]/g, String.raw`\$&`);
  return `[${escaped}](<${address}>)`;
}

function bibtexOf({ author, title, what, address, published, edition }: Reference, key: string): string {
  const entries = [
    // In braces of their own: a body's name has no parts, a title keeps its capitals.
    ['author', `{${escaped(author)}}`],
    ['title', `{${escaped(`${title}${editionOf(edition)}`)}}`],
    ['note', escaped(what)],
    ...(published === undefined ? [] : [['date', published] as const]),
    ['url', address],
  ] as const;
  const lines = entries.map(([name, value]) => `  ${name} = {${value}}`);
  return `@online{${key},\n${lines.join(',\n')}\n}`;
}

/** What LaTeX would read as a command. */
function escaped(text: string): string {
  return text.replaceAll(/[%#&$_{}]/g, String.raw`\$&`);
}

function editionOf(edition: number | undefined): string {
  return edition === undefined ? '' : `（第${edition}版）`;
}
