import type { Sentence } from '../sentence.ts';
import { counted, foundIn, numberAt, textRelation, type TextRelation } from './text-numbers.ts';

const NAME = String.raw`[^，。；：、\d（）等和及与分各均每共第]{1,18}`;
const ROW = String.raw`(?:${NAME}、){2,}${NAME}(?:(?:和|及|与|以及)${NAME})?`;
const FEW = String.raw`${NAME}(?:、${NAME})*(?:、|和|及|与|以及)${NAME}`;
const UNIT =
  '(?<unit>个|项|家|所|类|种|大类|条|部|场|次|门|支|座|处|人|名|套|台|辆|份|期|批|届|件|册|间|栋|幢)';
/** 红星、前进、柳树沟、上河、下河 5 个村. */
const BEHIND = new RegExp(
  String.raw`(?<names>${ROW}?)(?:共|这)?(?<count>\d{1,2}|[三四五六七八九十]{1,2})${UNIT}`,
  'dgu',
);
/** 断面 4 个，分别位于甲、乙、丙和丁，. */
const AHEAD = new RegExp(
  String.raw`(?<count>\d{1,2}|[两三四五六七八九十]{1,2})${UNIT}[^，。；：、\d]{0,8}(?:，|：|（)(?:(?:分别|依次)(?:位于|为|是|在|设在|来自|布设在)：?|即(?:为)?)(?<names>${FEW})(?=[，。；）]|$)`,
  'dgu',
);
/** Of few names, what is counted behind them may be another thing. */
const FEWEST_BEHIND = 4;
const FEWEST_AHEAD = 2;
/** Of projects that are called so, three names are all. */
const FEWEST_PROJECTS = 3;
/** 智慧社区建设、电梯检测、仓库修缮 4 个项目: each is long enough to be one of them. */
const LONG = 4;
const CALLED = /^(?:子|重点|专项)?(?:项目|内设机构|课题|工程)/u;
/** Names and number lie no further apart by a slip. */
const NEAR = 2;

/** 东风、红旗、向阳 3 个社区被命名为…: names alone, of places or bodies, and a deed told of all of them. */
const OF_PLACES = new RegExp(
  String.raw`(?<=^|[，。；：])(?<names>[\p{Script=Han}]{2,5}(?:、[\p{Script=Han}]{2,5})+(?:(?:和|及|与)[\p{Script=Han}]{2,5})?)(?:共|这)?(?<count>\d{1,2}|[三四五六七八九十]{1,2})(?<unit>个|家|所)(?=(?:窗口|社区|村|乡镇|镇|街道|部门|单位|科室|站所|平台|系统|阶段|环节|园区|县区|中心|学校|领域|板块)(?:被|均|已|全部|荣?获|完成|实现|列入|纳入|入选|开展|达标|建成|互联|通过))`,
  'dgu',
);
const FEWEST_OF_PLACES = 3;

/** 下辖甲、乙 2 家: the word says that all are named. */
const UNDER = new RegExp(
  String.raw`(?:下辖|下设|所属|直属|管辖|包括|分别为|分别是)(?<names>${NAME}(?:、${NAME})+(?:(?:和|及|与|以及)${NAME})?)(?:共|这)?(?<count>\d{1,2}|[两三四五六七八九十]{1,2})${UNIT}`,
  'dgu',
);
const FEWEST_UNDER = 2;
const NUMBERED = String.raw`[\p{Script=Han}（）“”]{1,12}\d[\d.,]*[\p{Script=Han}（）]{1,3}`;
/** 设备 3 类，即课桌椅 120 套、黑板 18 块、讲台 18 张. */
const OF_KINDS = new RegExp(
  String.raw`(?<count>\d{1,2}|[两三四五六七八九十]{1,2})(?<unit>大?类|种|样)[^，。；：、\d]{0,8}(?:，|：|（)(?:即|分别为|分别是|包括|为|有)(?<names>${NUMBERED}(?:、${NUMBERED})*(?:、|和|及|与|以及)${NUMBERED})(?=[，。；）]|$)`,
  'dgu',
);
const MONTH = String.raw`\d{1,2}月(?:\d{1,2}日|份|[上中下]旬|[初中底末])?`;
/** 召开 3 次推进会，分别在 3月、7月和11月召开. */
const IN_MONTHS = new RegExp(
  String.raw`(?<count>\d{1,2}|[两三四五六七八九十]{1,2})(?<unit>次|场|期|批|轮|届|场次|批次)[^，。；：、\d]{0,14}[，（](?:分别|依次)(?:在|于|是|为)(?<names>${MONTH}(?:、${MONTH})*(?:和|及|与)${MONTH}|${MONTH}(?:、${MONTH})+)`,
  'dgu',
);

/** As many names as the sentence counts. */
export function nameRelations(sentence: Sentence): readonly TextRelation[] {
  if (!/、|月[和及与]/u.test(sentence.text)) return [];
  return [
    ...relationsOf(BEHIND, FEWEST_BEHIND, sentence),
    ...relationsOf(OF_PLACES, FEWEST_OF_PLACES, sentence),
    ...relationsOf(AHEAD, FEWEST_AHEAD, sentence),
    ...relationsOf(UNDER, FEWEST_UNDER, sentence),
    ...relationsOf(OF_KINDS, FEWEST_UNDER, sentence),
    ...relationsOf(IN_MONTHS, FEWEST_UNDER, sentence),
  ];
}

function relationsOf(pattern: RegExp, fewest: number, { text, from }: Sentence): readonly TextRelation[] {
  return foundIn(text, pattern).flatMap(({ groups, at }) => {
    const { names = '', count = '', unit = '' } = groups;
    const told = counted(count);
    const [least, most] = numberOf(names);
    const enough = areProjects(names, text.slice(at + count.length + unit.length))
      ? Math.min(FEWEST_PROJECTS, fewest)
      : fewest;
    if (told === undefined || most < enough || told > most + NEAR || told < least - NEAR) return [];
    const quantity = numberAt(count, unit, at + from);
    const problem = `“${names}”是 ${String(most)}${unit}，文中写 ${quantity.text}`;
    return [textRelation(quantity, told >= least && told <= most, problem)];
  });
}

/** Whether each name is long enough to be one of what is counted behind them, and no field of it. */
function areProjects(names: string, behind: string): boolean {
  return CALLED.test(behind) && names.split(/[、和及与]/u).every(({ length }) => length >= LONG);
}

/** How many names there are: 检查和评估 may be one or two. */
function numberOf(names: string): readonly [least: number, most: number] {
  const parts = names.split('、');
  const joined = /和|及|与/u.test(parts.at(-1) ?? '');
  return [parts.length, parts.length + (joined ? 1 : 0)];
}
