import { originPage } from '../origins/origin-page.ts';

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

async function explain(link: HTMLAnchorElement): Promise<void> {
  const { cited, explained } = addressesOf(new URL(link.href));
  const source = (await elementAt(explained)) ?? (await elementAt(cited));
  if (source === undefined) throw new Error(`nothing to explain ${link.href}`);
  popover.replaceChildren(contentOf(source.element, source.page), actionsFor(cited.href, source));
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

/** An element of a page, and the address of the page. */
interface Source {
  readonly element: Element;
  readonly page: string;
}

async function elementAt({ origin, pathname, hash }: URL): Promise<Source | undefined> {
  const page = origin + pathname;
  const element = (await pageAt(page))?.getElementById(decodeURIComponent(hash.slice(1)));
  return element ? { element, page } : undefined;
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
function contentOf(source: Element, address: string): HTMLElement {
  const content = document.createElement('div');
  content.className = source.className || 'definition';
  content.append(...[...source.childNodes].map((node) => document.importNode(node, true)));
  for (const one of content.querySelectorAll('[id]')) one.removeAttribute('id');
  for (const link of content.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    link.href = new URL(link.getAttribute('href') ?? '', address).href;
    // A term of a formula is explained in turn.
    if (link.closest('.formula, .zeros')) link.classList.add('figure');
  }
  return content;
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

/** Below the figure, or above it where there is more space; on a phone the stylesheet puts it at the bottom. */
function open(link: HTMLAnchorElement): void {
  document.body.append(popover);
  // So that the browser returns the focus when it closes.
  link.focus();
  popover.showPopover();
  const around = link.getBoundingClientRect();
  const { width, height } = popover.getBoundingClientRect();
  const below = innerHeight - around.bottom >= height + GAP || around.top < height + GAP;
  const top = below ? around.bottom + GAP : around.top - height - GAP;
  const left = Math.min(around.left, document.documentElement.clientWidth - width - GAP);
  popover.style.setProperty('--top', `${Math.max(GAP, Math.min(top, innerHeight - height - GAP))}px`);
  popover.style.setProperty('--left', `${Math.max(GAP, left)}px`);
}
