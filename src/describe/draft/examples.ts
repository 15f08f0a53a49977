import type { YamlValue } from '../../source/writer/value.ts';

/** What a section of pack.yaml can look like, for those that a pack to start from may leave out. */
export const SECTION_EXAMPLES: ReadonlyMap<string, YamlValue> = new Map<string, YamlValue>([
  ['封面行', ['公开日期：{{公开.公开日期}}']],
  ['页眉', '{{单位.名称}} {{年度}}年度部门决算'],
  ['公开期限', '20'],
  ['评分', new Map<string, YamlValue>([['执行分值', '10']])],
  [
    '同数科目',
    [
      new Map<string, YamlValue>([
        ['功能', ['2210201']],
        ['经济', ['30113']],
      ]),
    ],
  ],
]);
