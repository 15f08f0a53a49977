import type { YamlValue } from '../../source/writer/value.ts';

/** What a section of pack.yaml can look like, for those that a pack to start from may leave out. */
export const SECTION_EXAMPLES: ReadonlyMap<string, YamlValue> = new Map<string, YamlValue>([
  ['封面眉题', ['部门决算公开']],
  ['封面行', ['公开日期：{{公开.公开日期}}']],
  ['封面落款', ['{{单位.名称}}']],
  ['页眉', '{{单位.名称}} {{年度}}年度部门决算'],
  [
    '自定数',
    new Map<string, YamlValue>([
      [
        '会议费.决算数',
        new Map<string, YamlValue>([
          ['名称', '会议费决算数'],
          ['单位', '万元'],
          ['可不填', '是'],
        ]),
      ],
    ]),
  ],
  [
    '自定合计',
    new Map<string, YamlValue>([
      [
        '两费.合计',
        new Map<string, YamlValue>([
          ['名称', '接待和用车费用合计'],
          ['加', ['三公经费.决算数.公务接待费', '三公经费.决算数.公务用车运行维护费']],
        ]),
      ],
    ]),
  ],
  [
    '关系',
    new Map<string, YamlValue>([
      [
        '公务接待费不超预算',
        new Map<string, YamlValue>([
          ['数', '三公经费.决算数.公务接待费'],
          ['不大于', '三公经费.全年预算数.公务接待费'],
          ['程度', '警告'],
          ['依据', '公务接待费不得超预算'],
        ]),
      ],
    ]),
  ],
  [
    '自定措辞',
    new Map<string, YamlValue>([
      [
        '结余',
        new Map<string, YamlValue>([
          ['正', '结余{{万元 数}}万元'],
          ['负', '超支{{万元 数}}万元'],
          ['零', '收支相抵'],
          ['未公开', '没有公开'],
        ]),
      ],
    ]),
  ],
  ['自定文字', new Map<string, YamlValue>([['会议费说明', new Map<string, YamlValue>([['可不写', '是']])]])],
  ['一图看懂', '不印'],
  ['账目', new Map<string, YamlValue>([['可不填', ['机关运行经费']]])],
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
