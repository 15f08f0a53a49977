import { beforeAll, describe, expect, it } from 'vitest';
import { isChange, type Change } from '../../src/changes/change.ts';
import { compareInputs } from '../../src/changes/compare-inputs.ts';
import { wordChanges } from '../../src/changes/words.ts';
import { remembering } from '../../src/source/recall.ts';
import type { RawFile } from '../../src/source/source-file.ts';
import { edited, realFiles, withBytes } from '../support/project.ts';

const UNIT = 'content/units/changji-sme';
const ACCOUNTS = `${UNIT}/2023/accounts.yaml`;
const NARRATIVE = `${UNIT}/2023/narrative.yaml`;
const LAST = `${UNIT}/2022/accounts.yaml`;
let files: readonly RawFile[];
const recall = remembering();

beforeAll(async () => {
  files = await realFiles('changji-sme');
});

/** What some replacements in files bring about, on top of others that both sides have. */
function changeOf(edits: readonly Edit[], common: readonly Edit[] = []): Change {
  const apply = (all: readonly RawFile[], some: readonly Edit[]): readonly RawFile[] =>
    some.reduce((now, [path, from, to]) => edited(now, path, from, to), all);
  const before = apply(files, common);
  return compareInputs({ before, after: apply(before, edits) }, recall);
}
type Edit = readonly [path: string, from: string, to: string];

describe('one changed amount', () => {
  let change: Change;
  beforeAll(() => {
    change = changeOf([[ACCOUNTS, '  货物: 5.59', '  货物: 5.64']]);
  });

  it('is told with its file, line and column, and both values', () => {
    expect(change.entries).toEqual([
      {
        place: { file: ACCOUNTS, line: 197, column: 7 },
        path: '政府采购.货物',
        before: '5.59',
        after: '5.64',
      },
    ]);
  });

  it('changes its figure and what is made of it, by how much; the approved total stands above the sum', () => {
    expect(change.figures).toEqual([
      {
        ...{ body: 'changji-sme', year: 2023, id: '政府采购.货物', label: '政府采购货物支出', unit: '万元' },
        ...{ before: '5.59', after: '5.64', values: { before: '5.59', after: '5.64' }, difference: '0.05' },
      },
    ]);
  });

  it('changes one sentence, in one number', () => {
    const [only, ...others] = change.sentences;
    expect(others).toEqual([]);
    expect(only?.part).toBe('explanations');
    expect(wordChanges(only?.before ?? '', only?.after ?? '').filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'gone', text: '5.59' },
      { kind: 'new', text: '5.64' },
    ]);
  });

  it('brings a finding, and says that nothing can be built', () => {
    expect(change.findings.gone).toEqual([]);
    expect(change.findings.new.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
      'error approved-total',
    ]);
    expect(change.errors).toEqual({ before: 0, after: 1 });
  });
});

describe('what is no change', () => {
  it.each([
    ['a comment', ACCOUNTS, '\n政府采购:\n', '\n# 一句话。\n政府采购:\n'],
    ['a comment behind a value', ACCOUNTS, '  货物: 5.59', '  货物: 5.59 # 元'],
    ['quotes', ACCOUNTS, '  货物: 5.59', '  货物: "5.59"'],
    ['the order of keys', ACCOUNTS, '  货物: 5.59\n  工程: 0.00\n', '  工程: 0.00\n  货物: 5.59\n'],
    ['line ends', NARRATIVE, '\n其他说明事项: 无其他说明事项。', '\r\n其他说明事项: 无其他说明事项。'],
  ])('%s', (_, path, from, to) => {
    const change = changeOf([[path, from, to]]);
    expect(change.entries).toEqual([]);
    expect(change.pages).toEqual([]);
    expect(isChange(change)).toBe(false);
  });

  it('says where the line numbers of origins moved', () => {
    const { movedLines } = changeOf([[ACCOUNTS, '\n政府采购:\n', '\n# 一句话。\n政府采购:\n']]);
    expect(movedLines).toContain('changji-sme/2023/figures/general-政府采购/index.html');
    expect(movedLines).not.toContain('changji-sme/2023/explanations/index.html');
  });
});

describe('what stayed though it might have been expected to change', () => {
  it('a reason beside a comparison that moved', () => {
    const { unmoved } = changeOf([[LAST, '  收入.总计: 450.53', '  收入.总计: 440.53']]);
    expect(unmoved).toMatchObject([
      {
        kind: 'reason',
        id: '收入.总计',
        before: '63.42万元',
        after: '73.42万元',
        place: { file: NARRATIVE, line: 12 },
      },
    ]);
  });

  it('a reason beside a comparison that turned from more to less', () => {
    const { unmoved } = changeOf([[LAST, '  收入.总计: 450.53', '  收入.总计: 550.53']]);
    expect(unmoved).toMatchObject([
      { kind: 'turned-reason', id: '收入.总计', before: '63.42万元', after: '-36.58万元' },
    ]);
  });

  it('a comparison that turned, though its reason was written anew, is not told again', () => {
    const { unmoved } = changeOf([
      [LAST, '  收入.总计: 450.53', '  收入.总计: 550.53'],
      [NARRATIVE, '  收入.总计: 本年度增加', '  收入.总计: 本年度减少'],
    ]);
    expect(unmoved.map(({ kind }) => kind)).toEqual(['turned']);
  });

  it('a text that quotes what a figure was', () => {
    const quoting: Edit = [NARRATIVE, '其他说明事项: 无其他说明事项。', '其他说明事项: 服务采购139.98万元。'];
    const { unmoved } = changeOf([[ACCOUNTS, '  服务: 139.98', '  服务: 139.88']], [quoting]);
    expect(unmoved).toMatchObject([
      {
        kind: 'quoted',
        id: '政府采购.服务',
        before: '139.98',
        after: '139.88',
        place: { file: NARRATIVE, line: 51 },
      },
    ]);
  });
});

describe('inputs with errors', () => {
  it('figures and findings are compared where a text names what is not there', () => {
    const broken: Edit = [
      'templates/xinjiang-2023/parts/2-explanations.md.hbs',
      '年度政府采购支出总额{{',
      '年度政府采购支出总额{{万元 政府采购.总客}}{{',
    ];
    const change = changeOf([broken, [ACCOUNTS, '  货物: 5.59', '  货物: 5.64']]);
    expect(change.booklets).toEqual([{ body: 'changji-sme', year: 2023, became: 'unreadable-after' }]);
    expect(change.figures.map(({ id }) => id)).toContain('政府采购.货物');
    expect(change.sentences).toEqual([]);
    expect(change.findings.new.map(({ rule }) => rule)).toContain('unknown-figure');
  });

  it('a file that is no YAML any more is compared line by line', () => {
    const change = changeOf([[ACCOUNTS, '  货物: 5.59', '  货物: "5.59']]);
    expect(change.entries).toEqual([
      {
        place: { file: ACCOUNTS, line: 197, column: 1 },
        path: '',
        before: '  货物: 5.59',
        after: '  货物: "5.59',
      },
    ]);
    expect(change.booklets).toEqual([{ body: 'changji-sme', year: 2023, became: 'gone' }]);
  });

  it('bytes that are no text are told of', () => {
    const after = withBytes(files, NARRATIVE, new Uint8Array([0xc4, 0xe3, 0xba, 0xc3]));
    const change = compareInputs({ before: files, after }, recall);
    expect(change.entries.map(({ place, after: now }) => [place.file, now])).toEqual([
      [NARRATIVE, '（不是文字）'],
    ]);
    expect(change.findings.new.map(({ rule }) => rule)).toContain('encoding');
  });
});

it('a name that another unit gives to the same code is held against it, though only one of them changed', async () => {
  const both = await realFiles('changji-sme', 'demo-bureau');
  const named = (name: string) => `\n科目名称:\n  "2019988": ${name}\n批复数:\n`;
  const demo = 'content/units/demo-bureau/2023/accounts.yaml';
  const before = edited(edited(both, ACCOUNTS, '\n批复数:\n', named('甲')), demo, '\n批复数:\n', named('甲'));
  const { findings } = compareInputs({
    before,
    after: edited(before, ACCOUNTS, '"2019988": 甲', '"2019988": 乙'),
  });
  expect(findings.new.map(({ rule }) => rule)).toEqual(['different-names']);
});
