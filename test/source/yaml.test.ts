import { describe, expect, it } from 'vitest';
import { sourceFile } from '../../src/source/source-file.ts';
import { parseYaml, placeInText, placeOfKey, placeOfValue, plainValue } from '../../src/source/yaml.ts';

function parse(text: string) {
  return parseYaml(sourceFile('a.yaml', text));
}

function documentOf(text: string) {
  const { document, diagnostics } = parse(text);
  if (document === undefined) throw new Error(JSON.stringify(diagnostics));
  return document;
}

function findings(text: string): readonly string[] {
  return parse(text).diagnostics.map(({ rule, place }) => `${place.line}:${place.column} ${rule}`);
}

describe('parsing YAML', () => {
  it('keeps every scalar as the text that was written', () => {
    const text = 'a: 0.10\nb: 1234567890123456.78\nc: yes\nd: 2023-01-01\ne: "x"\nf:\n';
    expect(plainValue(documentOf(text).root)).toEqual({
      a: '0.10',
      b: '1234567890123456.78',
      c: 'yes',
      d: '2023-01-01',
      e: 'x',
      f: '',
    });
  });

  it('knows where values and keys stand, quoted, empty and nested ones too', () => {
    const document = documentOf('甲:\n  乙: "x"\n  丙:\n  丁: [1, 2]\n');
    expect(placeOfValue(document, ['甲', '乙'])).toMatchObject({ line: 2, column: 6 });
    expect(placeOfValue(document, ['甲', '丙'])).toMatchObject({ line: 3, column: 3 });
    expect(placeOfValue(document, ['甲', '丁', 1])).toMatchObject({ line: 4, column: 10 });
    expect(placeOfKey(document, ['甲', '丁'])).toMatchObject({ line: 4, column: 3 });
    expect(placeOfValue(document, ['甲', '没有'])).toMatchObject({ line: 2, column: 3 });
  });

  it('finds a word inside a block text', () => {
    const text = '目标: |-\n  第一段。\n  服务企业 40 户。\n';
    const document = documentOf(text);
    const value = '第一段。\n服务企业 40 户。';
    expect(placeInText(document, ['目标'], value, value.indexOf('40'))).toMatchObject({ line: 3, column: 8 });
  });

  it.each([
    ['a tab as indentation', 'a:\n\tb: 1\n', '2:1 yaml-syntax'],
    ['a key written twice', 'a: 1\na: 2\n', '2:1 duplicate-key'],
    ['an anchor', 'a: &x 1\n', '1:4 yaml-syntax'],
    ['a tag', 'a: !!int 1\n', '1:4 yaml-syntax'],
    ['two documents', 'a: 1\n---\nb: 2\n', '1:1 yaml-syntax'],
    ['an empty file', '', '1:1 empty-file'],
    ['nothing but a comment', '# later\n', '1:1 empty-file'],
    ['an open quote', 'a: "x\n', '1:4 yaml-syntax'],
    ['a full-width colon', '年度：2023\n单位: x\n', '1:3 yaml-syntax'],
  ])('reports %s', (_, text, expected) => {
    expect(findings(text)).toEqual([expected]);
  });

  /** What clerks write, and words of what they should read; the parser itself calls most of it bad indentation. */
  it.each([
    ['  货物:5.59', '2:6', '冒号后面要有一个空格'],
    ['  货物：5.59', '2:5', '半角冒号'],
    ['  货物 5.59', '2:10', '这一行不是“键: 值”'],
    ['  货物 5.59 # 台账', '2:10', '这一行不是“键: 值”'],
    ['  货物: -', '2:7', '没有金额的写 0.00'],
    ['  货物: "5.59', '2:7', '引号没有配对'],
    ['  原因: "三公"经费增加', '2:7', '引号之后还有文字'],
    ['  原因: 一是: 增加', '2:9', '冒号后面有空格'],
    ['  原因: [一]是增加', '2:7', '给整段文字加引号'],
    ['  原因: %占比', '2:7', '给整段文字加引号'],
    ['  原因: @科室', '2:7', '给整段文字加引号'],
    ['  原因: *重点', '2:7', '不支持引用'],
    ['  原因: | 一是', '2:9', '后面应换行'],
    ['  原因: "D:\\项目"', '2:11', '反斜杠'],
    ['   货物: 5.59', '3:3', '左对齐'],
    ['\t货物: 5.59', '2:1', '制表符'],
  ])('explains %s', (line, at, words) => {
    const [first] = parse(`采购:\n${line}\n  工程: 0.00\n`).diagnostics;
    expect(`${first?.place.line}:${first?.place.column}`).toBe(at);
    expect(first?.message).toContain(words);
  });

  it('stops at once at nesting ten thousand deep', () => {
    expect(findings('['.repeat(10_000) + ']'.repeat(10_000))).toEqual([
      expect.stringContaining('yaml-syntax'),
    ]);
  });

  it('refuses an alias bomb without expanding it', () => {
    const levels = Array.from(
      { length: 30 },
      (_, n) => `k${n}: &a${n} [${n > 0 ? `*a${n - 1}, *a${n - 1}` : '1'}]`,
    );
    const found = findings(levels.join('\n'));
    expect(found.length).toBeGreaterThan(30);
    expect(found.every((finding) => finding.endsWith('yaml-syntax'))).toBe(true);
  });
});
