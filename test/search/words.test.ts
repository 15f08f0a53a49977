import { describe, expect, it } from 'vitest';
import { compileSite, type Site } from '../../src/compile/compile-site.ts';
import { realFiles, textFile } from '../support/project.ts';

const PROGRAM = 'content/search/everyday.yaml';
const OWN = 'content/search/local.yaml';

/** A site with the program's words, and a file of its own. */
async function withOwn(text: string): Promise<Site> {
  const files = (await realFiles()).map((file) =>
    file.path === PROGRAM
      ? { ...file, shipped: { at: `node_modules/mingbai/${PROGRAM}`, version: '1.2.3' } }
      : file,
  );
  return compileSite([...files, textFile(OWN, text)]);
}

describe('a site’s own words for the search', () => {
  it('come before those of the program, which stay', async () => {
    const { searchWords, diagnostics } = await withOwn(
      '回答:\n  - 标题: [政府采购情况]\n    说法:\n      公务用车: [公车]\n虚词: [劳驾]\n',
    );
    expect(diagnostics.filter(({ place }) => place.file === OWN)).toEqual([]);
    expect(searchWords.answers[0]).toEqual({ titles: ['政府采购情况'], words: { 公务用车: ['公车'] } });
    expect(searchWords.answers.length).toBeGreaterThan(10);
    expect(searchWords.filler).toEqual(expect.arrayContaining(['劳驾', '多少']));
  });

  it.each([
    ['同意:\n  环保: [生态环境]\n', '1:1 unknown-key'],
    ['回答:\n  - 说法: {}\n', '2:5 missing-key'],
    ['同义:\n  环保: 生态环境\n', '2:7 wrong-type'],
  ])('are checked: %j', async (text, finding) => {
    const { diagnostics } = await withOwn(text);
    const found = diagnostics.filter(({ place }) => place.file === OWN);
    expect(found.map(({ rule, place }) => `${place.line}:${place.column} ${rule}`)).toEqual([finding]);
  });
});
