import { expect, it } from 'vitest';
import type { BookletSource } from '../../src/document/booklet-source.ts';
import { formLinks } from '../../src/document/form-links.ts';

const form = (key: string, link: string | undefined, name?: string) => ({
  value: { kind: { key, title: `${key}自评表` }, link, name },
});

/** A booklet with links of two kinds of forms, and a form that it prints. */
const source = {
  year: {
    evaluations: [
      form('部门评价', 'https://www.example.cn/a.html', '大厅运行'),
      form('财政评价', '见财政局网站', undefined),
      form('部门评价', 'https://www.example.cn/b c.html', '数据归集'),
      form('部门评价', undefined, '印在书里的'),
    ],
  },
} as unknown as BookletSource;

it('links of a kind of forms are its own, one for each form that is published elsewhere', () => {
  expect(formLinks(source, '部门评价').map(({ name }) => name)).toEqual(['大厅运行', '数据归集']);
  expect(formLinks(source, '项目')).toEqual([]);
});

it('a form without a name is called by its kind', () => {
  expect(formLinks(source, '财政评价')).toEqual([
    { name: '财政评价自评表', target: '见财政局网站', address: false },
  ]);
});

it('only an address is one: words, and an address with a blank in it, are printed as they are', () => {
  expect(formLinks(source, '部门评价').map(({ address }) => address)).toEqual([true, false]);
});
