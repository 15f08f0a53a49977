import { h } from 'hastscript';
import { toHtml } from 'hast-util-to-html';
import { expect, it } from 'vitest';
import { printContent } from '../../src/site/content/print-content.ts';
import { headWords } from '../../src/site/content/word-breaks.ts';

const form = h('figure', { dataForm: 'project-1' }, [
  h('table', [
    h('tbody', [h('tr', [h('th', '偏差原因分析及改进措施'), h('td', '>=90%'), h('td', '<=5天')])]),
  ]),
]);

it.each([
  ['一般公共预算财政拨款', '一般公共预算|财政拨款'],
  ['偏差原因分析及改进措施', '偏差原因|分析|及改进措施'],
  ['年末财政拨款结转和结余', '年末|财政拨款|结转|和结余'],
  ['功能分类科目编码', '功能|分类|科目编码'],
])('a head of a table breaks between its words: %s', (head, broken) => {
  expect(
    headWords(head)
      .map((node) => (node.type === 'text' ? node.value : '|'))
      .join(''),
  ).toBe(broken);
});

it('a form has its heads among its rows, and they break there as well', () => {
  expect(toHtml(printContent([form], false)[0] ?? [])).toContain('<th>偏差原因<wbr>分析<wbr>及改进措施</th>');
});

it('comparisons are printed as they were typed, or with signs of print where the pack says so', () => {
  expect(toHtml([...printContent([form], false)])).toContain('<td>>=90%</td><td>&#x3C;=5天</td>');
  expect(toHtml([...printContent([form], true)])).toContain('<td>≥90%</td><td>≤5天</td>');
});
