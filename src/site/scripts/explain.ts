import { originPage } from '../origins/origin-page.ts';
import { completeCitation } from './cite.ts';
import { make } from './dom.ts';

/**
 * Opens what a figure or a term leads to beside it, instead of leaving the page. Without this script, or where a page
 * cannot be fetched (a folder on a disk), the links lead there themselves.
 */
const EXPLAINED = 'a.figure, a.defined';
/** A booklet's list of figures, or one of the pages below it that explain them. */
const FIGURES = /^(.*\/figures\/)(?:[^/]+\/)?index\.html$/;
/** Space between the popover and what it explains or the window's edge, in pixels. */
const GAP = 8;

const pages = new Map<string, Promise<Document | undefined>>();
const popover = document.createElement('div');
popover.className = 'explanation';
popover.popover = 'auto';
popover.tabIndex = -1;
popover.setAttribute('role', 'dialog');

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>(EXPLAINED);
  const otherwise = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (!link || otherwise) return;
  event.preventDefault();
  explain(link).catch(() => location.assign(link.href));
});

// Whoever goes elsewhere on the page wants to see it.
addEventListener('hashchange', () => popover.hidePopover());
popover.addEventListener('click', ({ target }) => {
  const link = target instanceof Element && target.closest<HTMLAnchorElement>('a:not(.figure)');
  if (link && link.pathname === location.pathname) popover.hidePopover();
});

// On the page of cards itself.
document.addEventListener(
  'toggle',
  ({ target }) => {
    const citation = target instanceof Element && target.closest('.cite');
    const card = citation && citation.closest('.origin');
    if (card) completeCitation(card, document);
  },
  { capture: true },
);

/** Of a booklet's numbers the tab key stops at the first of each section: from there the arrow keys lead on. */
const NUMBERS = 'main a.figure';
document.addEventListener('keydown', (event) => {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (step === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const numbers = [...document.querySelectorAll<HTMLAnchorElement>(NUMBERS)].filter(
    (one) => one.offsetParent,
  );
  const at = numbers.findIndex((one) => one === document.activeElement);
  const next = at < 0 ? undefined : numbers[at + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
});

async function explain(link: HTMLAnchorElement): Promise<void> {
  const { cited, explained } = addressesOf(new URL(link.href));
  const source = (await elementAt(explained)) ?? (await elementAt(cited));
  if (source === undefined) throw new Error(`nothing to explain ${link.href}`);
  popover.replaceChildren(contentOf(source), actionsFor(cited.href, source));
  popover.setAttribute('aria-label', `${link.textContent.trim()}的说明`);
  if (popover.contains(link) || popover.matches(':popover-open')) popover.scrollTop = 0;
  else open(link);
  popover.focus();
}

/** Where a figure can be cited and where it is explained; of a term that is the same place. */
function addressesOf(link: URL): { readonly cited: URL; readonly explained: URL } {
  const folder = FIGURES.exec(link.pathname)?.[1];
  if (folder === undefined) return { cited: link, explained: link };
  const page = originPage(decodeURIComponent(link.hash.slice(1)));
  return {
    cited: new URL(`${folder}index.html${link.hash}`, link),
    explained: new URL(`${folder}${encodeURIComponent(page)}/index.html${link.hash}`, link),
  };
}

/** An element of a page, and the page with its address. */
interface Source {
  readonly element: Element;
  readonly document: Document;
  readonly page: string;
}

async function elementAt({ origin, pathname, hash }: URL): Promise<Source | undefined> {
  const page = origin + pathname;
  const found = await pageAt(page);
  const element = found?.getElementById(decodeURIComponent(hash.slice(1)));
  return found && element ? { element, document: found, page } : undefined;
}

/** Undefined where there is no such page; rejects where none can be fetched. */
function pageAt(address: string): Promise<Document | undefined> {
  const known = pages.get(address);
  if (known !== undefined) return known;
  const page = fetch(address).then(async (response) =>
    response.ok ? new DOMParser().parseFromString(await response.text(), 'text/html') : undefined,
  );
  pages.set(address, page);
  page.catch(() => pages.delete(address));
  return page;
}

/** A copy whose links lead from here to where they led from there. */
function contentOf({ element, document: page, page: address }: Source): HTMLElement {
  const nodes = [...element.childNodes].map((node) => document.importNode(node, true));
  const content = make('div', element.className || 'definition', ...nodes);
  if (element.matches('.origin')) {
    completeCitation(content, page);
    content.firstElementChild?.prepend(whose(page));
  }
  for (const one of content.querySelectorAll('[id]')) one.removeAttribute('id');
  for (const link of content.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    link.href = new URL(link.getAttribute('href') ?? '', address).href;
    // A term of a formula is explained in turn.
    if (link.closest('.formula, .zeros')) link.classList.add('figure');
  }
  return content;
}

/** Body and year, which the page of a card has once for all of them. */
function whose(page: Document): HTMLElement {
  const words = [...page.querySelectorAll('.whose > *')].map(
    ({ textContent }) => textContent.split(' · ')[0],
  );
  return make('small', '', words.join(' '));
}

function actionsFor(cited: string, { element, page }: Source): HTMLElement {
  const actions = document.createElement('p');
  actions.className = 'explanation-actions';
  const more = document.createElement('a');
  more.href = `${page}#${encodeURIComponent(element.id)}`;
  more.textContent = '打开出处页';
  actions.append(more);
  // Only on secure pages may a script write to the clipboard.
  if (isSecureContext) {
    const copy = button('复制链接', () => {
      void navigator.clipboard.writeText(cited).then(() => (copy.textContent = '已复制'));
    });
    actions.append(copy);
  }
  actions.append(button('关闭', () => popover.hidePopover()));
  return actions;
}

function button(text: string, onClick: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = text;
  element.addEventListener('click', onClick);
  return element;
}

/** Below the figure or above it, where there is more space; on a phone the stylesheet puts it at the bottom. */
function open(link: HTMLAnchorElement): void {
  document.body.append(popover);
  // So that the browser returns the focus when it closes.
  link.focus();
  popover.classList.remove('at-top');
  const around = link.getBoundingClientRect();
  const [above, below] = [around.top - 2 * GAP, innerHeight - around.bottom - 2 * GAP];
  set('room', Math.max(above, below));
  popover.showPopover();
  const { width, height } = popover.getBoundingClientRect();
  set('top', height <= below || below >= above ? around.bottom + GAP : around.top - height - GAP);
  set('left', Math.max(GAP, Math.min(around.left, document.documentElement.clientWidth - width - GAP)));
  uncover(link);
}

function set(name: string, pixels: number): void {
  popover.style.setProperty(`--${name}`, `${pixels}px`);
}

/** On a phone the figure is moved to above what it opens; at the end of a page, where that is not possible, this goes up. */
function uncover(link: Element): void {
  const covered = (): number =>
    link.getBoundingClientRect().bottom + GAP - popover.getBoundingClientRect().top;
  const over = (): boolean =>
    covered() > GAP && link.getBoundingClientRect().top < popover.getBoundingClientRect().bottom;
  if (over()) scrollBy({ top: covered(), behavior: 'instant' });
  if (over()) popover.classList.add('at-top');
}
