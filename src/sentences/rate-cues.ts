import { TOTAL } from './amount-cues.ts';
import { changeCue } from './change-cues.ts';
import { comparandIn, comparandOf } from './comparands.ts';
import { said, type Found } from './found-cue.ts';

const SHARE = /占(?!用|地)([^占]*)$/u;
const SHARE_END = /(?:的|比重|比例|百分比|份额|比|为|达|约)+$/u;
const ONLY_SHARE = /(?:占比|比重|比例|所占比例)$/u;
const PLAN_COMPLETION =
  /(?:完成|达到|为|占)(?:了)?(?:年度|全年)?(?:计划|目标|任务|指标)(?:数|值|任务)?(?:的)?$/u;
const COMPLETION =
  /(?:完成|达到?|为|是|相当于|占)?(?:当年|本年|了)?(年初|全年|调整后?的?|年度)?(?:部门|支出)?预算(?:数|额|总额|安排数?|指标|目标)?(?:的)?$/u;
const COMPLETION_RATE =
  /(年初|全年|调整后?的?|年度)?(?:的)?(?:预算|资金|经费|支出)?(?:总体)?(?:执行率|支付率|支付进度|支出进度|执行进度|支出率|预算完成率|完成预算比例|完成预算率)$/u;
const SAVING = /(?:节约率|节支率|节资率|资金节约率|下浮率|下浮比例)$/u;

/** 完成总投资的 75%. */
const PART_OF = /(?:完成|相当于)(?:了|项目)?([\p{Script=Han}]{2,12})的\s*(?:约|近)?$/u;
const VARIANCE = /差异率$/u;
type CueReader = (words: string, clause: string, lastYear: string) => Found | undefined;

/** What the words say of a rate; the first that fits. */
const RATE_READERS: readonly CueReader[] = [
  shareCue,
  planCue,
  partCue,
  boundCue,
  (words) => (VARIANCE.test(words) ? said('variance', words.replace(/(?:预决算)?差异率$/u, '')) : undefined),
  (words) => (SAVING.test(words) ? said('saving', '') : undefined),
  (words, _, lastYear) =>
    /增减率$|变动率$/u.test(words)
      ? { ...said('changeRate', ''), comparand: comparandIn(words, lastYear) ?? 'last' }
      : undefined,
  (words, clause, lastYear) => changeCue('changeRate', words, clause, lastYear),
  (words) =>
    ONLY_SHARE.test(words) ? { ...said('share', words.replace(ONLY_SHARE, '')), whole: '' } : undefined,
  cutCue,
  completionCue,
  (words) => (TOTAL.test(words) ? said('total', '') : undefined),
];

export function rateCue(words: string, clause: string, lastYear: string): Found | undefined {
  for (const read of RATE_READERS) {
    const found = read(words, clause, lastYear);
    if (found !== undefined) return found;
  }
  return undefined;
}

function shareCue(words: string, _: string, lastYear: string): Found | undefined {
  const share = SHARE.exec(words);
  if (share === null) return undefined;
  const whole = (share[1] ?? '').replace(SHARE_END, '');
  const subject = words.slice(0, share.index);
  if (!/预算(?:数|额|总额)?$/u.test(whole)) return { ...said('share', subject), whole };
  return { ...said('completion', subject), comparand: comparandOf(whole, lastYear) ?? 'budget' };
}

function planCue(words: string): Found | undefined {
  const ofPlan = PLAN_COMPLETION.test(words) || /(?:计划|目标|任务)完成率$|^完成率$/u.test(words);
  return ofPlan ? { ...said('completion', ''), comparand: 'other' } : undefined;
}

function partCue(_: string, clause: string): Found | undefined {
  const whole = PART_OF.exec(clause)?.[1];
  return whole === undefined || whole.includes('预算') ? undefined : { ...said('share', ''), whole };
}

/** 超过公用经费支出的 5%: a share that is only bounded. */
const BOUND =
  /(?:超过?|突破|不足|不到|低于|高于|未达到?|小于|大于|少于|多于)(?!上年|去年|同期)([\p{Script=Han}（）“”]{3,30})的\s*$/u;
const NO_WHOLE =
  /目标|计划|任务|标准|规定|水平|要求|上年|去年|同期|(?<!一般公共|政府性基金|国有资本经营)预算/u;

function boundCue(_: string, clause: string): Found | undefined {
  const match = BOUND.exec(clause);
  const whole = match?.[1] ?? '';
  if (match === null || NO_WHOLE.test(whole)) return undefined;
  return { ...said('share', clause.slice(0, match.index).replace(/[，、]?[不未仅只均已也]*$/u, '')), whole };
}

function completionCue(words: string): Found | undefined {
  const completed = COMPLETION_RATE.exec(words) ?? (words.includes('预算') ? COMPLETION.exec(words) : null);
  if (completed === null) return undefined;
  const [, which = '年度'] = completed;
  const comparand = which === '年度' ? 'budget' : which === '年初' ? 'initial' : 'adjusted';
  return { ...said('completion', words.slice(0, completed.index)), comparand };
}
const CUT =
  /(压减|压缩|削减|核减|减少|增加|提高|降低)([\p{Script=Han}]{1,8}(?:支出|经费|费用?|预算|成本|开支|数量))$/u;

/** 压减一般性支出 5%. */
function cutCue(words: string): Found | undefined {
  const match = CUT.exec(words);
  if (match === null) return undefined;
  const up = match[1] === '增加' || match[1] === '提高';
  return { role: 'changeRate', direction: up ? 1 : -1, subject: match[2] ?? '' };
}
