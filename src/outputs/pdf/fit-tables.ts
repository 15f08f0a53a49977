import type { Page } from './browser.ts';

/** What is tried with a table, each of it one step further from how it would look best. */
interface Step {
  /** Its letters, as a part of the stylesheet's, which are the smallest. */
  readonly fit: number;
  /** The air between its lines and rows, as a part of the stylesheet's. */
  readonly air: number;
  /** Which pages it stands on: those of its kind, or others that print-pages.ts knows. */
  readonly room: '' | 'tight' | 'turned';
  /** Whether its columns are as wide as what is in them, rather than as its layout says. */
  readonly content: boolean;
}

const OWN = { room: '', content: false } as const;
const BY_CONTENT = { room: '', content: true } as const;

/** The letters of no step are smaller than the stylesheet's: nine points. */
const STEPS: readonly Step[] = [
  ...[1.12, 1.06, 1].map((fit) => ({ fit, air: 1, ...OWN })),
  { fit: 1, air: 0.6, ...OWN },
  { fit: 1, air: 0.6, ...BY_CONTENT },
  { fit: 1, air: 0.3, ...OWN, room: 'tight' },
  { fit: 1, air: 0.3, ...BY_CONTENT, room: 'tight' },
  { fit: 1, air: 0, ...OWN, room: 'tight' },
  { fit: 1, air: 0, ...BY_CONTENT, room: 'tight' },
  { fit: 1, air: 0.3, ...BY_CONTENT, room: 'turned' },
];

/** What is tried with the contents list and the charts: less air, then smaller letters, down to nine points as well. */
const OVERVIEW_STEPS: readonly Step[] = [
  ...[1, 0.5, 0].map((air) => ({ fit: 1, air, ...OWN })),
  { fit: 0.95, air: 0, ...OWN },
  { fit: 0.9, air: 0, ...OWN },
];

/** Text that follows a form to the end of its part may stand below it, if it takes no more of its page than this. */
const MOST_TEXT = 0.3;

/** Lines of the screen and of paper differ by hairs. */
const SPARE_MM = 2;

/**
 * Sets each table and form so that it fills one page: larger where there is room; where a few rows would go over, with less
 * air, columns as wide as what is in them, narrower margins, and at last on a sheet that lies on its side. What needs more
 * than a page in any way goes on overleaf, on as few pages as can be. A few words behind the last form stand below it, and
 * charts and contents lists that nearly fit are set closer: neither gets a page of its own.
 */
export async function fitTables(page: Page): Promise<void> {
  await page.emulateMediaType('print');
  await page.$$eval('.form, .sheet', fitAll, { steps: STEPS, spare: SPARE_MM, mostText: MOST_TEXT });
  await page.$$eval('.contents, .at-a-glance', fitAll, {
    steps: OVERVIEW_STEPS,
    spare: SPARE_MM,
    mostText: 0,
  });
  await page.emulateMediaType();
}

interface Fitting {
  readonly steps: readonly Step[];
  /** What stays empty below, in millimetres. */
  readonly spare: number;
  /** The part of a page that text below a form may take. */
  readonly mostText: number;
}

/** Runs in the page. Each step is tried on all of them at once: laying out a booklet takes its time. */
function fitAll(elements: readonly Element[], { steps, spare, mostText }: Fitting): void {
  const pixels = (millimetres: number): number => (millimetres / 25.4) * 96;
  const roomOf = (sheet: Element): number =>
    pixels(Number.parseFloat(getComputedStyle(sheet).getPropertyValue('--room-height')) - spare);
  const apply = (sheet: HTMLElement, { fit, air, room, content }: Step): void => {
    sheet.style.setProperty('--fit', String(fit));
    sheet.style.setProperty('--air', String(air));
    sheet.dataset['room'] = room;
    sheet.dataset['columns'] = content ? 'content' : 'layout';
    sheet.style.width = 'var(--room-width, auto)';
  };
  /** The best step of each sheet, where some of them leave room for what stands below. */
  const fit = (sheets: readonly HTMLElement[], below: ReadonlyMap<Element, number>) => {
    const best = new Map(sheets.map((sheet) => [sheet, { pages: Infinity, step: steps[0] }]));
    for (const step of steps) {
      const open = sheets.filter((sheet) => (best.get(sheet)?.pages ?? 1) > 1);
      for (const sheet of open) apply(sheet, step);
      for (const sheet of open) {
        const room = roomOf(sheet);
        const overleaf = sheet.getBoundingClientRect().height + (below.get(sheet) ?? 0) - room;
        const head = sheet.querySelector('thead')?.getBoundingClientRect().height ?? 0;
        const pages = overleaf <= 0 ? 1 : 1 + Math.ceil(overleaf / (room - head));
        const { pages: fewest = Infinity } = best.get(sheet) ?? {};
        // Larger letters, and a sheet that lies on its side, are for what then stands on one page, or fits in no other way.
        const isFitting = pages === 1 || (step.fit <= 1 && (step.room !== 'turned' || fewest === Infinity));
        // Chrome shrinks all pages where one is too narrow for what is on it.
        const suits = isFitting && sheet.scrollWidth <= sheet.clientWidth && pages < fewest;
        if (suits) best.set(sheet, { pages, step });
      }
    }
    for (const [sheet, { step }] of best) if (step !== undefined) apply(sheet, step);
    return best;
  };
  /** What follows a form in its part, if that is text to the end. */
  const textBehind = (form: Element): readonly HTMLElement[] => {
    const texts: HTMLElement[] = [];
    for (let next = form.nextElementSibling; next !== null; next = next.nextElementSibling) {
      if (!(next instanceof HTMLElement) || next.matches('figure, table, section')) return [];
      texts.push(next);
    }
    return texts;
  };
  const heightOf = (texts: readonly HTMLElement[]): number => {
    const [first, last] = [texts[0], texts.at(-1)];
    return first && last
      ? last.getBoundingClientRect().bottom - first.getBoundingClientRect().top + pixels(8)
      : 0;
  };
  const sheets = elements.filter((sheet) => sheet instanceof HTMLElement);
  const behind = new Map(
    sheets
      .filter((sheet) => sheet.matches('.form'))
      .map((form) => [form, textBehind(form)] as const)
      .filter(([form, texts]) => texts.length > 0 && heightOf(texts) <= mostText * roomOf(form)),
  );
  const below = new Map([...behind].map(([form, texts]) => [form, heightOf(texts)] as const));
  const best = fit(sheets, below);
  const doubtful = [...behind.keys()].filter((form) => (best.get(form)?.pages ?? 2) > 1);
  const alone = fit(doubtful, new Map());
  for (const [form, { pages }] of alone) {
    const { pages: together, step } = best.get(form) ?? { pages: Infinity };
    if (pages < together || step === undefined) behind.delete(form);
    else apply(form, step);
  }
  for (const [form, texts] of behind) {
    form.style.breakAfter = 'auto';
    for (const text of texts) text.style.setProperty('page', getComputedStyle(form).getPropertyValue('page'));
    texts[0]?.style.setProperty('margin-block-start', '8mm');
  }
  for (const sheet of sheets) sheet.style.removeProperty('width');
}
