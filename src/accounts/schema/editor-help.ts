/** What editors show beside a field: how others fill it in, by its label or, where that is not enough, the first words of its description. */
const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  年度: ['2023'],
  沿用: ['2023'],
  单位全称: ['示例市政务服务局'],
  主管部门: ['示例市政务服务局'],
  实施单位: ['示例市政务服务中心'],
  站名: ['部门决算公开'],
  网址: ['https://www.example.gov.cn/juesuan/'],
  源文件网址: ['https://code.example.gov.cn/juesuan/blob/main/'],
  主要职能: ['示例市政务服务局是市人民政府工作部门，为正县级单位。主要职责是：……'],
  其他用车用途: ['流动政务服务车和乡镇巡回办理用车'],
  其他说明事项: ['无其他说明事项。'],
  同: ['财政拨款.支出总计'],
  成效: ['一是办件按时办结率达到99.92%；二是……。'],
  发现的问题及原因: ['一是支付集中在第四季度，原因是……；二是……。'],
  下一步改进措施: ['一是按月通报执行进度；二是……。'],
  名称: ['事业运行'],
  用途: ['党政机关和群众团体的日常运转'],
  来源: ['中央安排', '自治区安排', '地（州、市）安排', '县（市、区）安排', '其他资金'],
  执行率: ['97.16%'],
  预期目标: ['全年培训企业200家以上，培训合格率不低于90%。'],
  实际完成情况: ['全年培训企业207家，培训合格率95%。'],
  一级指标: ['产出指标', '成本指标', '效益指标', '满意度指标'],
  二级指标: ['数量指标', '质量指标', '时效指标', '经济成本指标', '社会效益指标', '服务对象满意度指标'],
  三级指标: ['培训企业家数', '培训合格率'],
  指标值: ['>=200家', '<=12万元', '=100%', '提高'],
  完成值: ['=207家', '=6万元', '=100%', '达成年度指标'],
  设定依据: ['年度工作计划'],
  偏差原因: ['合同约定次年验收，尾款未支付；已督促加快验收'],
  项目名称: ['政务服务大厅运行保障经费'],
  规则: ['approved-total'],
  数字: ['政府采购.总额'],
  位置: ['performance/project-8.yaml#指标.1'],
  内容: ['差 0.05万元'],
  理由: ['批复表即如此，已报财政局，下年更正'],
  决定人: ['张三'],
};

const UNIT_OF_MONEY = '单位（元或万元）见本文件的“金额单位”';

type Node = Record<string, unknown>;

/** Adds to an exported schema what its fields' own descriptions do not say: the unit of amounts, examples of texts. */
export function withEditorHelp(schema: Node): Node {
  const help = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(help);
    if (typeof node !== 'object' || node === null) return node;
    const entries = Object.entries(node).map(([keyword, value]): readonly [string, unknown] => [
      keyword,
      keyword === 'properties' ? helpProperties(value as Record<string, Node>, help) : help(value),
    ]);
    return Object.fromEntries(entries);
  };
  return help(schema) as Node;
}

function helpProperties(
  properties: Readonly<Record<string, Node>>,
  help: (node: unknown) => unknown,
): Readonly<Record<string, unknown>> {
  const helped = Object.entries(properties).map(([label, property]) => {
    const { description = '' } = property as { description?: string };
    // What is below keys of its own says it there.
    const money = JSON.stringify({ ...property, properties: undefined }).includes('"金额应为');
    const examples = isText(property)
      ? (EXAMPLES[/^[^，；]*/.exec(description)?.[0] ?? ''] ?? EXAMPLES[label])
      : undefined;
    return [
      label,
      {
        ...(help(property) as Node),
        ...(money && { description: `${description}；${UNIT_OF_MONEY}` }),
        ...(examples && { examples }),
      },
    ] as const;
  });
  return Object.fromEntries(helped);
}

/** Whether a field holds, or may hold, one value that has no examples of its own. */
function isText(property: Node): boolean {
  if (property['examples'] !== undefined) return false;
  const ways = property['anyOf'];
  return Array.isArray(ways) ? (ways as readonly Node[]).some(isText) : property['pattern'] !== undefined;
}
