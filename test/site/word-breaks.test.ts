import { afterAll, beforeAll, expect, it } from 'vitest';
import { wordsOf } from '../../src/site/content/word-breaks.ts';
import { SiteBrowser } from '../support/site-browser.ts';

let browser: SiteBrowser;

beforeAll(async () => {
  browser = await SiteBrowser.open();
});

afterAll(() => browser.close());

/** The lines in which a browser draws each of the elements, where there are several. */
const linesOf = (path: string, selector: string): Promise<readonly string[]> =>
  browser.look(
    path,
    (page) =>
      page.$$eval(selector, (elements) =>
        elements.flatMap((element) => {
          const lines = new Map<number, string>();
          const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
          for (let text = texts.nextNode(); text !== null; text = texts.nextNode())
            for (let at = 0; at < (text.nodeValue?.length ?? 0); at += 1) {
              const range = document.createRange();
              range.setStart(text, at);
              range.setEnd(text, at + 1);
              const top = Math.round(range.getBoundingClientRect().top);
              lines.set(top, (lines.get(top) ?? '') + range.toString());
            }
          const drawn = [...lines.values()].map((line) => line.trim()).filter((line) => line !== '');
          return drawn.length > 1 ? [drawn.join('|')] : [];
        }),
      ),
    { width: 360, height: 780 },
  );

it('headings that do not fit on a line of a phone are broken between words, about the middle', async () => {
  expect(await linesOf('changji-sme/2023/explanations/index.html', '.prose > h2')).toEqual([
    '四、财政拨款收入|支出决算总体情况说明',
    '五、一般公共预算|财政拨款支出决算情况说明',
    '六、一般公共预算财政拨款|基本支出决算情况说明',
    '七、财政拨款“三公”经费|支出决算情况说明',
    '八、政府性基金预算财政拨款|收入支出决算情况说明',
    '九、国有资本经营预算|财政拨款收入支出决算情况说明',
  ]);
  expect(await linesOf('changji-sme/2023/answers/three-public/index.html', 'h1')).toEqual([
    '2023年“三公”经费|花了多少，为什么',
  ]);
});

it('heads of tables are broken between words', async () => {
  expect(await linesOf('three-public/2023/index.html', 'thead th')).toEqual([
    '“三公”|经费|决算数',
    '因公|出国|（境）费',
    '公务用车|购置及运行|维护费',
    '公务|接待费',
  ]);
});

it('terms of accounting, quotations and endings stay whole', () => {
  expect(wordsOf('附属单位上缴收入')).toEqual(['附属', '单位', '上缴', '收入']);
  expect(wordsOf('年末结转和结余')).toEqual(['年末', '结转', '和结余']);
  expect(wordsOf('财政拨款“三公”经费支出')).toEqual(['财政拨款', '“三公”经费', '支出']);
  expect(wordsOf('国有企业退休人员社会化管理').slice(-2)).toEqual(['社会化', '管理']);
});

it('names of budgets break in two, so that a column of short amounts need not be as wide as they are', () => {
  expect(wordsOf('政府性基金预算财政拨款')).toEqual(['政府性', '基金预算', '财政拨款']);
  expect(wordsOf('国有资本经营预算财政拨款')).toEqual(['国有资本', '经营预算', '财政拨款']);
});
