import { describe, expect, it } from 'vitest';
import { joinLines } from '../../src/source/folded-text.ts';
import { sourceFile } from '../../src/source/source-file.ts';
import { parseYaml, placeInText, plainValue } from '../../src/source/yaml.ts';

function documentOf(text: string) {
  const { document, diagnostics } = parseYaml(sourceFile('a.yaml', text));
  if (document === undefined) throw new Error(JSON.stringify(diagnostics));
  return document;
}

describe('a text that goes on in the next line', () => {
  it.each([
    ['plain', '甲: 本年在职人员\n  减少，工资\n  相应减少\n'],
    ['in double quotes', '甲: "本年在职人员\n  减少，工资\n  相应减少"\n'],
    ['in single quotes', "甲: '本年在职人员\n  减少，工资\n  相应减少'\n"],
    ['as a folded block', '甲: >-\n  本年在职人员\n  减少，工资\n  相应减少\n'],
    ['with a blank before the line end', '甲: >-\n  本年在职人员 \n  减少，工资\t\n  相应减少\n'],
    ['with the line ends of Windows', '甲: 本年在职人员\r\n  减少，工资\r\n  相应减少\r\n'],
    ['with an escaped line end', '甲: "本年在职人员\\\n  减少，工资\n  相应减少"\n'],
  ])('is one Chinese text: %s', (_, text) => {
    expect(plainValue(documentOf(text).root)).toEqual({ 甲: '本年在职人员减少，工资相应减少' });
  });

  it.each([
    ['words of letters', 'open\n  government data', 'open government data'],
    ['a number and a Chinese unit', '共513.95\n  万元', '共513.95万元'],
    ['a letter and a Chinese character', '使用 Linux\n  系统', '使用 Linux系统'],
    ['a Chinese mark and letters', '推行\n  “AB 岗”，\n  WiFi 覆盖', '推行“AB 岗”，WiFi 覆盖'],
    [
      'quotation marks around letters',
      'called “open\n  data” here\n  and “there”\n  too',
      'called “open data” here and “there” too',
    ],
    ['quotation marks around Chinese', '推进“一网通办”\n  “跨省通办”', '推进“一网通办”“跨省通办”'],
    ['a dash', '由甲地——\n  乙地', '由甲地——乙地'],
    ['full-width figures', '增加３\n  ０人', '增加３０人'],
  ])('keeps a space only between words of letters: %s', (_, written, value) => {
    expect(plainValue(documentOf(`甲: ${written}\n`).root)).toEqual({ 甲: value });
  });

  it('keeps paragraphs, blanks within a line and escapes', () => {
    expect(plainValue(documentOf('甲: |-\n  第一段\n  第二段\n').root)).toEqual({ 甲: '第一段\n第二段' });
    expect(plainValue(documentOf('甲: >-\n  第一段\n\n  第二\n  段\n').root)).toEqual({
      甲: '第一段\n第二段',
    });
    expect(plainValue(documentOf('甲: "人 员\\n减\n  少"\n').root)).toEqual({ 甲: '人 员\n减少' });
  });

  it('is found at its place in the file', () => {
    const value = '人员减少“三公”，工资减少';
    const at = value.lastIndexOf('减少');
    const place = (text: string) => placeInText(documentOf(text), ['甲'], value, at);
    expect(place('甲: 人员减少\n  “三公”，\n  工资减少\n')).toMatchObject({ line: 3, column: 5 });
    expect(place('甲: >-\n  人员减少“三公”，工资\n  减少\n')).toMatchObject({ line: 3, column: 3 });
    const quoted = "甲: '人员''减少，\n  工资减少'\n";
    const words = "人员'减少，工资减少";
    expect(placeInText(documentOf(quoted), ['甲'], words, words.lastIndexOf('减少'))).toMatchObject({
      line: 2,
      column: 5,
    });
  });
});

describe('joinLines', () => {
  it('joins the lines of a template as those of a file', () => {
    expect(joinLines('共计\n  万元，\nopen \n data')).toBe('共计万元，open data');
    expect(joinLines('\n万元\n')).toBe('万元');
  });
});
