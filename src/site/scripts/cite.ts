import { filledForm, inBibtex, inMarkdown } from '../origins/cited-forms.ts';
import { make } from './dom.ts';

const ESCAPED = { markdown: inMarkdown, bibtex: inBibtex };

/**
 * Adds to the citation of a card the forms in which Markdown and LaTeX take it. Nothing is added where they are there already.
 *
 * @param card or a copy of it, its links as they were
 * @param page the page that the card is of, which has these forms for any figure
 */
export function completeCitation(card: Element, page: Document): void {
  const citation = card.querySelector('.cite');
  const what = citation?.querySelector('span')?.textContent ?? '';
  // As it is written: what stands in an address by its code stays so.
  const id = card.querySelector('a')?.getAttribute('href')?.split('#')[1] ?? '';
  if (!citation || citation.querySelector('pre')) return;
  for (const [name, escaped] of Object.entries(ESCAPED)) {
    const form = page.querySelector(`#cited-forms [data-cited=${name}]`)?.textContent ?? '';
    citation.append(make('pre', '', filledForm(form, escaped(what), id)));
  }
}
