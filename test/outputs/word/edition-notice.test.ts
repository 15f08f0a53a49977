import { beforeAll, describe, expect, it } from 'vitest';
import type { Booklet } from '../../../src/compile/booklet.ts';
import type { Site } from '../../../src/compile/compile-site.ts';
import { FILES } from '../../../src/compile/published-files.ts';
import { dataSet } from '../../../src/outputs/data/data-set.ts';
import { compiled } from '../../support/compiled.ts';
import { withImprint } from '../../support/imprint.ts';
import { realFiles } from '../../support/project.ts';
import { readWord, wordFiles, type WordSection } from './read-word.ts';

let bytes: Uint8Array;
let last: WordSection | undefined;

function newestOf({ units }: Site): Booklet {
  const newest = units[0]?.booklets.at(-1);
  if (newest === undefined) throw new Error('no booklet');
  return newest;
}

/** The booklet for Word among its open data. */
async function wordOf(site: Site): Promise<Uint8Array> {
  const files = await dataSet(newestOf(site), site.settings);
  return files.find(({ path }) => path === FILES.word.path)?.bytes ?? new Uint8Array();
}

beforeAll(async () => {
  bytes = await wordOf(compiled(withImprint(await realFiles('demo-bureau'))));
  last = readWord(bytes).at(-1);
});

describe('the last page of a booklet in Word', () => {
  it('states who answers for it, how to reach them, its dates and on what terms its data may be used', () => {
    const lines = last?.blocks.map(({ text }) => text);
    expect(lines).toEqual(
      expect.arrayContaining([
        '版本说明',
        '主办单位：示例市财政局',
        '联系单位：示例市政务服务局',
        '联系电话：0000-7654322',
        '数据许可：示例开放数据许可',
        '批复日期：2024年8月20日',
        '公开日期：2024年9月5日',
        '第3版更正日期：2025年3月1日',
        '纠错：mailto:jiucuo@mail.example',
      ]),
    );
    expect(wordFiles(bytes).get('word/document.xml')).toContain(
      'HYPERLINK &quot;https://www.example/licence/&quot;',
    );
  });

  it('says what was corrected, the old number struck out beside the new', () => {
    const lines = last?.blocks.map(({ text }) => text) ?? [];
    const at = lines.indexOf('第2版更正（2024年10月8日）：原来漏列一份合同');
    expect(lines.slice(at, at + 5)).toEqual([
      '第2版更正（2024年10月8日）：原来漏列一份合同',
      '政府采购服务支出：由739.80更正为741.80万元',
      '收入总计比上年增减率：由10.01更正为10.92%',
      '第3版更正（2025年3月1日）：再次核对了合同',
      '政府采购服务支出：由741.80更正为742.80万元',
    ]);
    const struck = [
      ...(wordFiles(bytes).get('word/document.xml') ?? '').matchAll(
        /<w:strike\/><\/w:rPr><w:t[^>]*>([^<]*)/g,
      ),
    ];
    expect(struck.map(([, text]) => text)).toEqual(['739.80', '10.01', '741.80']);
  });

  it('is not there where nothing of this is known', async () => {
    const files = await realFiles('demo-bureau');
    expect(
      readWord(await wordOf(compiled(files)))
        .map(({ head }) => head)
        .join(''),
    ).not.toContain('版本说明');
  });
});
