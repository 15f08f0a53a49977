/** Runs in the page: the ids that the contents list links to, in its order. */
export function contentsTargets(): readonly string[] {
  const links = [...document.querySelectorAll('nav[data-contents] a[href^="#"]')];
  return links.map((link) => decodeURIComponent((link.getAttribute('href') ?? '').slice(1)));
}

/** Runs in the page: writes texts behind the links of the contents list, one for each, in its order. */
export function fillPageNumbers(texts: readonly string[]): void {
  const places = document.querySelectorAll('nav[data-contents] [data-page-number]');
  for (const [index, place] of places.entries()) place.textContent = texts[index] ?? '';
}
