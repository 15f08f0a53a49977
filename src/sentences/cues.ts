import type { Quantity } from './quantity.ts';
import type { QuantityKind } from './units.ts';

/** What a number is in its sentence. */
export type Role =
  /** An amount or count of what is named, in the year that is told of. */
  | 'amount'
  /** The same, where the words say that it is the outturn. */
  | 'outturn'
  | 'last'
  | 'initial'
  | 'adjusted'
  /** A budget of which the words do not say which. */
  | 'budget'
  /** Added to the initial budget in the year. */
  | 'added'
  | 'change'
  /** 小于预算 0.14 万元: by how much, or what is compared with; the words leave it open. */
  | 'gap'
  | 'changeRate'
  | 'points'
  | 'completion'
  | 'variance'
  | 'share'
  | 'saving'
  | 'perHead'
  | 'ratio'
  /** 由 X 提高到 Y, 比目标 X 多 Y: what is compared with. */
  | 'base'
  /** 占 X 的 20%: what the rate behind it is a part of. */
  | 'whole'
  /** 合计, 共计 behind a list. */
  | 'total'
  /** Not understood: nothing is calculated with it. */
  | 'other';

/** What an amount is compared with. */
export type Comparand = 'last' | 'initial' | 'adjusted' | 'budget' | 'other';

/** What the words before a number say of it. */
export interface Cue {
  readonly role: Role;
  /** The clause before the number, without what only links it. */
  readonly words: string;
  /** 1 up, -1 down, 0 where the words do not tell. */
  readonly direction: -1 | 0 | 1;
  readonly comparand?: Comparand;
  /** The words that name what is counted, as far as the clause has them. */
  readonly subject: string;
  /** What a share is a part of, in the words of the text. */
  readonly whole?: string;
  /** It is told as a rate alone, in brackets: 45.00万元（60%）. */
  readonly bare?: boolean;
  /** It is of another year or of a plan: sums may be made with it, but no figure of the booklet answers for it. */
  readonly elsewhen?: boolean;
}

const LINKS =
  /(?:(?<!节)约|大约|为|是|了|达到?|(?<![实现])有|共有|近|超过?|不足|逾|(?<!人|户|日|月|年|平|套|件|次|价|车)均|也|都|则|已|仅|只|人民币|即|：|\s|“|”|不到|突破|将近|接近|的|分别|各)+$/u;
const TO = /(?:到|至|为|成)(?:约|了|\s|近|不足|上年的?|去年的?|本年的?|今年的?|\d{4}年度?的?)*$/u;
const UP =
  '(?:增加|增长|上升|提高|提升|上涨|增大|扩大|扩展|拓展|净增加?|增支|增收|多收|超额|调增|多支出|多支|超支|超出|高出|回升|增多|增幅|涨幅|增速|增量)';
const DOWN =
  '(?:减少|下降|降低|缩短|收窄|压降|精简|减收|少收|下调|下浮|调减|压减|压缩|缩减|节约|节省|回落|下滑|减支|少支出|少支|核减|削减|腾退|降幅|减幅|结余)';
const OBJECT = '(?:了|额|数|率|幅度?|金额|支出|资金|经费|费用|数额|收入|财政资金|预算资金|幅度|比例|约)*';
const VERB_UP = new RegExp(`${UP}${OBJECT}$`, 'u');
const VERB_DOWN = new RegExp(`${DOWN}${OBJECT}$`, 'u');
const SHORT_UP = /[多增高超升](?:了|出)?$/u;
const SHORT_DOWN = /[少减低降](?:了|于)?$/u;
const HAS_VERB = new RegExp(`${UP}|${DOWN}`, 'u');

const COMPARED =
  /(?:与|同|比|较|和|相对|对比)([^，。；]{1,24}?)(?:相比|比较|对比|$|(?=增|减|上升|下降|提高|降低|多|少|压|高|低|节|超|回))/gu;
const LAST = /上年|去年|上一年|上期|上年度/u;
const OWN_LAST = /同比/u;

function comparandOf(words: string, lastYear: string): Comparand | undefined {
  if (words.includes('年初') && words.includes('预算')) return 'initial';
  if (/(?:全年|调整后?的?|调整)预算/u.test(words)) return 'adjusted';
  if (words.includes('预算')) return 'budget';
  if (LAST.test(words) || words.includes(lastYear)) return 'last';
  if (/计划|目标|\d{4}年|前年|同期|平均|标准|季度|全[国省市区县]|水平|开工|以往|近三年/u.test(words))
    return 'other';
  return undefined;
}

/** The last thing that the words before a number compare with. */
export function comparandIn(words: string, lastYear: string): Comparand | undefined {
  if (OWN_LAST.test(words)) return 'last';
  if (words.includes('环比')) return 'other';
  let found: Comparand | undefined;
  for (const [, compared = ''] of words.matchAll(COMPARED)) found = comparandOf(compared, lastYear) ?? found;
  return found;
}

const SHARE = /占(?!用|地)([^占]*)$/u;
const SHARE_END = /(?:的|比重|比例|百分比|份额|比|为|达|约)+$/u;
const ONLY_SHARE = /(?:占比|比重|比例|所占比例)$/u;
const PLAN_COMPLETION =
  /(?:完成|达到|为|占)(?:了)?(?:年度|全年)?(?:计划|目标|任务|指标)(?:数|值|任务)?(?:的)?$/u;
const COMPLETION =
  /(?:完成|达到?|为|是|相当于|占)?(?:当年|本年|了)?(年初|全年|调整后?的?|年度)?(?:部门|支出)?预算(?:数|额|总额|安排数?|指标|目标)?(?:的)?$/u;
const COMPLETION_RATE =
  /(年初|全年|调整后?的?|年度)?(?:的)?(?:预算|资金|经费|支出)?(?:总体)?(?:执行率|支付率|支出进度|执行进度|支出率|预算完成率|完成预算比例|完成预算率)$/u;
const SAVING = /(?:节约率|节支率|节资率|资金节约率|下浮率|下浮比例)$/u;
/** 完成总投资的 75%. */
const PART_OF = /(?:完成|相当于)(?:了|项目)?([\p{Script=Han}]{2,12})的\s*(?:约|近)?$/u;
const VARIANCE = /差异率$/u;
const PER_HEAD =
  /(?:人均|每人|平均每人|户均|人均成本|人均支出|人均费用|人均培训成本|人均经费)(?:支出|费用|成本|经费|培训费|培训成本|标准|培训支出)?$/u;
const LAST_AMOUNT = /(?:上年度?|去年|上一年度?)(?!末|底|结转|结余)(?:的)?[^，]{0,20}$/u;
const INITIAL = /年初(?:部门|支出|批复)?预算(?:安排|批复|下达|支出)?(?:数|额|金额|总额|资金)?$/u;
const ADJUSTED =
  /(?:全年(?:的)?预算|调整后?的?(?:全年)?预算|预算调整|调整预算|全年预算安排)(?:数|额|金额|总额|资金)?$/u;
const BUDGET =
  /(?:预算|采购预算|最高限价|限价|上限价|拦标价|控制价|预算控制价|预算金额|预算安排)(?:数|额|金额|总额|资金|安排数?|批复数?)?$/u;
const IN_YEAR = /^年中|中期|^执行中|^预算执行中/u;
const CUT_BUDGET = /(?:调减|核减|压减)(?:预算|资金|经费|指标|项目资金)?$/u;
const ADDED = /(?:追加|调增)(?:预算|资金|经费|指标|项目资金)?$/u;
const OUTTURN =
  /(?<![未待尚])(?:决算|决算数|支出决算|收入决算|执行数|实际支出|实际执行|实际支付|实际使用|实际完成|支出数|成交金额|成交价|成交(?=$)|中标金额|中标价|实际采购(?:金额|支出)?|采购金额|已支付|已执行|执行|支付|支出金额|完成支出|实际发生|结算价|合同金额)(?:数|额|金额|总额|总计|合计|资金)?$/u;
const ALL_OF_THEM =
  '(?:以上|上述|[两二三四五六七八九十]年|近[两三四五]年|[两三四五六]项|各项|几项|两者|三者|[两三]批|全年|全部|四个季度)';
const TOTAL = new RegExp(
  `^${ALL_OF_THEM}?(?:合计|共计|总计|总共)[\\p{Script=Han}]{0,4}$|^${ALL_OF_THEM}共[\\p{Script=Han}]{0,4}$|^共$|^(?:累计|共)(?:支出|支付|投入|安排)?$`,
  'u',
);
/** 超过年度目标 3200 户: what stands before is compared with it. */
const COMPARING = /(?:比|较|与|同|和|低于|高于|超过|大于|小于|少于|多于|超出|达到|完成|占)$/u;
const BASE = /(?:由|从)(?:上年度?|去年|年初|原来|\d{4}年度?)?的?$/u;
const ENDS_REACHED = new RegExp(
  `(?:${UP}|${DOWN}|[增升减降压缩扩])[到至为成]?(?:(?:上年|本年|今年|\\d{4}年度?)的?)?$`,
  'u',
);
const PLAN = /(?:年度|全年|原定|原)?(?:计划|目标|任务|控制数|预期|指标值|考核值)(?:数|值|任务|目标|要求)?$/u;

/** What the clause before a number, and the words before that clause, say of it. `lastYear` is the year before, `2022`. */
export function cueOf(clause: string, { kind }: Quantity, lastYear: string): Cue {
  const core = clause.replace(LINKS, '');
  const words = core.replaceAll(/[\s“”]/gu, '');
  return { words, ...(cueOfKind(kind, words, clause, lastYear) ?? reached(words, clause)) };
}

type Found = Omit<Cue, 'words'>;

function cueOfKind(kind: QuantityKind, words: string, clause: string, lastYear: string): Found | undefined {
  switch (kind) {
    case 'rate':
      return rateCue(words, clause, lastYear);
    case 'points':
      return changeCue('points', words, clause, lastYear) ?? { role: 'other', direction: 0, subject: words };
    case 'times':
      if (/(?:上年|去年|原来|原先|此前|以前|过去|改造前|调整前)(?:度|同期|的|决算数?|支出|数)*$/u.test(words))
        return { role: 'ratio', direction: 1, subject: '' };
      return (
        changeCue('changeRate', words, clause, lastYear) ?? { role: 'other', direction: 0, subject: words }
      );
    case 'money':
    case 'count':
      return amountCue(words, clause, lastYear);
  }
}

/** 恢复到 5 期, 优化为 4 个: reached, up or down. */
const TURNED =
  /^(?:逐步|大幅|稳步|进一步|又|再|已|本年|今年)*(?:恢复|调整|优化|变更|变|改|整合|合并|归并|修订|核定|发展|延伸|延长|压减|精简)[到至为成]?$/u;

/** 减少到 3 人: what was reached, of what stands before the verb. */
function reached(words: string, clause: string): Found {
  if (TO.test(clause) && TURNED.test(words)) return { role: 'amount', direction: 0, subject: '' };
  if (!TO.test(clause) || !ENDS_REACHED.test(words)) return { role: 'amount', direction: 0, subject: words };
  const verb = words.replace(/(?:(?:上年|本年|今年|\d{4}年度?)的?)?$/u, '').replace(/[到至为成]$/u, '');
  const down = /(?:[减降压缩精]|回落|收窄|下[滑调])[^增升提扩超]*$/u.test(verb.slice(-4));
  return { role: 'amount', direction: down ? -1 : 1, subject: subjectOfChange(verb) };
}

function changeCue(role: Role, words: string, clause: string, lastYear: string): Found | undefined {
  const comparand = comparandIn(words, lastYear);
  const up = VERB_UP.test(words) || (comparand !== undefined && SHORT_UP.test(words));
  const down = !up && (VERB_DOWN.test(words) || (comparand !== undefined && SHORT_DOWN.test(words)));
  if (!up && !down) return undefined;
  if (TO.test(clause) && !/[额率幅数]\s*为$/u.test(clause)) return undefined;
  const subject = subjectOfChange(words);
  return { role, direction: up ? 1 : -1, subject, ...(comparand && { comparand }) };
}

/** What grew: the words before the verb and before what it is compared with. */
function subjectOfChange(words: string): string {
  const verb =
    HAS_VERB.exec(words)?.index ??
    (/[增升减降缩扩多少高低超]了?$/u.test(words) ? words.length - 1 : words.length);
  const before = words.slice(0, verb);
  const compared = /(?:与|同|比|较|相对)(?=[^，]*(?:年|预算|期|计划|目标|$))/u.exec(before);
  return before.slice(0, compared?.index ?? before.length).replace(/同比$|同$/u, '');
}

type CueReader = (words: string, clause: string, lastYear: string) => Found | undefined;

/** What the words say of a rate; the first that fits. */
const RATE_READERS: readonly CueReader[] = [
  shareCue,
  planCue,
  partCue,
  (words) => (VARIANCE.test(words) ? said('variance', words.replace(/(?:预决算)?差异率$/u, '')) : undefined),
  (words) => (SAVING.test(words) ? said('saving', '') : undefined),
  (words) =>
    ONLY_SHARE.test(words) ? { ...said('share', words.replace(ONLY_SHARE, '')), whole: '' } : undefined,
  (words, _, lastYear) =>
    /增减率$|变动率$/u.test(words)
      ? { ...said('changeRate', ''), comparand: comparandIn(words, lastYear) ?? 'last' }
      : undefined,
  (words, clause, lastYear) => changeCue('changeRate', words, clause, lastYear),
  cutCue,
  completionCue,
];

function said(role: Role, subject: string): Found {
  return { role, direction: 0, subject };
}

function rateCue(words: string, clause: string, lastYear: string): Found | undefined {
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

/** Patterns of the words before an amount, the first that fits. */
const SAID: readonly (readonly [Role, RegExp])[] = [
  ['base', BASE],
  ['base', PLAN],
  ['added', ADDED],
  ['perHead', PER_HEAD],
  ['initial', INITIAL],
  ['adjusted', ADJUSTED],
];
const SAID_ELSE: readonly (readonly [Role, RegExp])[] = [
  ['budget', BUDGET],
  ['total', TOTAL],
  ['outturn', OUTTURN],
];

function firstSaid(words: string, patterns: readonly (readonly [Role, RegExp])[]): Found | undefined {
  for (const [role, pattern] of patterns) {
    const match = pattern.exec(words);
    if (match !== null) return said(role, words.slice(0, match.index).replace(COMPARING, ''));
  }
  return undefined;
}

function amountCue(words: string, clause: string, lastYear: string): Found | undefined {
  return (
    inYearCue(words) ??
    changedAmount(words, clause, lastYear) ??
    gapCue(words) ??
    firstSaid(words, SAID) ??
    lastCue(words, lastYear) ??
    firstSaid(words, SAID_ELSE)
  );
}

/** 低于标准 70 元, 小于预算 0.14 万元. */
const GAP =
  /(?:(大于|高于|超过?|超出|多于)|小于|低于|少于|不足)(?:了)?(?:规定|年初|全年|调整后?的?)?(?:(预算数?)|标准|上限|限额|定额|要求|规定)$/u;

function gapCue(words: string): Found | undefined {
  const match = GAP.exec(words);
  if (match === null) return undefined;
  return {
    role: 'gap',
    direction: match[1] === undefined ? -1 : 1,
    comparand: match[2] === undefined ? 'other' : 'budget',
    subject: '',
  };
}

function inYearCue(words: string): Found | undefined {
  if (!IN_YEAR.test(words)) return undefined;
  if (CUT_BUDGET.test(words)) return { role: 'added', direction: -1, subject: '' };
  return ADDED.test(words) ? { role: 'added', direction: 1, subject: '' } : undefined;
}

function changedAmount(words: string, clause: string, lastYear: string): Found | undefined {
  const change = changeCue('change', words, clause, lastYear);
  if (change === undefined || change.comparand !== undefined) return change;
  return /节约|节省|结余/u.test(words) ? savingCue(words) : change;
}

/** 节约资金 saves something of a budget, 年末结余 is a balance. */
function savingCue(words: string): Found | undefined {
  if (words.includes('结余')) return undefined;
  return { role: 'change', direction: -1, comparand: 'budget', subject: '' };
}

function lastCue(words: string, lastYear: string): Found | undefined {
  const match = LAST_AMOUNT.exec(words) ?? new RegExp(`${lastYear}年度?[^，]{0,16}$`, 'u').exec(words);
  if (match === null || /结转|结余|末|底|以来|至/u.test(match[0]) || /^\d{4}年度?$/u.test(words))
    return undefined;
  const after = match[0].replace(/^(?:上年度?|去年|上一年度?|\d{4}年度?)的?/u, '');
  const before = words.slice(0, match.index).replace(/(?:比|较|与|同)$/u, '');
  return { role: 'last', direction: 0, subject: before || after };
}
