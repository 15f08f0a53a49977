import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SiteBrowser } from '../support/site-browser.ts';

const LIST = 'demo-bureau/2023/figures/index.html';
const PHONE = { width: 360, height: 640, scripts: false };

let browser: SiteBrowser;

beforeAll(async () => {
  browser = await SiteBrowser.open();
});

afterAll(() => browser.close());

/** What one can read on the screen: the texts of elements that lie within it and are covered by nothing. */
function readable(): string {
  const texts = [...document.querySelectorAll('main :is(p, li, h2, h3, b, i, a, span)')].filter((element) => {
    const { left, top, bottom, width } = element.getBoundingClientRect();
    const [x, y] = [left + Math.min(width, 20) / 2, (top + bottom) / 2];
    const there = document.elementFromPoint(x, y);
    return top >= 0 && bottom <= innerHeight && there !== null && element.contains(there);
  });
  return texts.map(({ textContent }) => textContent.trim()).join('\n');
}

/** The element of an id, and whether all of its first line is on the screen and uncovered. */
function target(): { readonly text: string; readonly seen: boolean; readonly card: string | undefined } {
  const element = document.querySelector(':target');
  const box = element?.getClientRects()[0];
  const there = box && document.elementFromPoint(box.left + 8, box.top + 12);
  return {
    text: element?.textContent.trim() ?? '',
    seen: element !== null && there !== null && there !== undefined && element.contains(there),
    card: element?.closest('li')?.querySelector('a')?.href,
  };
}

describe('the address of a figure, on a phone without scripts', () => {
  it.each(['收入.总计', '支出.2080502.合计.增减率', '绩效.project-7.指标.3.得分', '人员.在职人员'])(
    'shows %s with body, year and unit, and leads to its card',
    async (id) => {
      await browser.look(
        `${LIST}#${encodeURI(id)}`,
        async (page) => {
          // The browser lays out what comes into view only now, and scrolls to the figure with it.
          await expect.poll(async () => (await page.evaluate(target)).seen).toBe(true);
          const line = await page.evaluate(target);
          const text = await page.evaluate(readable);
          expect(text).toContain('示例市政务服务局');
          expect(text).toContain('2023年度');
          expect(text).toContain('金额单位：万元');
          await page.goto(line.card ?? '');
          await expect.poll(async () => (await page.evaluate(target)).seen).toBe(true);
          expect(await page.evaluate(readable)).toMatch(/示例市政务服务局[\s\S]*2023年度/);
        },
        PHONE,
      );
    },
  );

  it('of a card that stood on the page of its group is still found there', async () => {
    const { card } = await browser.look(
      `demo-bureau/2023/figures/general/index.html#${encodeURI('收入.总计')}`,
      (page) => page.evaluate(target),
      PHONE,
    );
    expect(decodeURI(card ?? '')).toMatch(/figures\/general-收入\/index\.html#收入\.总计$/);
  });
});

describe('the card of a figure', () => {
  it('says it in words, how it changed, and how to cite it', async () => {
    const text = await browser.look(
      'demo-bureau/2023/figures/general-收入/index.html',
      (page) => page.$eval('[id="收入.本年收入合计"]', ({ textContent }) => textContent),
      PHONE,
    );
    expect(text).toContain('约六千零九万元（四舍五入到万元）');
    expect(text.replaceAll(/\s+/g, '')).toContain('比上年增加612.91万元，增长11.36%');
    expect(text).toMatch(/示例市政务服务局\. .*2023年.*\[EB\/OL\]\. 本年收入合计：6009\.22万元/);
  });

  it('can be cited in Markdown and BibTeX without scripts, too: what they take stands once on the page', async () => {
    const forms = await browser.look(
      'demo-bureau/2023/figures/general-收入/index.html',
      (page) => page.$eval('#cited-forms', ({ textContent }) => textContent),
      PHONE,
    );
    expect(forms).toMatch(/\[.*，〈名称：数值〉\]\(<.*demo-bureau\/2023\/figures\/index\.html#〈编号〉>\)/);
    expect(forms).toContain('@online{demo-bureau-2023,');
  });

  it('gives each form of the citation whole at one click', async () => {
    const selected = await browser.look('demo-bureau/2023/figures/general-收入/index.html', async (page) => {
      await page.click('[id="收入.本年收入合计"] .cite summary');
      await page.waitForSelector('[id="收入.本年收入合计"] .cite pre');
      const taken: (string | undefined)[] = [];
      for (const form of ['p', 'pre', 'pre:last-child']) {
        await page.click(`[id="收入.本年收入合计"] .cite ${form}`);
        taken.push(await page.evaluate(() => getSelection()?.toString().trim()));
      }
      return taken;
    });
    const [text, markdown, bibtex] = selected;
    expect(text).toMatch(/^示例市政务服务局\. .*本年收入合计：6009\.22万元\. .*#收入\.本年收入合计$/);
    expect(markdown).toMatch(
      /^\[.*，本年收入合计：6009\.22万元\]\(<.*demo-bureau\/2023\/figures\/index\.html#收入\.本年收入合计>\)$/,
    );
    expect(bibtex).toMatch(
      /^@online\{[\s\S]*note = \{本年收入合计：6009\.22万元\}[\s\S]*#收入\.本年收入合计\}\n\}$/,
    );
  });
});
