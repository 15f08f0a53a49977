import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { linkTerms } from '../../src/site/content/glossary-links.ts';

const TERMS = [
  '行政单位',
  '参照公务员法管理单位',
  '基本支出',
  '项目支出',
  '结转',
  '年初结转和结余',
  '公务用车购置',
  '“三公”经费',
];
const GLOSSARY = TERMS.map((term) => ({ term, definition: '略。' }));
const NAMES = [
  '行政单位医疗',
  '其他行政单位和机构事务支出',
  '一般公共预算财政拨款基本支出',
  '公务用车购置及运行维护费',
  '示例项目支出和绩效管理平台',
  '“三公”经费支出',
  '“三公”经费年初预算数',
];

/** A text with the words of its links in brackets. */
function linked(html: string): string {
  const root = fromHtml(html, { fragment: true });
  linkTerms(root, GLOSSARY, NAMES, '../glossary/index.html');
  return toHtml(root).replaceAll(/<a class="defined"[^>]*>([^<]*)<\/a>/g, '[$1]');
}

const paragraph = (text: string): string => linked(`<p>${text}</p>`).replaceAll(/<\/?p>/g, '');

describe('a term of the glossary', () => {
  it.each([
    [
      '2023年度基本支出151.14万元，其中：项目支出0.00万元。',
      '2023年度[基本支出]151.14万元，其中：[项目支出]0.00万元。',
    ],
    ['用于基本支出和项目支出的增加。', '用于[基本支出]和[项目支出]的增加。'],
    ['结转，年初结转和结余为0。', '[结转]，[年初结转和结余]为0。'],
    ['财政拨款“三公”经费支出49.79万元。', '财政拨款[“三公”经费支出]49.79万元。'],
    ['除“基本支出”以外。', '除“[基本支出]”以外。'],
    ['基本支出，基本支出。', '[基本支出]，基本支出。'],
  ])('leads to its definition where it stands for itself: %s', (text, expected) => {
    expect(paragraph(text)).toBe(expected);
  });

  it.each([
    ['the name of a code', '安排行政单位医疗6.98万元，其他行政单位和机构事务支出0元。'],
    ['the name of a figure', '一般公共预算财政拨款基本支出1元，“三公”经费年初预算数2元。'],
    ['the name of a figure that goes on with a word that joins', '公务用车购置及运行维护费3元。'],
    ['the name of a project', '示例项目支出和绩效管理平台已建成。'],
    [
      'a name that nobody has entered',
      '参照公务员法管理行政单位人员，下属行政单位服务中心，“放管服”项目支出台账。',
    ],
    ['a title in its brackets', '按照《行政单位财务规则》、《基本支出》执行。'],
    ['an office that is named with brackets', '行政单位（管理）服务中心，示例（市）行政单位。'],
  ])('is not linked within %s', (_, text) => {
    expect(paragraph(text)).toBe(text);
  });

  it.each([
    ['a heading', '<h3>四、基本支出，项目支出</h3>'],
    ['a line that is a title', '<p>基本支出</p>'],
    ['a link', '<p>见<a href="#x">基本支出</a>。</p>'],
    ['a table', '<figure><p>基本支出，项目支出。</p></figure>'],
    ['a name that goes on in another element', '<p>示例市<b>省级</b>行政单位<b>服务</b>中心，完。</p>'],
  ])('is not linked in %s', (_, html) => {
    expect(linked(html)).toBe(html);
  });

  it('is linked again below the next heading', () => {
    expect(linked('<p>基本支出1元。</p><h3>二</h3><p>基本支出1元。</p>')).toBe(
      '<p>[基本支出]1元。</p><h3>二</h3><p>[基本支出]1元。</p>',
    );
  });

  it('leads nowhere without a glossary', () => {
    const root = fromHtml('<p>基本支出1元。</p>', { fragment: true });
    linkTerms(root, [], NAMES, '');
    expect(toHtml(root)).toBe('<p>基本支出1元。</p>');
  });
});
