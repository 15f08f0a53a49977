import { beforeAll, describe, expect, it } from 'vitest';
import type { Booklet } from '../../src/compile/booklet.ts';
import { citationOf, type Citation } from '../../src/site/origins/citation.ts';
import { compiled } from '../support/compiled.ts';
import { realFiles } from '../support/project.ts';

const SITE = 'https://juesuan.example/';
const ADDRESS = 'https://juesuan.example/changji-sme/2023/figures/index.html#支出.本年支出合计';

let booklet: Booklet;

beforeAll(async () => {
  const [unit] = compiled(await realFiles('changji-sme')).units;
  const [first] = unit?.booklets ?? [];
  if (first === undefined) throw new Error('no booklet');
  booklet = first;
});

function cite(label = '本年支出合计'): Citation {
  const figure = { id: '支出.本年支出合计', label, value: '513.95', printed: '513.95', unit: '万元' };
  return citationOf(figure, booklet, SITE);
}

describe('a figure is cited', () => {
  it('in words, with the body, the booklet, the amount and the address', () => {
    expect(cite().text).toBe(
      `昌吉回族自治州中小企业发展局. 昌吉回族自治州中小企业发展局2023年度部门决算公开说明[EB/OL]. 本年支出合计：513.95万元. ${ADDRESS}`,
    );
  });

  it('in BibTeX, the name of the body whole and what would be a command escaped', () => {
    const { bibtex } = cite('占比50% & 其他');
    expect(bibtex.split('\n')).toEqual([
      '@online{changji-sme-2023,',
      '  author = {{昌吉回族自治州中小企业发展局}},',
      '  title = {{昌吉回族自治州中小企业发展局2023年度部门决算公开说明}},',
      String.raw`  note = {占比50\% \& 其他：513.95万元},`,
      `  url = {${ADDRESS}}`,
      '}',
    ]);
  });
});
