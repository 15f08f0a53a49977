import { alsoAdded } from './amount-cues.ts';
import { budgetTold } from './belonging.ts';
import { besideBase, isBase } from './beside-base.ts';
import { baseCue, isOfAnotherYear } from './beside.ts';
import { comparandIn } from './comparands.ts';
import { cueOf } from './cues.ts';
import type { Quantity } from './quantity.ts';
import type { Comparand, Cue, Role } from './roles.ts';
import type { Item, Mention } from './sentence.ts';

/** A number with the words around it and what the sentence has told before it. */
export interface Context {
  readonly quantity: Quantity;
  /** The clause before the number. */
  readonly clause: string;
  /** All words since the number before. */
  readonly lead: string;
  readonly after: string;
  /** What the sentence is speaking of. */
  readonly current: Item | undefined;
  readonly items: readonly Item[];
  /** The booklet's year. */
  readonly year: number;
}

/** 占比均不足2%: told of several things at once. */
const OF_EACH = /(?:均|都|皆|各)[^，。；]{0,6}$/u;

/** What a number is by its own words and by the numbers before it. */
export function cueInContext(context: Context): Cue {
  const { clause } = context;
  const cue =
    adjustedTo(context) ??
    enumerated(context) ??
    onlyOfUnit(context) ??
    apartFromPlan(context, ownCue(context));
  if (cue.role === 'share' && OF_EACH.test(clause)) return { ...cue, role: 'other' };
  if (isBracketShare(context)) return { ...cue, role: 'share', whole: '', bare: true };
  return withYears(cue, context);
}

/** How far back the words of a comparison stand. */
const COMPARED_BEFORE = 80;

/** With what a number is compared with, and whether it is of another year. */
function withYears(cue: Cue, { clause, lead, year, current }: Context): Cue {
  const last = String(year - 1);
  const ofLastYear = cue.role === 'base' && /(?:上年|去年)度?的?$/u.test(cue.words.replace(last, '上'));
  const comparand = ofLastYear ? 'last' : (cue.comparand ?? comparandIn(lead.slice(-COMPARED_BEFORE), last));
  const another = !ALL_OF_IT.test(cue.words) && isOfAnotherYear(clause, cue.role, year);
  const elsewhen = another || isOfThatYear(clause, current, year) || isOfBudgets(cue, current);
  return { ...cue, ...(comparand && { comparand }), ...(elsewhen && { elsewhen }) };
}

const THAT_YEAR = /^(?:当年|同年|该年|那一?年)/u;

/** 2022年采购总额 991.09 万元，当年服务类 587.93 万元: of the year that was just named. */
function isOfThatYear(clause: string, current: Item | undefined, year: number): boolean {
  const named = /(\d{4})年/u.exec(current?.mentions.at(-1)?.words ?? '')?.[1];
  return named !== undefined && Number(named) !== year && THAT_YEAR.test(clause);
}

const CHANGES: ReadonlySet<Role> = new Set(['change', 'changeRate']);

/** 预算 24.00 万元，比上年预算 20.00 万元增加 4.00 万元: budgets of two years, of which the booklet has no figures. */
function isOfBudgets({ role, words, comparand }: Cue, current: Item | undefined): boolean {
  if (role === 'last' || role === 'base') return words.includes('预算');
  return CHANGES.has(role) && comparand !== 'initial' && budgetTold(current?.mentions ?? []) !== undefined;
}

const PLANNED = /目标|计划|任务|考核值|指标值/u;
/** What a number is held against that was laid down before. */
const LAID_DOWN = /目标|计划|任务|考核值|指标值|控制|标准|上限|限额|定额|限价/u;
const OVER_PLAN = /(?:超(?!市)|多于|高于|大于)/u;
const UNDER_PLAN = /(?:低于|少于|小于|未达到?|不足)/u;

/** 计划 20 场，实际 26 场，超出计划 6 场: less than both, so it is by how much, and not the plan. */
function apartFromPlan({ quantity, current, items }: Context, cue: Cue): Cue {
  if (cue.role !== 'base' || current === undefined || !LAID_DOWN.test(cue.words)) return cue;
  const direction = OVER_PLAN.test(cue.words) ? 1 : UNDER_PLAN.test(cue.words) ? -1 : 0;
  const own = items.flatMap(({ mentions }) => mentions).filter((one) => one.quantity.unit === quantity.unit);
  const [plan, reached] = own.slice(-2);
  if (direction === 0 || plan === undefined) return cue;
  const apart =
    isFarBelow(quantity, reached ?? plan, direction) ||
    (reached !== undefined && isBelowBoth(quantity, plan, reached));
  return apart ? { ...cue, role: 'gap', direction, comparand: 'other', subject: '' } : cue;
}

function isBelowBoth({ value }: Quantity, plan: Mention, reached: Mention): boolean {
  const both = [plan, reached];
  return (
    both.some(({ words }) => LAID_DOWN.test(words)) && both.every(({ quantity }) => value.lt(quantity.value))
  );
}

/** 实际 1164 人，低于计划 36 人: no plan that the number could be below. */
function isFarBelow({ value }: Quantity, last: Mention, direction: number): boolean {
  return direction < 0 && value.times(2).lt(last.quantity.value);
}

/** 、 of 24 批次、193 人次, with what is counted before it: 1 个团组、2 人次. */
const LIST_MARK =
  /^(?![^、]*[增减升降提缩])[\p{Script=Han}（）]{0,6}(?:、|和|及|与|以及)(?:观众|游客|学生|群众|参与|累计|共)?$/u;
const SPREAD: ReadonlySet<Role> = new Set(['last', 'base', 'change']);

/** 比上年的 24 批次、193 人次增加 9 批次、83 人次: what stands before is told of this number, too. */
function enumerated({ lead, quantity, current, items }: Context): Cue | undefined {
  const before = current?.mentions.at(-1);
  if (before === undefined || !LIST_MARK.test(lead) || !SPREAD.has(before.role)) return undefined;
  const { unit } = quantity;
  // 上年为 1 个团组、2 人次: of last year, whether this year's are told or not.
  const bare = before.role === 'last' && /^(?:、|和|及|与)$/u.test(lead);
  const known = bare || items.some(({ mentions }) => mentions.some((one) => one.quantity.unit === unit));
  if (unit === before.quantity.unit || quantity.kind === 'rate' || !known) return undefined;
  const { role, words, direction, comparand } = before;
  return { role, words, direction, subject: '', ...(comparand && { comparand }) };
}

const ALL_OF_IT = /^(?:累计|共|共计|合计)$/u;

/** 团组 2 个，累计 4 人次: nothing of its unit stands before, so it sums up nothing. */
function onlyOfUnit({ quantity, clause, current, items }: Context): Cue | undefined {
  const known = items.some(({ mentions }) => mentions.some((one) => one.quantity.unit === quantity.unit));
  if (known || current === undefined || quantity.kind !== 'count' || !ALL_OF_IT.test(clause))
    return undefined;
  return { role: 'amount', words: clause, direction: 0, subject: '' };
}

/** 分别比上年增加 400 人次和减少 50 人次: of which of the things before, only both together tell. */
const MIXED = /^(?:和|、|与|及|，)(?:增[加长]|减少|下降|上升|提高|降低)/u;

function ownCue(context: Context): Cue {
  const { quantity, clause, after, current, items } = context;
  const told = baseCue(cueBeside(context), clause, after, quantity);
  if (MIXED.test(after) && clause.includes('分别')) return { ...told, role: 'other' };
  if (current === undefined) return told;
  if (quantity.kind === 'money' && current.mentions.at(-1)?.role === 'added')
    return behindAdded(told, clause);
  if (told.role !== 'amount') return told;
  return {
    ...told,
    ...turnedBudget(told, current.mentions),
    ...(quantity.kind === 'rate' ? completed(told, current, items) : further(told, current, quantity)),
  };
}

/** 预算由 260.00 万元增加到 300.00 万元: what a budget turns to is a budget. */
function turnedBudget({ role, direction }: Cue, mentions: readonly Mention[]): Partial<Cue> | undefined {
  const before = mentions.at(-1);
  const turned =
    role === 'amount' && direction !== 0 && before?.role === 'base' && before.words.includes('预算');
  return turned ? { role: 'budget' } : undefined;
}

const ADJUSTS = /^(?:年中|后来|后)?(?:调整|调增|调减|压减|核减|追加)(?:为|至|到)$/u;

/** 年初预算 54.20 万元，调整为 51.30 万元. */
function adjustedTo({ clause, current, quantity }: Context): Cue | undefined {
  const before = current?.mentions.at(-1);
  if (before?.role !== 'initial' || before.quantity.unit !== quantity.unit || !ADJUSTS.test(clause))
    return undefined;
  return { role: 'adjusted', words: clause, direction: 0, subject: '' };
}

/** By its clause, or by what it stands right behind. */
function cueBeside({ quantity, clause, lead, after, current, year }: Context): Cue {
  const before = /[，。；：、（]/u.test(lead) ? undefined : current?.mentions.at(-1);
  return isBase(before?.role)
    ? besideBase(clause, quantity, { ...before, role: before.role }, after)
    : cueOf(clause, quantity, String(year - 1));
}

/** 追加 6.00 万元后为 30.00 万元. */
const AFTERWARDS = /^后(?:预算|资金)?(?:为|达到?|共|增至|减至)?$/u;

function behindAdded(told: Cue, clause: string): Cue {
  if (AFTERWARDS.test(clause)) return { ...told, role: 'adjusted', direction: 0, subject: '' };
  return { ...told, ...alsoAdded(told.words) };
}

const FURTHER = /^(?:多|少)(?:了|出)?$/u;

/** 年初预算 10.00 万元，支出 10.40 万元，多 0.40 万元: a number that only goes on. */
function further({ words }: Cue, { mentions }: Item, { unit }: Quantity): Partial<Cue> | undefined {
  const base = mentions.findLast(({ role, quantity }) => isBase(role) && quantity.unit === unit);
  if (base === undefined || !FURTHER.test(words)) return undefined;
  const direction = words.startsWith('多') ? 1 : -1;
  return { role: 'change', direction, comparand: comparandOfBase(base.role), subject: '' };
}

const DONE = /^(?:已|实际|共|仅)?完成$/u;

/** 完成 98%: of what the sentence has told that was to be done. */
function completed({ words }: Cue, { mentions }: Item, items: readonly Item[]): Partial<Cue> | undefined {
  if (!DONE.test(words)) return undefined;
  const bases = mentions.filter(({ role }) => isBase(role) && role !== 'last');
  const base = bases.find(({ role }) => role === 'adjusted') ?? bases.at(-1);
  const planned = items.some((item) => item.mentions.some((one) => PLANNED.test(one.words)));
  if (base === undefined)
    return planned ? { role: 'completion', comparand: 'other', subject: '' } : undefined;
  return { role: 'completion', comparand: comparandOfBase(base.role), subject: '' };
}

function comparandOfBase(role: Role): Comparand {
  return role === 'last' || role === 'initial' || role === 'adjusted' || role === 'budget' ? role : 'other';
}

/** 财政45.00万元（60%）: a rate alone behind a part may be its share. */
function isBracketShare({ quantity, lead, after, current }: Context): boolean {
  const before: Mention | undefined = current?.mentions.at(-1);
  if (quantity.kind !== 'rate' || lead !== '（' || !after.startsWith('）')) return false;
  return current?.list !== undefined && (before?.role === 'amount' || before?.role === 'outturn');
}
