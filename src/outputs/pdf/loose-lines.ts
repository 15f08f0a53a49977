/*
 * What is done in the page to mend its lines. These functions call one another and nothing else: set-lines.ts hands their
 * texts to the browser.
 */

/** How far a line is mended. */
export interface LineLimits {
  /** The part of a line's width that may be left over to its justification. */
  readonly mostLeft: number;
  /** By how much of a character the marks of a line can be set closer, a little first. */
  readonly squeezes: readonly number[];
  /** By how much of their size all letters of a paragraph can be moved together or apart. */
  readonly nudges: readonly number[];
}

/** A line as it is broken: its middle, its end, and the texts that it holds some of. */
interface Line {
  readonly middle: number;
  right: number;
  readonly nodes: Text[];
}

/** Work on a paragraph that begins by measuring; after each `yield` it goes on from measuring to changing, or back. */
type Turns<T = void> = Generator<undefined, T>;

function linesOf(paragraph: Element): readonly Line[] {
  const lines: Line[] = [];
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode() !== null) {
    const node = walker.currentNode as Text;
    range.selectNodeContents(node);
    for (const { top, bottom, right } of range.getClientRects()) {
      const last = lines.at(-1);
      const middle = (top + bottom) / 2;
      if (last !== undefined && Math.abs(last.middle - middle) < (bottom - top) / 2) {
        last.right = Math.max(last.right, right);
        last.nodes.push(node);
      } else lines.push({ middle, right, nodes: [node] });
    }
  }
  return lines;
}

function isLoose(paragraph: Element, line: Line | undefined, mostLeft: number): boolean {
  const { right, width } = paragraph.getBoundingClientRect();
  return line !== undefined && right - line.right > mostLeft * width;
}

/** Whether any line but the last, which is not justified, is loose. */
function hasLoose(paragraph: Element, mostLeft: number): boolean {
  return linesOf(paragraph)
    .slice(0, -1)
    .some((line) => isLoose(paragraph, line, mostLeft));
}

/** Lets the number with which a line begins stand apart from its unit. */
function release(line: Line | undefined): void {
  const whole = line?.nodes[0]?.parentElement?.closest<HTMLElement>('.whole');
  if (whole) whole.style.whiteSpace = 'normal';
}

/** Makes each full-width mark a text of its own. */
function splitMarks(node: Text): readonly Text[] {
  const at = node.data.search(/[（）《》“”，。；：、]/u);
  if (at < 0) return [];
  const mark = at === 0 ? node : node.splitText(at);
  return [mark, ...(mark.length > 1 ? splitMarks(mark.splitText(1)) : [])];
}

/** Puts each full-width mark of a line, but for one at its end, into an element of its own. Begins by changing. */
function* marksOf({ middle, right: end, nodes }: Line): Turns<readonly HTMLElement[]> {
  const elements: HTMLElement[] = [];
  const range = document.createRange();
  for (const mark of [...new Set(nodes)].flatMap(splitMarks)) {
    yield;
    range.selectNodeContents(mark);
    const { top, bottom, right } = range.getBoundingClientRect();
    const isElsewhere = Math.abs((top + bottom) / 2 - middle) > (bottom - top) / 2;
    yield;
    // What is set closer to nothing would stick out of the page, and Chrome would shrink all pages.
    if (isElsewhere || right > end - 1) continue;
    const element = document.createElement('span');
    mark.replaceWith(element);
    element.append(mark);
    elements.push(element);
  }
  return elements;
}

/** Sets the marks of a line closer until what follows fits, or leaves them as they were. */
function* squeeze(paragraph: Element, index: number, { mostLeft, squeezes }: LineLimits): Turns {
  const line = linesOf(paragraph)[index];
  yield;
  const marks = line === undefined ? [] : yield* marksOf(line);
  for (const by of squeezes) {
    for (const mark of marks) {
      const side = /[（《“]/u.test(mark.textContent) ? 'marginInlineStart' : 'marginInlineEnd';
      mark.style[side] = `${-by}em`;
    }
    yield;
    if (!isLoose(paragraph, linesOf(paragraph)[index], mostLeft)) return;
    yield;
  }
  for (const mark of marks) mark.replaceWith(...mark.childNodes);
  paragraph.normalize();
  yield;
}

/** Mends the lines of a paragraph from the first on: each moves what stands in those that follow. */
function* mendLines(paragraph: HTMLElement, limits: LineLimits): Turns {
  const { mostLeft } = limits;
  if (!hasLoose(paragraph, mostLeft)) return;
  yield;
  // A last line that is not too short is worth less.
  paragraph.style.textWrap = 'wrap';
  yield;
  let lines = linesOf(paragraph);
  for (let index = 0; index < lines.length - 1; index += 1) {
    if (!isLoose(paragraph, lines[index], mostLeft)) continue;
    yield;
    release(lines[index + 1]);
    yield;
    // A number and its unit may not have been all that did not fit.
    if (isLoose(paragraph, linesOf(paragraph)[index], mostLeft)) yield* squeeze(paragraph, index, limits);
    lines = linesOf(paragraph);
  }
}

/** The last resort: all letters of a paragraph a hair closer or wider, if that mends it. */
function* nudge(paragraph: HTMLElement, { mostLeft, nudges }: LineLimits): Turns {
  if (!hasLoose(paragraph, mostLeft)) return;
  const { letterSpacing, fontSize } = getComputedStyle(paragraph);
  const [own, size] = [Number.parseFloat(letterSpacing) || 0, Number.parseFloat(fontSize)];
  for (const by of nudges) {
    yield;
    paragraph.style.letterSpacing = `${own + by * size}px`;
    yield;
    if (!hasLoose(paragraph, mostLeft)) return;
  }
  yield;
  paragraph.style.removeProperty('letter-spacing');
}

function* mend(paragraph: HTMLElement, limits: LineLimits): Turns {
  yield* mendLines(paragraph, limits);
  yield* nudge(paragraph, limits);
}

/** Mends the text of all parts; lines are measured as they are broken, before they are justified. */
function mendParts(limits: LineLimits): void {
  const sections = [...document.querySelectorAll<HTMLElement>('[data-part]')];
  for (const section of sections) {
    section.style.width = 'var(--room-width, auto)';
    section.style.textAlign = 'start';
  }
  let open = sections.flatMap((section) => {
    const paragraphs = section.querySelectorAll<HTMLElement>(':scope > p, :scope > :is(ul, ol) > li');
    return [...paragraphs].map((paragraph) => mend(paragraph, limits));
  });
  // All measure, then all change something, and so on: the page is laid out once for all of them.
  while (open.length > 0) open = open.filter((turns) => turns.next().done !== true);
  for (const section of sections) {
    section.style.removeProperty('width');
    section.style.removeProperty('text-align');
  }
}

const FUNCTIONS = [
  ...[linesOf, isLoose, hasLoose, release, splitMarks],
  ...[marksOf, squeeze, mendLines, nudge, mend, mendParts],
];

/** The program that mends the lines of a page. */
export function mendingProgram(limits: LineLimits): string {
  return `(() => { ${FUNCTIONS.map(String).join('\n')}\nmendParts(${JSON.stringify(limits)}); })()`;
}
