import { COMPARISON_NAMES, comparedIn } from '../../figures/comparisons.ts';
import { fragmentOf } from '../fragment.ts';
import { filledForm, inBibtex, inMarkdown } from '../origins/cited-forms.ts';
import { make } from './dom.ts';

/** A card of figures, wherever it stands. */
const CARD = '.origins > li';

const ESCAPED = { words: (text: string) => text, markdown: inMarkdown, bibtex: inBibtex };

/** The card in which a figure is told of; null for what is on no card. */
export function cardOf(figure: Element): HTMLElement | null {
  return figure.closest<HTMLElement>(CARD);
}

/** The whole name of a card, of which the heading above it says the beginning. */
export function cardName(card: HTMLElement): string {
  const name = card.querySelector('b');
  const start = name?.matches('.whole') === true ? '' : card.parentElement?.dataset['named'];
  return (start ?? '') + (name?.textContent ?? '');
}

/** The name of a figure of a card: of the card's own, of what compares it, of a value of a row. */
function figureName(figure: Element, card: HTMLElement): string {
  if (figure === card) return cardName(card);
  const compared = card.id === '' ? undefined : comparedIn(figure.id);
  return cardName(card) + (compared ? COMPARISON_NAMES[compared.comparison] : stepOf(figure));
}

/** `得分` of `绩效.project-1.指标.2.得分`. */
function stepOf({ id }: Element): string {
  return id.slice(id.lastIndexOf('.') + 1);
}

/** As the tables print it: where words before it say the sign, that is put back. */
function valueOf(figure: Element): string {
  const data = figure.querySelector('data');
  const text = data?.textContent ?? '';
  const isNegative = data?.value.startsWith('-') === true && !text.startsWith('-');
  return isNegative ? `-${text}` : text;
}

/**
 * A figure's citation: the forms that its page states for any figure, filled in.
 *
 * @param figure the element with its id, on the page that it is of
 */
export function citationOf(figure: Element, card: HTMLElement): HTMLElement {
  const what = `${figureName(figure, card)}：${valueOf(figure)}`;
  const forms = Object.entries(ESCAPED).map(([name, escaped]) => {
    const form = figure.ownerDocument.querySelector(`#cited-forms [data-cited=${name}]`)?.textContent ?? '';
    return make('pre', '', filledForm(form, escaped(what), fragmentOf(figure.id)));
  });
  return make('div', '', ...forms);
}

/** Something to open that is filled when it is. */
export function citeButton(fill: () => readonly Node[], words = '引用'): HTMLDetailsElement {
  const details = make('details', 'cite', make('summary', '', words));
  details.addEventListener('toggle', () => details.append(...fill()), { once: true });
  return details;
}

/** Offers on a page of cards the citation of each figure. */
export function offerCitations(): void {
  for (const card of document.querySelectorAll<HTMLElement>(CARD)) {
    const lines = [...card.querySelectorAll('[id]')];
    card.lastElementChild?.append(
      citeButton(() => [
        ...(card.id === '' ? [] : [citationOf(card, card)]),
        ...lines.map((line) => citeButton(() => [citationOf(line, card)], stepOf(line))),
      ]),
    );
  }
}
