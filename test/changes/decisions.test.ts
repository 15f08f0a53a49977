import { describe, expect, it } from 'vitest';
import { decisionChanges } from '../../src/changes/decisions.ts';
import { sourceFile } from '../../src/source/source-file.ts';
import { parseYaml, type YamlDocument } from '../../src/source/yaml.ts';

const PATH = 'content/units/changji-sme/2023/accounts.yaml';

const waiver = (wording: string, reason = '各数单独折成万元'): string => `核对说明:
  - 规则: approved-total
    数字: 收入.总计
    内容: ${wording}
    理由: ${reason}
    决定人: 张三
    日期: 2024-08-20
`;

function read(text: string): YamlDocument | undefined {
  return parseYaml(sourceFile(PATH, `年度: 2023\n${text}`)).document;
}

function become(before: string, after: string): readonly string[] {
  const changes = decisionChanges(PATH, read(before), read(after));
  return changes.map(({ kind, became, about, place }) => `${place.line} ${kind} ${became} ${about}`);
}

const APART = '批复数“收入总计”为 513.95，应为 513.96，差 0.01万元';

describe('what became of decisions', () => {
  it.each([
    ['a new waiver', '', waiver(APART), '3 waiver new approved-total 收入.总计'],
    ['a waiver that is gone', waiver(APART), '', '3 waiver gone approved-total 收入.总计'],
    [
      'a waiver of a larger difference',
      waiver(APART),
      waiver(APART.replace('0.01', '0.11')),
      '3 waiver loosened approved-total 收入.总计',
    ],
    [
      'a waiver of a smaller difference',
      waiver(APART.replace('0.01', '0.11')),
      waiver(APART),
      '3 waiver changed approved-total 收入.总计',
    ],
    [
      'a waiver that quotes less',
      waiver(APART),
      waiver('差 0.01万元'),
      '3 waiver loosened approved-total 收入.总计',
    ],
    [
      'a waiver with another reason',
      waiver(APART),
      waiver(APART, '折算'),
      '3 waiver changed approved-total 收入.总计',
    ],
    ['a new approved total', '', '批复数:\n  收入.总计: 513.95\n', '3 approved new 收入.总计'],
    ['an approved total that is gone', '批复数:\n  收入.总计: 513.95\n', '', '3 approved gone 收入.总计'],
    [
      'an approved total of another amount',
      '批复数:\n  收入.总计: 513.95\n',
      '批复数:\n  收入.总计: 513.96\n',
      '3 approved changed 收入.总计',
    ],
    [
      'an approved total that is no longer disclosed',
      '批复数:\n  收入.总计: 513.95\n',
      '批复数:\n  收入.总计: 未公开\n',
      '3 approved loosened 收入.总计',
    ],
    ['a pinned print', '', '印数:\n  收入.总计: "513.95"\n', '3 pinned new 收入.总计'],
  ])('%s', (_, before, after, expected) => {
    expect(become(before, after)).toEqual([expected]);
  });

  it('the order of waivers is no decision', () => {
    const [one, other] = [waiver(APART), waiver('另一条').replace('核对说明:\n', '')];
    expect(become(one + other, `核对说明:\n${other}${one.replace('核对说明:\n', '')}`)).toEqual([]);
  });
});
