import type { Passage } from '../../search/passages.ts';
import type { FoundBooklet, Result } from '../../search/search-index.ts';
import { link, make } from './dom.ts';

/** A result as a list item: section, unit and year, and the sentences with what was searched for marked. */
export function resultItem(result: Result): HTMLLIElement {
  const { title, booklets, passages } = result;
  const [first, ...others] = booklets;
  const item = make('li', 'result');
  if (first === undefined) return item;
  const heading = make('h2', '', link(addressOf(first, result), ...markedNodes(title)));
  item.append(heading, make('p', 'result-booklet', nameOf(first)));
  item.append(...passages.map((passage) => make('p', 'passage', ...markedNodes(passage))));
  if (others.length > 0) item.append(sameElsewhere(others, result));
  return item;
}

function sameElsewhere(booklets: readonly FoundBooklet[], result: Result): HTMLElement {
  const entries = booklets.map((booklet) =>
    make('li', '', link(addressOf(booklet, result), nameOf(booklet))),
  );
  const summary = make('summary', '', `另有${booklets.length}本决算的这一部分文字相同`);
  return make('details', '', summary, make('ul', '', ...entries));
}

function markedNodes(passage: Passage): readonly (Node | string)[] {
  return passage.map(({ text, match }) => (match ? make('mark', '', text) : text));
}

function nameOf({ name, year }: FoundBooklet): string {
  return `${name}\u3000${year}年度`;
}

/** Address of a result, as seen from the search page. */
function addressOf({ slug, year }: FoundBooklet, { page, anchor }: Result): string {
  const folder = `../${slug}/${year}/${page === '' ? '' : `${page}/`}`;
  return `${folder}index.html${anchor === '' ? '' : `#${encodeURIComponent(anchor)}`}`;
}
