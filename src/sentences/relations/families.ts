/** Kinds into which a whole falls without rest; a list that has all the required ones claims to be whole. */
export interface Family {
  readonly required: readonly RegExp[];
  /** Left out where there is nothing of them. */
  readonly optional: readonly RegExp[];
  /** Only for wholes that are called so. */
  readonly of?: RegExp;
}

export const FAMILIES: readonly Family[] = [
  { required: [/货物/u, /工程/u, /服务/u], optional: [] },
  { required: [/人员经费/u, /公用经费/u], optional: [] },
  {
    required: [/基本支出/u, /项目支出/u],
    optional: [/经营支出|上缴上级支出|对附属单位补助/u],
    of: /一般公共预算|(?<!非)财政拨款|基金|年初预算|单位预算/u,
  },
  { required: [/基本支出/u, /项目支出/u, /经营支出/u, /上缴上级支出/u, /对附属单位补助/u], optional: [] },
  {
    required: [/因公出国|出国/u, /公务用车购置[及和]运行|公务用车费|用车购置及运/u, /公务接待|接待费/u],
    optional: [],
    of: /三公/u,
  },
  { required: [/购置(?:费|支出)/u, /运行(?:维护)?(?:费|支出)|运维费/u], optional: [], of: /用车/u },
  { required: [/在职/u, /离休/u, /退休/u], optional: [/遗属|其他/u] },
  { required: [/在职/u, /离退休/u], optional: [/遗属|其他/u] },
  { required: [/行政(?:编制|人员)|^行政$/u, /事业(?:编制|人员)|^事业$/u], optional: [/工勤|参公|后勤/u] },
  { required: [/^男|男性|男职工/u, /^女|女性|女职工/u], optional: [] },
  {
    required: [/^优秀?$|优秀?等?级?$/u, /^良好?$|良好?等?级?$/u],
    optional: [/^中等?$|合格|^差$|^较差$|一般|不合格/u],
  },
  { required: [/研究生|硕士/u, /本科/u, /大专|专科/u], optional: [/博士|高中|中专|其他/u] },
  { required: [/专职/u, /兼职/u], optional: [] },
  { required: [/上半年/u, /下半年/u], optional: [] },
  { required: [/一季度/u, /二季度/u, /三季度/u, /四季度/u], optional: [] },
  { required: [/夏粮/u, /秋粮/u], optional: [/早稻/u] },
  { required: [/线上/u, /线下/u], optional: [] },
  { required: [/^(?:其中)?[省市县区境]内/u, /^[省市县区境]外/u], optional: [] },
  {
    required: [/一般公共预算/u, /政府性基金/u, /国有资本经营/u],
    optional: [],
    of: /(?<!非)财政拨款|预算/u,
  },
  {
    required: [/一般公共预算/u, /政府性基金/u, /国有资本经营/u, /非财政拨款|其他资金|单位资金/u],
    optional: [],
    of: /收入|支出|结[转余]/u,
  },
  {
    required: [/本年收入/u, /年初.{0,8}结转/u],
    optional: [/使用非财政拨款结余|使用专用结余/u],
    of: /收入总计/u,
  },
  { required: [/本年支出/u, /年末.{0,8}结转/u], optional: [/结余分配/u], of: /支出总计/u },
  { required: [/当年财政拨款/u, /其他资金/u], optional: [/上年结转/u] },
  { required: [/(?<!不)合格|达标/u, /不合格|未达标/u], optional: [] },
  {
    required: [/已(?:完成|办结|完工)|^(?:完成|办结)/u, /未(?:完成|办结|完工)|在建|进行中|正在/u],
    optional: [],
  },
  {
    required: [/完工|竣工|验收|建成|(?<!未)完成/u, /在建|正在|施工|推进/u, /未(?:开工|启动|实施)|尚未|前期/u],
    optional: [],
  },
  { required: [/城[区镇]|县城/u, /乡[镇村]|农村|农牧区/u], optional: [/市区|城市|团场|园区/u] },
  { required: [/^(?:其中)?公办|^公立/u, /^民办|^私立|^社会办/u], optional: [] },
  { required: [/集中采购/u, /分散采购/u], optional: [] },
  { required: [/国内/u, /外事|国外|境外/u], optional: [], of: /^(?!.*国内)/u },
  { required: [/新建|新增|新开/u, /续建|延续|存量|上年结转|跨年/u], optional: [] },
  { required: [/市级|本级/u, /县级|下级|区县/u], optional: [] },
  { required: [/本级|机关/u, /所属|下属|直属/u], optional: [], of: /单位|纳入|编[制报]范围|预算/u },
  { required: [/中央/u, /自治区|省级|省/u, /市|县|地方|本级/u], optional: [/其他/u] },
];
