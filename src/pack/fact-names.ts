import { COMMON_FACTS } from '../accounts/facts/common-facts.ts';
import { QUOTIENTS } from '../figures/quotients.ts';
import { RESERVED_LABELS } from '../accounts/schema/accounts.ts';

/** Steps of a name: words as templates can write them, without what would mean something there. */
const STEP = /^[\p{L}（）“”·—-][\p{L}\p{N}（）“”·—-]*$/u;
const MOST_STEPS = 4;

/** Last steps of figures that follow from others. */
const FOLLOWING: readonly string[] = [
  ...['上年', '增减额', '增减率', '占比', '预决算差异额', '预决算差异率', '完成年初预算率', '完成全年预算率'],
  ...['已列', '分科目', '加数'],
];

/** Steps between two figures that are held against each other. */
const BETWEEN: readonly string[] = QUOTIENTS;

/** First steps of figures that are no facts' sections, or whose further steps are codes and kinds. */
const CLOSED: ReadonlySet<string> = new Set([
  ...['年度', '机构', '绩效', '财政拨款', '机关运行经费', '结余分配', '基本支出', '基本支出经济分类'],
  ...['收入', '支出', '年初结转和结余', '年末结转和结余', '年初预算', '全年预算'],
]);

/** Sums that stand among the facts of sections that a pack may add to. */
const SUMS: ReadonlySet<string> = new Set(['人员.实有人数', '政府采购.总额', '国有资产.车辆数']);

/** Why a pack cannot declare a fact or a sum of this name; undefined if it can. */
export function nameProblem(id: string, declared: readonly string[]): string | undefined {
  const other = declared.find((one) => one !== id && isWithin(id, one));
  const beside = other && `“${id}”和“${other}”一个在另一个之下，不能都申明；请改一个名称，例如 ${id}.合计`;
  return formProblem(id.split('.'), id) ?? takenProblem(id) ?? beside;
}

function formProblem(steps: readonly string[], id: string): string | undefined {
  const last = steps.at(-1) ?? '';
  if (steps.length > MOST_STEPS || !steps.every((step) => STEP.test(step)))
    return `“${id}”不能作名称：应为一至 ${MOST_STEPS} 段文字，用“.”连起来，每段不以数字开头，例如 会议费.决算数`;
  const between = steps.find((step) => BETWEEN.includes(step));
  if (between !== undefined) return `“${id}”不能作名称：“${between}”在名称里另有所指；请换一个名称`;
  return FOLLOWING.includes(last) ? `“${id}”以“${last}”结尾，这是由别的数算出的；请换一个名称` : undefined;
}

function takenProblem(id: string): string | undefined {
  const [first = ''] = id.split('.');
  if (RESERVED_LABELS.includes(first)) return `“${first}”在 accounts.yaml 中另有用处；请换一个名称`;
  if (CLOSED.has(first)) return `“${first}”下的数是固定的，不能另加；请换一个名称`;
  const taken = COMMON_FACTS.facts.map((one) => one.id).find((known) => isWithin(id, known));
  if (!SUMS.has(id) && taken === undefined && !/^三公经费\.[^.]*数\./u.test(id)) return undefined;
  return `“${taken ?? id}”已经是通用的数，不能另外申明；请换一个名称`;
}

/** Whether one of two names stands at or below the other. */
function isWithin(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);
}
