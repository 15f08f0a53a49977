import { beforeAll, describe, expect, it } from 'vitest';
import type { Booklet } from '../../src/compile/booklet.ts';
import { citedForms, citedInWords } from '../../src/site/origins/citation.ts';
import { filledForm, inBibtex, inMarkdown } from '../../src/site/origins/cited-forms.ts';
import { compiled } from '../support/compiled.ts';
import { realFiles } from '../support/project.ts';

const SITE = 'https://juesuan.example/';
const ID = '支出.本年支出合计';
const ADDRESS = `https://juesuan.example/changji-sme/2023/figures/index.html#${ID}`;

let booklet: Booklet;

beforeAll(async () => {
  const [unit] = compiled(await realFiles('changji-sme')).units;
  const [first] = unit?.booklets ?? [];
  if (first === undefined) throw new Error('no booklet');
  booklet = first;
});

describe('a figure is cited', () => {
  it('in words, with the body, the booklet, the amount and the address', () => {
    const figure = { id: ID, label: '本年支出合计', value: '513.95', printed: '513.95', unit: '万元' };
    const { source, what, address } = citedInWords(figure, booklet, SITE);
    expect(`${source} ${what}${address}`).toBe(
      `昌吉回族自治州中小企业发展局. 昌吉回族自治州中小企业发展局2023年度部门决算公开说明[EB/OL]. 本年支出合计：513.95万元. ${ADDRESS}`,
    );
  });

  it('in BibTeX, the name of the body whole and what would be a command escaped', () => {
    const { bibtex } = citedForms(booklet, SITE);
    expect(filledForm(bibtex, inBibtex('占比50% & 其他：513.95万元'), ID).split('\n')).toEqual([
      '@online{changji-sme-2023,',
      '  author = {{昌吉回族自治州中小企业发展局}},',
      '  title = {{昌吉回族自治州中小企业发展局2023年度部门决算公开说明}},',
      String.raw`  note = {占比50\% \& 其他：513.95万元},`,
      `  url = {${ADDRESS}}`,
      '}',
    ]);
  });

  it('in Markdown, as a link whose words are words', () => {
    const { markdown } = citedForms(booklet, SITE);
    expect(filledForm(markdown, inMarkdown('表[1]*：5元'), ID)).toBe(
      String.raw`[昌吉回族自治州中小企业发展局2023年度部门决算公开说明，表\[1\]\*：5元](<${ADDRESS}>)`,
    );
  });
});
