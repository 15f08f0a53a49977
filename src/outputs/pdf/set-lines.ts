import type { Page } from './browser.ts';

/** The part of a line's width that may be left over to its justification: less than a point between two characters. */
const MOST_LEFT = 0.05;

/** By how much of a character the marks of a line can be set closer, a little first; half of a mark is blank. */
const SQUEEZES = [0.12, 0.25, 0.4];

/** By how much of their size all letters of a paragraph can be moved together or apart unseen. */
const NUDGES = [-0.01, 0.01, -0.02, 0.02, -0.03, 0.03];

/**
 * Mends lines whose characters would stand far apart because what follows does not fit: a number may then stand apart from
 * its unit, though never in pieces, and else the marks of the line are set closer, so that what follows fits after all.
 */
export async function setLines(page: Page): Promise<void> {
  await page.emulateMediaType('print');
  await page.$$eval('[data-part]', setAll, MOST_LEFT, SQUEEZES, NUDGES);
  await page.emulateMediaType();
}

/** Runs in the page. Lines are measured as they are broken, before they are justified. */
function setAll(
  parts: readonly Element[],
  mostLeft: number,
  squeezes: readonly number[],
  nudges: readonly number[],
): void {
  interface Line {
    top: number;
    right: number;
    readonly pieces: { readonly node: Text; readonly left: number }[];
  }
  const linesOf = (paragraph: Element): readonly Line[] => {
    const lines: Line[] = [];
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode() !== null) {
      const node = walker.currentNode as Text;
      range.selectNodeContents(node);
      for (const { top, bottom, left, right } of range.getClientRects()) {
        const last = lines.at(-1);
        const middle = (top + bottom) / 2;
        if (last !== undefined && Math.abs(last.top - middle) < (bottom - top) / 2) {
          last.right = Math.max(last.right, right);
          last.pieces.push({ node, left });
        } else lines.push({ top: middle, right, pieces: [{ node, left }] });
      }
    }
    return lines;
  };
  const isLoose = (paragraph: Element, line: Line | undefined): boolean => {
    const { right, width } = paragraph.getBoundingClientRect();
    return line !== undefined && right - line.right > mostLeft * width;
  };
  const release = (line: Line | undefined): boolean => {
    const whole = line?.pieces[0]?.node.parentElement?.closest<HTMLElement>('.whole');
    if (whole == null || whole.style.whiteSpace === 'normal') return false;
    whole.style.whiteSpace = 'normal';
    return true;
  };
  /** Puts each full-width mark of a line, but for one at its end, into an element of its own. */
  const marksOf = ({ top, right: end, pieces }: Line): readonly HTMLElement[] => {
    const marks: HTMLElement[] = [];
    for (const node of new Set(pieces.map((piece) => piece.node))) {
      let rest: Text | undefined = node;
      while (rest !== undefined) {
        const at: number = rest.data.search(/[（）《》“”，。；：、]/u);
        if (at < 0) break;
        const mark: Text = at === 0 ? rest : rest.splitText(at);
        rest = mark.length > 1 ? mark.splitText(1) : undefined;
        const range = document.createRange();
        range.selectNodeContents(mark);
        const { top: upper, bottom, right } = range.getBoundingClientRect();
        const isElsewhere = Math.abs((upper + bottom) / 2 - top) > (bottom - upper) / 2;
        // What is set closer to nothing would stick out of the page, and Chrome would shrink all pages.
        if (isElsewhere || right > end - 1) continue;
        const element = document.createElement('span');
        mark.replaceWith(element);
        element.append(mark);
        marks.push(element);
      }
    }
    return marks;
  };
  const squeeze = (paragraph: Element, index: number, line: Line): void => {
    const marks = marksOf(line);
    const set = (by: number): void => {
      for (const mark of marks) {
        const side = /[（《“]/u.test(mark.textContent) ? 'marginInlineStart' : 'marginInlineEnd';
        mark.style[side] = by === 0 ? '' : `${-by}em`;
      }
    };
    for (const by of squeezes) {
      set(by);
      if (!isLoose(paragraph, linesOf(paragraph)[index])) return;
    }
    for (const mark of marks) mark.replaceWith(...mark.childNodes);
    paragraph.normalize();
  };
  const setParagraph = (paragraph: HTMLElement): void => {
    let lines = linesOf(paragraph);
    if (lines.slice(0, -1).some((line) => isLoose(paragraph, line))) {
      // A last line that is not too short is worth less.
      paragraph.style.textWrap = 'wrap';
      lines = linesOf(paragraph);
    }
    for (let index = 0; index < lines.length - 1; index += 1) {
      const line = lines[index];
      if (line === undefined || !isLoose(paragraph, line)) continue;
      if (!release(lines[index + 1])) squeeze(paragraph, index, line);
      lines = linesOf(paragraph);
      // A number and its unit may not have been all that did not fit.
      if (isLoose(paragraph, lines[index])) {
        const again = lines[index];
        if (again !== undefined) squeeze(paragraph, index, again);
        lines = linesOf(paragraph);
      }
    }
  };
  /** The last resort: all letters of a paragraph a hair closer or wider, if that mends it. */
  const nudge = (paragraph: HTMLElement): void => {
    const loose = (): boolean => {
      const lines = linesOf(paragraph);
      return lines.slice(0, -1).some((line) => isLoose(paragraph, line));
    };
    if (!loose()) return;
    const own = Number.parseFloat(getComputedStyle(paragraph).letterSpacing) || 0;
    const size = Number.parseFloat(getComputedStyle(paragraph).fontSize);
    for (const by of nudges) {
      paragraph.style.letterSpacing = `${own + by * size}px`;
      if (!loose()) return;
    }
    paragraph.style.removeProperty('letter-spacing');
  };
  const sections = parts.filter((part) => part instanceof HTMLElement);
  for (const section of sections) {
    section.style.width = 'var(--room-width, auto)';
    section.style.textAlign = 'start';
  }
  for (const section of sections) {
    const paragraphs = section.querySelectorAll<HTMLElement>(':scope > p, :scope > :is(ul, ol) > li');
    for (const paragraph of paragraphs) {
      setParagraph(paragraph);
      nudge(paragraph);
    }
  }
  for (const section of sections) {
    section.style.removeProperty('width');
    section.style.removeProperty('text-align');
  }
}
