import { beforeAll, describe, expect, it } from 'vitest';
import type { RawFile } from '../../src/source/source-file.ts';
import { compiled } from '../support/compiled.ts';
import { edited, realFiles, textFile, textOf } from '../support/project.ts';

const ACCOUNTS = 'content/units/demo-bureau/2023/accounts.yaml';
const PACK = 'templates/demo-2023/pack.yaml';
const BOOK = 'templates/ministry-2024/layouts/书刊.yaml';

let files: readonly RawFile[];

beforeAll(async () => {
  files = await realFiles('demo-bureau');
});

/** The layout of the booklet of 2023, by what it says that it follows, and the errors. */
function layoutWith(input: readonly RawFile[]): {
  readonly about?: string;
  readonly errors: readonly string[];
} {
  const { units, diagnostics } = compiled(input);
  const booklet = units[0]?.booklets.find(({ year }) => year === 2023);
  const errors = diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, message, place: { file, line } }) => `${file}:${line} ${rule} ${message}`);
  return { errors, ...(booklet?.isPrintable === true && { about: booklet.render().layout.about }) };
}

const inAccounts = (name: string): readonly RawFile[] =>
  edited(files, ACCOUNTS, '模板: demo-2023\n', `模板: demo-2023\n版式: ${name}\n`);
const inPack = (text: string): readonly RawFile[] =>
  edited(files, PACK, '继承: xinjiang-2023\n', `继承: xinjiang-2023\n${text}`);
const ownLayout = (from: string, to: string): readonly RawFile[] => {
  const text = textOf(files, BOOK).replace(from, to);
  return [...inPack('版式: 小本\n'), textFile('templates/demo-2023/layouts/小本.yaml', text)];
};

describe('the layout of a booklet', () => {
  it('is what its pack says, inherited, and what the booklet itself asks for goes before', () => {
    expect(layoutWith(files).about).toMatch(/^书刊/u);
    expect(layoutWith(inPack('版式: 公文\n')).about).toMatch(/^公文/u);
    expect(layoutWith(inAccounts('公文')).about).toMatch(/^公文/u);
  });

  it('can be a region’s own, a file of its pack', () => {
    expect(layoutWith(ownLayout('说明: 书刊样式', '说明: 小本样式')).about).toMatch(/^小本/u);
  });

  it('must be one that the pack has, and the message lists them', () => {
    expect(layoutWith(inAccounts('公函')).errors).toEqual([
      `${ACCOUNTS}:6 unknown-layout 模板包没有版式“公函”；是否为“公文”？；请改正，不写的照模板包`,
    ]);
    expect(layoutWith(inPack('版式: 公函\n')).errors[0]).toMatch(
      /^templates\/demo-2023\/pack\.yaml:6 missing-file 没有 layouts\/公函\.yaml；是否为“公文”？；请补上/u,
    );
  });

  it.each([
    ['letters that nobody can read', '字号: 12, 行距: 21', '字号: 6, 行距: 21', '应不小于 9 磅'],
    ['lines said twice', '字号: 12, 行距: 21', '字号: 12, 行距: 21, 每页行数: 22', '只写一项'],
    ['a page number without the number', '"第 {页} 页　共 {总页} 页"', '页', '应有 {页}'],
    [
      'a typeface that there is not',
      '字体: 宋体, 字号: 12',
      '字体: 隶书, 字号: 12',
      '应为以下之一：宋体、小标宋、黑体、楷体、仿宋',
    ],
  ])('is refused where it stands: %s', (_, from, to, message) => {
    const { errors } = layoutWith(ownLayout(from, to));
    expect(errors.join('\n')).toContain('templates/demo-2023/layouts/小本.yaml:');
    expect(errors.join('\n')).toContain(message);
  });
});
