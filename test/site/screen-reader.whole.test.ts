import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { spokenOn, type Spoken } from '../support/accessible.ts';
import { KINDS } from '../support/page-kinds.ts';
import { SiteBrowser } from '../support/site-browser.ts';

/** Whatever one can go to or do something with says what it is. */
const NAMED = new Set([
  ...['link', 'button', 'searchbox', 'textbox', 'combobox', 'DisclosureTriangle'],
  ...['table', 'figure', 'image', 'form', 'search', 'navigation', 'region', 'complementary'],
]);

/** What a reader jumps to by its name: no two have the same. */
const APART = ['heading', 'table', 'figure', 'navigation', 'region', 'search'];

/** What stands once around the content of a page; a chart in a frame of somebody else's page has nothing around it. */
const AROUND = ['banner', 'main', 'contentinfo'];

/** The whole booklet for printing is read as the PDF is: forms of a kind have one title. */
const PAGES = KINDS.filter((path) => !path.includes('/print/'));

let browser: SiteBrowser;

beforeAll(async () => {
  browser = await SiteBrowser.open();
});

afterAll(() => browser.close());

function namesOf(spoken: readonly Spoken[], role: string): readonly string[] {
  return spoken.filter((one) => one.role === role).map(({ name }) => name);
}

/** Headings that are more than one level below the heading before them. */
function skipped(spoken: readonly Spoken[]): readonly string[] {
  const headings = spoken.filter(({ role }) => role === 'heading');
  return headings
    .filter(({ level }, index) => level > (headings[index - 1]?.level ?? 0) + 1)
    .map(({ name }) => name);
}

describe('to a screen reader', () => {
  it.each(PAGES)('%s says what it is, part by part', async (path) => {
    const { spoken, language } = await browser.look(
      path,
      async (page) => ({
        spoken: await spokenOn(page),
        language: await page.evaluate(() => document.documentElement.lang),
      }),
      { width: 360, height: 780 },
    );
    expect(language).toBe('zh-CN');
    const titles = spoken.filter(({ role, level }) => role === 'heading' && level === 1);
    expect(titles).toHaveLength(1);
    expect(skipped(spoken)).toEqual([]);
    expect(spoken.filter(({ role, name }) => NAMED.has(role) && name === '')).toEqual([]);
    for (const role of APART) {
      const names = namesOf(spoken, role);
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    }
    const around = path.includes('/embed/') ? ['main'] : AROUND;
    expect(spoken.map(({ role }) => role).filter((role) => AROUND.includes(role))).toEqual(around);
  });
});
