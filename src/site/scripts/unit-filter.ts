import { fold } from '../../search/fold.ts';
import { required } from './dom.ts';

const form = required('.unit-filter', HTMLFormElement);
const status = required('.unit-count', HTMLElement);
const list = required('.units', HTMLUListElement);

interface Row {
  readonly element: HTMLElement;
  /** Its names, folded. */
  readonly names: string;
  readonly years: readonly string[];
}

const rows = Array.from(list.children)
  .filter((child) => child instanceof HTMLElement)
  .map((element): Row => {
    const name = element.querySelector('.unit-name')?.textContent ?? '';
    const years = Array.from(element.querySelectorAll('.years a'), (year) => parseInt(year.textContent, 10));
    return {
      element,
      names: fold(`${name}\t${element.dataset['names'] ?? ''}`),
      years: years.map(String),
    };
  });

function value(name: string): string {
  return String(new FormData(form).get(name) ?? '');
}

function matches({ element, names, years }: Row, terms: readonly string[]): boolean {
  const [kind, year] = [value('kind'), value('year')];
  return (
    terms.every((term) => names.includes(term)) &&
    (kind === '' || element.dataset['kind'] === kind) &&
    (year === '' || years.includes(year))
  );
}

/** What a row is sorted by, greatest first; what is not disclosed comes last. */
function rank({ element, years }: Row, order: string): number {
  if (order === 'newest') return Number(years[0]);
  const amount = element.dataset[order] ?? '';
  return amount === '' ? -Infinity : Number(amount);
}

function filter(): void {
  const terms = value('words').split(/\s+/u).map(fold);
  const shown = rows.filter((row) => {
    row.element.hidden = !matches(row, terms);
    return !row.element.hidden;
  });
  status.textContent =
    shown.length === rows.length ? `共${rows.length}个单位` : `${rows.length}个单位中有${shown.length}个`;
}

/** The list as it came is sorted by name. */
function sort(): void {
  const order = value('order');
  const sorted = order === '' ? rows : rows.toSorted((a, b) => rank(b, order) - rank(a, order));
  list.append(...sorted.map(({ element }) => element));
}

form.hidden = false;
form.addEventListener('input', filter);
form.addEventListener('change', sort);
form.addEventListener('submit', (event) => event.preventDefault());
// A browser may have kept what was typed before the page was left.
filter();
sort();
