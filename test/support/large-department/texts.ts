import { sharesOf, total, yuan, type Fen, type Item, type Numbers } from './amounts.ts';

export const NAME = '示例省经济和社会综合管理厅';

export const SUB_UNITS = [
  '示例省综合管理厅机关服务中心',
  '示例省产业发展和中小企业促进中心',
  '示例省公共法律服务与普法宣传教育中心',
  '示例省城乡规划建设和环境卫生技术指导服务总站',
  '示例省信息中心',
  '示例省经济和社会综合管理厅离退休干部休养所',
];

const OFFICES = [
  ...[
    '办公室',
    '人事处',
    '规划财务处',
    '政策法规处',
    '产业发展处',
    '商贸流通处',
    '外资管理处',
    '信息化推进处',
  ],
  ...['城乡建设处', '社会事业处', '科技与教育处', '审计处', '机关党委', '离退休干部处'],
];

export const UNIT_TEXT = `名称: ${NAME}\n类型: 行政单位\n下属单位:\n${SUB_UNITS.map((name) => `  - ${name}\n`).join('')}`;

const MATTERS = [
  '系统升级',
  '设施维修',
  '专题调研',
  '业务培训',
  '标准修订',
  '档案整理',
  '现场核查',
  '窗口服务',
  '宣传推广',
  '资格评审',
];
const PLACES = [
  '省本级',
  '东部各市',
  '西部各市',
  '南部各市',
  '北部各市',
  '试点县区',
  '省级平台',
  '直属单位',
  '重点园区',
  '基层站所',
];

/** Why more or less was spent than planned, in other words for each of a hundred items. */
function reasonOf({ budget, spent }: Pick<Item, 'budget' | 'spent'>, index: number): string {
  const matter = `${PLACES[Math.floor(index / 10) % 10] ?? ''}${MATTERS[index % 10] ?? ''}`;
  return spent > budget
    ? `年中追加${matter}任务，支出相应增加`
    : `${matter}按进度付款，部分支出结转下年，比计划减少`;
}

/** narrative.yaml: a reason for each item, as a booklet has them. */
export function narrativeText(items: {
  readonly general: readonly Item[];
  readonly others: readonly string[];
}): string {
  const { general, others } = items;
  const whole = {
    budget: total(general.map(({ budget }) => budget)),
    spent: total(general.map(({ spent }) => spent)),
  };
  const reasons = general.map(
    (item, index) => `  支出.${item.code}.一般公共预算.合计.预决算差异率: ${reasonOf(item, index)}\n`,
  );
  const last = others.map((id, index) => `  ${id}: ${MATTERS[index] ?? ''}任务比上年增加\n`);
  return `# 虚构单位，由程序生成，仅供测试。
主要职能: |-
  ${NAME}是示例省人民政府组成部门，主要职责是：
  （一）拟订全省经济和社会综合管理的规划、政策并组织实施。
  （二）指导产业发展、商贸流通、城乡建设和社会事业工作。
  （三）承担省委、省政府交办的其他任务。

下设处室:
${OFFICES.map((name) => `  - ${name}\n`).join('')}
原因:
  收入.总计: 新增城乡建设和产业发展专项任务，财政拨款相应增加
  财政拨款.支出总计: 城乡建设和产业发展专项按计划实施
  支出.一般公共预算.合计: 专项任务增加，人员经费按政策调整
  支出.一般公共预算.合计.预决算差异率: ${whole.spent > whole.budget ? '年中追加专项资金，支出增加' : '部分项目按进度付款，支出减少'}
  三公经费.决算数.合计: 出访和接待任务比上年增加，车辆老化维修增多
  机关运行经费: 办公用房维修后水电和物业支出增加
${last.join('')}${reasons.join('')}
开支内容:
  因公出国（境）费: 出访人员的国际旅费、住宿费和公杂费
  公务用车运行维护费: 燃料费、维修费、保险费和过路过桥费
  公务接待费: 按规定标准安排的来访人员工作餐和住宿

其他用车用途: 工程巡检和应急物资运送

绩效管理:
  成效: 各项目按计划完成，资金使用规范。
  发现的问题及原因: 个别项目前期准备不够充分，支付集中在第四季度。
  下一步改进措施: 提前开展项目储备，按月通报支付进度。

其他说明事项: 没有需要说明的其他事项。
`;
}

const SUBJECTS = [
  ...['城乡社区公共设施维护和环境卫生综合整治', '中小企业发展专项', '公共法律服务体系建设', '对外贸易促进'],
  ...[
    '招商引资和重大展会组织',
    '全省信息化基础平台运行维护',
    '普法宣传教育',
    '城市管理执法保障',
    '群众体育设施建设',
  ],
  ...['计划生育家庭扶助', '生活困难群众临时救助', '科技条件平台共享服务', '科普活动', '高等教育产教融合试点'],
  ...['审计业务保障', '代表履职服务', '财政委托业务和绩效评价', '基层司法所标准化建设'],
  ...['工业和信息产业运行监测', '保障性住房和老旧小区配套设施改造及后续管理养护（含省级统筹跨县区项目）'],
];

/** Forms of twenty projects whose money is all that was spent on projects. */
export function formTexts(spent: Fen, numbers: Numbers): readonly string[] {
  const amounts = sharesOf(spent, SUBJECTS.length, numbers);
  return SUBJECTS.map((subject, index) => formText(subject, amounts[index] ?? 0, index));
}

function formText(subject: string, spent: Fen, index: number): string {
  const adjusted = Math.ceil((spent * (103 + (index % 5))) / 100 / 100) * 100;
  const initial = Math.floor(adjusted / 1000) * 900;
  const score = ((spent / adjusted) * 10).toFixed(2);
  const amounts = (a: Fen, b: Fen, c: Fen): string =>
    `    年初预算数: ${yuan(a)}\n    全年预算数: ${yuan(b)}\n    全年执行数: ${yuan(c)}\n`;
  const [done, sites] = [12 + index, 30 + index * 3];
  return `类型: 项目
项目名称: ${subject}项目
实施单位: ${SUB_UNITS[index % SUB_UNITS.length] ?? NAME}
金额单位: 元
资金:
  当年财政拨款:
${amounts(initial, adjusted, spent)}  其他资金:
${amounts(0, 0, 0)}执行得分: ${score}
年度总体目标:
  预期目标: 完成${subject}任务不少于${done}项，覆盖点位不少于${sites}个。
  实际完成情况: 已完成${subject}任务${done}项，覆盖点位${sites}个。
指标:
${indicators('产出指标', [
  ['数量指标', '完成任务数量', `>=${done}项`, `=${done}项`, 20],
  ['质量指标', '任务验收合格率', '=100%', '=100%', 10],
  ['时效指标', '按期完成率', '=100%', '=100%', 10],
])}${indicators('成本指标', [['经济成本指标', '预算控制率', '<=100%', `=${((spent / adjusted) * 100).toFixed(2)}%`, 20]])}${indicators(
    '效益指标',
    [['社会效益指标', `${subject}覆盖点位`, `>=${sites}个`, `=${sites}个`, 20]],
  )}${indicators('满意度指标', [['服务对象满意度指标', '服务对象满意度', '>=90%', '=92%', 10]])}`;
}

type Indicator = readonly [second: string, third: string, target: string, actual: string, weight: number];

function indicators(first: string, seconds: readonly Indicator[]): string {
  return `  - 一级指标: ${first}\n    二级:\n${seconds
    .map(
      ([second, third, target, actual, weight]) => `      - 二级指标: ${second}
        三级:
          - 三级指标: ${third}
            指标值: "${target}"
            完成值: "${actual}"
            分值: ${weight}
            得分: ${weight}.00
`,
    )
    .join('')}`;
}

/** Last year's numbers, of which the texts tell. */
export function comparativesText(amounts: ReadonlyMap<string, Fen>): string {
  return `# 虚构，仅作上年对比。
年度: 2023
金额单位: 元
用途: 仅作上年对比
对比数:
${[...amounts].map(([id, amount]) => `  ${id}: ${yuan(amount)}\n`).join('')}`;
}
