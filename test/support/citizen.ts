import { setTimeout as pause } from 'node:timers/promises';
import type { ElementHandle, Page } from '../../src/outputs/pdf/browser.ts';
import type { SiteBrowser } from './site-browser.ts';

/** A phone's window, in pixels. */
const SCREEN = { width: 360, height: 780 };

/** How often a page is asked for something, and how long to wait in between, in milliseconds. */
const [TRIES, WAIT] = [60, 50];

/** What a way to an answer has cost. */
export interface Effort {
  readonly clicks: number;
  /** Screens looked at: one of each page or place that was come to, and one more for each scrolled on there. */
  readonly screens: number;
}

/** Somebody with a phone, who knows of a page only what is seen of it: reads down to words, and clicks on words. */
export class Citizen {
  private readonly page: Page;
  private readonly scripts: boolean;
  private clicks = 0;
  /** Screens looked at before the present place. */
  private before = 0;
  /** How far down the page the present place begins, in pixels, and how many screens of it were looked at. */
  private begin = 0;
  private here = 1;

  private constructor(page: Page, scripts: boolean) {
    this.page = page;
    this.scripts = scripts;
  }

  /** @param path of the page to begin with, from the site's root */
  static async at(browser: SiteBrowser, path: string, scripts: boolean): Promise<Citizen> {
    const { page } = await browser.visit(path, { ...SCREEN, scripts });
    return new Citizen(page, scripts);
  }

  get effort(): Effort {
    return { clicks: this.clicks, screens: this.before + this.here };
  }

  async leave(): Promise<void> {
    await this.page.close();
  }

  /** Reads to the end of the smallest thing with these words; spaces between them do not count. */
  async read(words: RegExp): Promise<void> {
    await this.find('', words);
  }

  /** Clicks on the first link or button with these words. */
  async click(words: RegExp): Promise<void> {
    const link = await this.find('a[href], button, summary', words);
    const leadsTo = await link.evaluate(
      (element, scripts) =>
        element instanceof HTMLAnchorElement && !(scripts && element.matches('.figure, .defined'))
          ? element.href
          : '',
      this.scripts,
    );
    this.clicks += 1;
    const isElsewhere = leadsTo !== '' && withoutHash(leadsTo) !== withoutHash(this.page.url());
    await Promise.all([isElsewhere ? this.page.waitForNavigation() : undefined, link.click()]);
    if (leadsTo !== '') await this.arrive();
  }

  /** Types into what has the focus, and sends it off. */
  async ask(words: string): Promise<void> {
    this.clicks += 1;
    await this.page.keyboard.type(words);
    await Promise.all([this.page.waitForNavigation(), this.page.keyboard.press('Enter')]);
    await this.arrive();
  }

  private async arrive(): Promise<void> {
    this.before += this.here;
    this.here = 1;
    // What is marked as the place that was asked for is looked at first, not what is cut off above it.
    this.begin = await this.page.evaluate(
      () => scrollY + Math.max(0, document.querySelector(':target')?.getBoundingClientRect().top ?? 0),
    );
  }

  /** Waits until something visible has the words, and reads on to its end. */
  private async find(selector: string, words: RegExp): Promise<ElementHandle> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const found = await this.page.evaluateHandle(visible, selector, words.source, this.begin);
      const element = found.asElement();
      if (element !== null) {
        await this.readTo(element as ElementHandle);
        return element as ElementHandle;
      }
      await pause(WAIT);
    }
    throw new Error(`${this.page.url()} does not show ${words.source}`);
  }

  private async readTo(element: ElementHandle): Promise<void> {
    const { top, bottom } = await element.evaluate((one) => {
      const box = one.getBoundingClientRect();
      return { top: box.top + scrollY, bottom: box.bottom + scrollY };
    });
    const down = Math.ceil((bottom - this.begin) / SCREEN.height);
    const up = Math.ceil((this.begin - top) / SCREEN.height);
    this.here = Math.max(this.here, down, 1 + up);
  }
}

const withoutHash = (address: string): string => address.split('#', 1)[0] ?? '';

/**
 * The first of the elements, or the smallest of all, whose visible text has the words: from where the reader has come to,
 * or else above. Runs in the page.
 */
function visible(selector: string, words: string, begin: number): Element | null {
  const pattern = new RegExp(words, 'u');
  const root = document.querySelector(':popover-open') ?? document.body;
  const hasWords = (element: Element): boolean =>
    element instanceof HTMLElement &&
    element.checkVisibility() &&
    pattern.test(element.innerText.replaceAll(/\s+/g, ''));
  const firstOf = (elements: Iterable<Element>): Element | undefined => {
    const fitting = [...elements].filter(hasWords);
    return fitting.find((one) => one.getBoundingClientRect().bottom + scrollY > begin) ?? fitting[0];
  };
  if (selector !== '') return firstOf(root.querySelectorAll(selector)) ?? null;
  const within = (element: Element): Element => {
    const child = firstOf(element.children);
    return child === undefined ? element : within(child);
  };
  return hasWords(root) ? within(root) : null;
}
