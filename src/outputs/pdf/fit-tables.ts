import { OVERVIEW_STEPS, SHEET_STEPS, type FitStep } from './fit-steps.ts';

/*
 * What is done in the page to fit its tables. These functions call one another and nothing else: their texts are handed to
 * the browser.
 */

const SHEETS = '.form, .sheet';
const OVERVIEWS = '.contents, .at-a-glance';

/** Lines of the screen and of paper differ by hairs. */
const SPARE_MM = 2;

/** Text that follows a form to the end of its part may stand below it, if it takes no more of its page than this. */
const MOST_TEXT = 0.3;

/** A table with a step, in pixels. */
interface Measured {
  readonly height: number;
  /** The height of a page between its margins. */
  readonly room: number;
  /** What is repeated overleaf. */
  readonly head: number;
  /** Whether it is wider than its page: Chrome shrinks all pages where one is too narrow for what is on it. */
  readonly sticksOut: boolean;
}

/** The best step so far, and how many pages the table takes with it. */
interface Fitted {
  readonly pages: number;
  readonly step: FitStep;
}

/** How many pages a table takes. */
function pagesOf({ height, room, head }: Measured, below: number): number {
  const overleaf = height + below - room;
  return overleaf <= 0 ? 1 : 1 + Math.ceil(overleaf / (room - head));
}

/**
 * The better of two: what takes fewer pages. Larger letters, and a sheet that lies on its side, are only for what then stands
 * on one page; a sheet also lies where a table fits in no other way.
 *
 * @param below the height of what is to stand below the table on its last page
 */
function better(best: Fitted, step: FitStep, measured: Measured, below: number): Fitted {
  const pages = pagesOf(measured, below);
  const isLast = step.room === 'turned' && best.pages < Infinity;
  const suits = pages === 1 || (step.fit <= 1 && !isLast);
  return suits && !measured.sticksOut && pages < best.pages ? { pages, step } : best;
}

function applyStep(sheet: HTMLElement, step: FitStep): void {
  sheet.style.setProperty('--fit', String(step.fit));
  sheet.style.setProperty('--air', String(step.air));
  sheet.dataset['room'] = step.room;
  sheet.dataset['columns'] = step.content ? 'content' : 'layout';
}

/** The height of the page that a table stands on, in pixels. */
function roomOf(sheet: Element, spare: number): number {
  const room = Number.parseFloat(getComputedStyle(sheet).getPropertyValue('--room-height')) - spare;
  return (room / 25.4) * 96;
}

function measure(sheet: HTMLElement, spare: number): Measured {
  return {
    height: sheet.getBoundingClientRect().height,
    room: roomOf(sheet, spare),
    head: sheet.querySelector('thead')?.getBoundingClientRect().height ?? 0,
    sticksOut: sheet.scrollWidth > sheet.clientWidth,
  };
}

/** What of the steps that were tried is best for a table: the first that lets it stand on one page, or on the fewest. */
function bestOf(tried: readonly (readonly [FitStep, Measured])[], below: number): Fitted | undefined {
  let best: Fitted | undefined;
  for (const [step, measured] of tried) {
    best = better(best ?? { pages: Infinity, step }, step, measured, below);
    if (best.pages === 1) break;
  }
  return best;
}

/**
 * Tries steps with all tables at once, and then measures all: laying out a booklet takes its time.
 *
 * @param below the heights of what is to stand below them
 * @returns of each table the steps up to the first with which it stands on one page
 */
function tryAll(
  sheets: readonly HTMLElement[],
  steps: readonly FitStep[],
  below: readonly number[],
  spare: number,
): readonly (readonly (readonly [FitStep, Measured])[])[] {
  const tried = sheets.map((): (readonly [FitStep, Measured])[] => []);
  for (const step of steps) {
    const isOpen = sheets.map((_, index) => bestOf(tried[index] ?? [], below[index] ?? 0)?.pages !== 1);
    if (!isOpen.includes(true)) break;
    for (const [index, sheet] of sheets.entries()) if (isOpen[index] === true) applyStep(sheet, step);
    for (const [index, sheet] of sheets.entries())
      if (isOpen[index] === true) tried[index]?.push([step, measure(sheet, spare)]);
  }
  return tried;
}

/** How high the text is that follows a form to the end of its part; 0 where it is long or something else. */
function heightBehind(sheet: HTMLElement, mostText: number): number {
  const first = sheet.nextElementSibling;
  const last = sheet.parentElement?.lastElementChild;
  if (!sheet.matches('.form') || first === null || last == null) return 0;
  if (sheet.matches(':has(~ :is(figure, table, section))')) return 0;
  // With the space above it that joinText adds.
  const height = last.getBoundingClientRect().bottom - first.getBoundingClientRect().top + (8 / 25.4) * 96;
  return height <= mostText * roomOf(sheet, 0) ? height : 0;
}

/** Puts what follows a form onto its last page. */
function joinText(form: HTMLElement): void {
  form.style.breakAfter = 'auto';
  const page = getComputedStyle(form).getPropertyValue('page');
  for (let next = form.nextElementSibling; next !== null; next = next.nextElementSibling) {
    if (!(next instanceof HTMLElement)) continue;
    next.style.setProperty('page', page);
    if (next.previousElementSibling === form) next.style.setProperty('margin-block-start', '8mm');
  }
}

/** Fits tables and forms, with the text behind the last form of a part below it where that costs no page. */
async function fitSheets(
  sheets: readonly HTMLElement[],
  steps: readonly FitStep[],
  spare: number,
  mostText: number,
): Promise<void> {
  const texts = sheets.map((sheet) => heightBehind(sheet, mostText));
  document.documentElement.dataset['fitted'] = '';
  for (const sheet of sheets) if (steps[0] !== undefined) applyStep(sheet, steps[0]);
  // Laid out for the first time, they may ask for fonts.
  if (document.body.offsetHeight > 0) await document.fonts.ready;
  const tried = tryAll(sheets, steps, texts, spare);
  for (const [index, sheet] of sheets.entries()) {
    const below = texts[index] ?? 0;
    const [together, apart] = [below, 0].map((height) => bestOf(tried[index] ?? [], height));
    if (together === undefined || apart === undefined) continue;
    const isApart = below > 0 && apart.pages < together.pages;
    applyStep(sheet, (isApart ? apart : together).step);
    if (below > 0 && !isApart) joinText(sheet);
  }
}

/** Fits what stands on its page alone. */
function fitOverviews(overviews: readonly HTMLElement[], steps: readonly FitStep[], spare: number): void {
  const tried = tryAll(overviews, steps, [], spare);
  for (const [index, overview] of overviews.entries()) {
    const best = bestOf(tried[index] ?? [], 0);
    if (best !== undefined) applyStep(overview, best.step);
  }
}

const FUNCTIONS = [
  ...[pagesOf, better, applyStep, roomOf, measure, bestOf, tryAll],
  ...[heightBehind, joinText, fitSheets, fitOverviews],
];

/**
 * Tables are laid out when they are fitted, and nothing before the page is dressed: what is loaded would be painted, and painted
 * again with the tables, for nobody.
 */
const HIDDEN = `html:not([data-dressed]) > body, html:not([data-fitted]) :is(${SHEETS}) { display: none; }`;

/** As wide as no page is between its margins. */
export const SCREEN_WIDTH = 801;

/** Tables are measured as wide as on their pages. In print they are so by themselves; to say so when it begins would lay all out anew. */
const MEASURED = `@media (width: ${SCREEN_WIDTH}px) { :is(${SHEETS}, ${OVERVIEWS})[data-room] { width: var(--room-width, auto) !important; } }`;

/** What a page is laid out by while its tables are fitted. */
export const FITTING_STYLES = HIDDEN + MEASURED;

/**
 * The program that sets each table and form so that it fills one page: larger where there is room; where a few rows would go
 * over, with less air, columns as wide as what is in them, narrower margins, and at last on a sheet that lies on its side. What
 * needs more than a page in any way goes on overleaf, on as few pages as can be. A few words behind the last form stand below
 * it, and charts and contents lists that nearly fit are set closer: neither gets a page of its own.
 */
export const FIT_TABLES = `(async () => { ${FUNCTIONS.map(String).join('\n')}
  const [sheets, overviews] = ${JSON.stringify([SHEETS, OVERVIEWS])}.map((kind) => [...document.querySelectorAll(kind)]);
  await fitSheets(sheets, ${JSON.stringify(SHEET_STEPS)}, ${SPARE_MM}, ${MOST_TEXT});
  fitOverviews(overviews, ${JSON.stringify(OVERVIEW_STEPS)}, ${SPARE_MM});
})()`;
