import { describe, expect, it } from 'vitest';
import { anchorOf, pathAtPlace, pathOfAnchor } from '../../src/source/anchors.ts';
import { sourceFile } from '../../src/source/source-file.ts';
import { parseYaml } from '../../src/source/yaml.ts';

const TEXT = `批复数:
  收入.总计: 1.00
  收入: 2.00
指标:
  - 一级: 产出
    分值: 3
  - 一级: 产出
    分值: 4
  - 一级: 满意度
    分值: 5
名单:
  - 甲
  - 乙
`;

const { document } = parseYaml(sourceFile('a.yaml', TEXT));
if (document === undefined) throw new Error('the sample does not parse');

const at = (line: number, column: number) => pathAtPlace(document, { file: 'a.yaml', line, column });

describe('anchors', () => {
  it.each([
    [2, 10, ['批复数', '收入.总计']],
    [2, 3, ['批复数', '收入.总计']],
    [6, 9, ['指标', 0, '分值']],
    [10, 9, ['指标', 2, '分值']],
    [13, 5, ['名单', 1]],
    [1, 1, ['批复数']],
  ])('line %i, column %i lies in %j', (line, column, path) => {
    expect(at(line, column)).toEqual(path);
  });

  it.each([
    ['批复数.收入.总计', ['批复数', '收入.总计']],
    ['批复数.收入', ['批复数', '收入']],
    ['指标.2.分值', ['指标', 1, '分值']],
    ['指标.满意度.分值', ['指标', 2, '分值']],
    ['名单.乙', ['名单', 1]],
    ['', []],
    ['指标.4', undefined],
    ['批复', undefined],
  ])('%s names %j', (anchor, path) => {
    expect(pathOfAnchor(document, anchor)).toEqual(path);
  });

  it('are by name where the name is unique, else by position', () => {
    expect(anchorOf(document, ['指标', 2, '分值'])).toBe('指标.满意度.分值');
    expect(anchorOf(document, ['指标', 1, '分值'])).toBe('指标.2.分值');
  });

  it('lead back to where they were taken from', () => {
    for (const [line, column] of [
      [2, 15],
      [3, 7],
      [6, 9],
      [8, 9],
      [10, 9],
      [12, 5],
    ] as const) {
      const path = at(line, column);
      expect(pathOfAnchor(document, anchorOf(document, path))).toEqual(path);
    }
  });
});
