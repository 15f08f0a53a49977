/** The element that a page's own script relies on; that it is missing is a bug of the page. */
export function required<Kind extends Element>(selector: string, kind: new () => Kind): Kind {
  const element = document.querySelector(selector);
  if (element instanceof kind) return element;
  throw new Error(`no ${selector}`);
}

/** Makes an element; text is never read as HTML. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (className !== '') element.className = className;
  element.append(...children);
  return element;
}

/** Makes a link. */
export function link(href: string, ...children: readonly (Node | string)[]): HTMLAnchorElement {
  const anchor = make('a', '', ...children);
  anchor.href = href;
  return anchor;
}
