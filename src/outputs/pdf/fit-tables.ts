import type { Page } from './browser.ts';
import {
  better,
  OVERVIEW_STEPS,
  SHEET_STEPS,
  type FitStep,
  type Fitted,
  type Measured,
} from './fit-steps.ts';

const SHEETS = '.form, .sheet';
const OVERVIEWS = '.contents, .at-a-glance';

/** Lines of the screen and of paper differ by hairs. */
const SPARE_MM = 2;

/** Text that follows a form to the end of its part may stand below it, if it takes no more of its page than this. */
const MOST_TEXT = 0.3;

/**
 * Sets each table and form so that it fills one page: larger where there is room; where a few rows would go over, with less
 * air, columns as wide as what is in them, narrower margins, and at last on a sheet that lies on its side. What needs more
 * than a page in any way goes on overleaf, on as few pages as can be. A few words behind the last form stand below it, and
 * charts and contents lists that nearly fit are set closer: neither gets a page of its own.
 */
export async function fitTables(page: Page): Promise<void> {
  await page.emulateMediaType('print');
  const texts = await page.$$eval(SHEETS, heightsBehind, MOST_TEXT);
  const together = await fit(page, SHEETS, SHEET_STEPS, texts);
  const doubtful = together.map(({ pages }, index) => pages > 1 && (texts[index] ?? 0) > 0);
  const apart = doubtful.includes(true) ? await fit(page, SHEETS, SHEET_STEPS, []) : together;
  const chosen = together.map((one, index) => {
    const other = apart[index] ?? one;
    return doubtful[index] === true && other.pages < one.pages ? other : one;
  });
  await apply(page, SHEETS, chosen);
  const joined = together.map((one, index) => (texts[index] ?? 0) > 0 && chosen[index] === one);
  await page.$$eval(SHEETS, joinTexts, joined);
  await apply(page, OVERVIEWS, await fit(page, OVERVIEWS, OVERVIEW_STEPS, []));
  await page.$$eval(`${SHEETS}, ${OVERVIEWS}`, releaseWidths);
  await page.emulateMediaType();
}

/** The best step of each table. Each step is tried on all of them at once: laying out a booklet takes its time. */
async function fit(
  page: Page,
  selector: string,
  steps: readonly FitStep[],
  below: readonly number[],
): Promise<readonly Fitted[]> {
  let best: readonly Fitted[] | undefined;
  for (const step of steps) {
    const tried = best?.map((one) => (one.pages > 1 ? step : one.step)) ?? [step];
    const measured: readonly Measured[] = await page.$$eval(selector, applySteps, tried, SPARE_MM);
    best ??= measured.map(() => ({ pages: Infinity, step }));
    best = best.map((one, index) => {
      const now = measured[index];
      return one.pages > 1 && now !== undefined ? better(one, step, now, below[index] ?? 0) : one;
    });
    if (best.every(({ pages }) => pages === 1)) break;
  }
  return best ?? [];
}

async function apply(page: Page, selector: string, fitted: readonly Fitted[]): Promise<void> {
  const steps = fitted.map(({ step }) => step);
  await page.$$eval(selector, applySteps, steps, SPARE_MM);
}

/** Runs in the page: gives each table its step, the first to those for which there is none, and measures them. */
function applySteps(sheets: readonly Element[], steps: readonly FitStep[], spare: number): Measured[] {
  for (const [index, sheet] of sheets.entries()) {
    const step = steps[index] ?? steps[0];
    if (!(sheet instanceof HTMLElement) || step === undefined) continue;
    sheet.style.setProperty('--fit', String(step.fit));
    sheet.style.setProperty('--air', String(step.air));
    sheet.dataset['room'] = step.room;
    sheet.dataset['columns'] = step.content ? 'content' : 'layout';
    sheet.style.width = 'var(--room-width, auto)';
  }
  return sheets.map((sheet) => {
    const room = Number.parseFloat(getComputedStyle(sheet).getPropertyValue('--room-height')) - spare;
    return {
      height: sheet.getBoundingClientRect().height,
      room: (room / 25.4) * 96,
      head: sheet.querySelector('thead')?.getBoundingClientRect().height ?? 0,
      sticksOut: sheet.scrollWidth > sheet.clientWidth,
    };
  });
}

/** Runs in the page: how high the text is that follows each form to the end of its part; 0 where it is long or something else. */
function heightsBehind(sheets: readonly Element[], mostText: number): number[] {
  return sheets.map((sheet) => {
    const first = sheet.nextElementSibling;
    const last = sheet.parentElement?.lastElementChild;
    if (!sheet.matches('.form') || first === null || last == null) return 0;
    if (sheet.matches(':has(~ :is(figure, table, section))')) return 0;
    const room = Number.parseFloat(getComputedStyle(sheet).getPropertyValue('--room-height'));
    // With the space above it that joinTexts adds.
    const height = last.getBoundingClientRect().bottom - first.getBoundingClientRect().top + (8 / 25.4) * 96;
    return height <= mostText * ((room / 25.4) * 96) ? height : 0;
  });
}

/** Runs in the page: puts what follows forms onto their last pages. */
function joinTexts(forms: readonly Element[], joined: readonly boolean[]): void {
  for (const [index, form] of forms.entries()) {
    if (joined[index] !== true || !(form instanceof HTMLElement)) continue;
    form.style.breakAfter = 'auto';
    const page = getComputedStyle(form).getPropertyValue('page');
    for (let next = form.nextElementSibling; next !== null; next = next.nextElementSibling) {
      if (!(next instanceof HTMLElement)) continue;
      next.style.setProperty('page', page);
      if (next.previousElementSibling === form) next.style.setProperty('margin-block-start', '8mm');
    }
  }
}

/** Runs in the page: what was set to measure is not for the print. */
function releaseWidths(sheets: readonly Element[]): void {
  for (const sheet of sheets) if (sheet instanceof HTMLElement) sheet.style.removeProperty('width');
}
