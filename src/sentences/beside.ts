import type { Comparand, Cue, Role } from './roles.ts';
import type { Quantity } from './quantity.ts';
import type { Claim, Mention } from './sentence.ts';

const VERB =
  '(?:增加|增长|提高|提升|上升|扩大|拓展|扩展|减少|下降|降低|压减|压缩|缩短|精简|回升|攀升|恢复|调整|优化|变更|整合|合并|归并|修订|发展|延伸|延长|扩充|变|改|增|升|降|减|缩|扩)';
/** 由 24 分钟减少到 18 分钟. */
const TURNS = new RegExp(`^(?:逐步|大幅|稳步|进一步)?${VERB}(?:到|至|为|成)`, 'u');
/** 比上年的 92.60 万元增加, 与上年 7.20 万元持平. */
const COMPARED_BEHIND =
  /^(?:的[\p{Script=Han}]{1,8}?)?(?:相比|比较)?，?(?:净|略|有所|共|还|也|均|又|实际|已|大幅|明显)*(?:增|减|多|少|提高|下降|降低|上升|节约|节省|低|高|超|短|长|缩短|慢|快|滞后|落后|领先|持平|基本持平|相同|一致|相当)/u;
const COMPARED_BEFORE =
  /(?:比|较|与|同|和|低于|高于|超过|大于|小于|少于|多于|超出|等于|快于|慢于|领先|超前|落后|滞后|超额完成)[^，。；：]*$/u;
/** 距 120 万次的目标还差 6 万次. */
const DISTANT_BEFORE = /(?:距离?|离)[^，。；：]{0,6}$/u;
const DISTANT_BEHIND = /^的?[^，。；：]{0,8}?(?:还|尚|仍)?(?:差|有|缺|少)/u;
const ON_TOP = /^的基础上/u;
const HIGHER = /(高于|大于|超过|多于|超出|突破|快于|领先于?|超前于?|超额完成)[^，。；：]{0,16}$/u;
const LOWER = /(低于|小于|少于|不足|未达到?|慢于|落后于?|滞后于?)[^，。；：]{0,16}$/u;
const LEVEL_BEHIND = /^(基本|大体|大致)?(?:持平|相同|一致|相等)/u;
const BASE_ROLES: ReadonlySet<Role> = new Set(['last', 'initial', 'adjusted', 'budget', 'base']);

/** What a rate behind a quantity is a rate of: 占 396.00 万元的 40%, 是 600 件的 2.5 倍. */
export function wholeCue(cue: Cue): Cue {
  const subject = cue.words.replace(
    /(?:仅|只|约|已|刚好|恰好)*(?:占|是|为|完成|达到|相当于|超过)[^占是为]*$/u,
    '',
  );
  const kept =
    cue.role === 'last' || cue.role === 'initial' || cue.role === 'adjusted' || cue.role === 'budget';
  return { ...cue, role: kept ? cue.role : 'whole', subject: subject === cue.words ? '' : subject };
}

/** 超额完成 10 亿元的年度目标: the plan, and not by how much. */
const PLAN_BEHIND = /^的[^，。；：、\d]{0,6}(?:目标|任务|计划|指标)/u;
const TURNED_ROLES: ReadonlySet<Role> = new Set(['amount', 'last', 'other', 'outturn', 'share']);

/** A quantity with which another is compared, as the words around it say. */
export function baseCue(cue: Cue, clause: string, after: string, { text }: Quantity): Cue {
  if (text.startsWith('翻'))
    return { ...cue, role: after.startsWith('的') ? 'other' : 'changeRate', direction: 1, subject: '' };
  if (cue.role === 'gap' && /^(?:约|近)?\d/u.test(after))
    return { ...cue, role: baseOfGap(clause, cue.comparand), direction: 0 };
  if (cue.role === 'change' && /超额完成$/u.test(clause) && PLAN_BEHIND.test(after))
    return { ...cue, role: 'base' };
  if (TURNS.test(after) && TURNED_ROLES.has(cue.role))
    return { ...cue, role: 'base', subject: cue.subject.replace(/(?:由|从).*$/u, '') };
  if (ON_TOP.test(after)) return { ...cue, role: 'base', subject: '' };
  return cue.role === 'amount' ? comparedCue(cue, clause, after) : cue;
}

function comparedCue(cue: Cue, clause: string, after: string): Cue {
  // 完成 1.2%和 1.8%的目标: the second of two.
  if (/^[和与及、]$/u.test(clause)) return cue;
  if (DISTANT_BEFORE.test(clause) && DISTANT_BEHIND.test(after)) return { ...cue, role: 'base', subject: '' };
  const compared = COMPARED_BEFORE.exec(clause);
  if (compared === null) return cue;
  if (!COMPARED_BEHIND.test(after) && directionOfWords(clause) === undefined) return cue;
  const subject = clause.slice(0, compared.index);
  const bound = isBound(clause) && !/^[比较]/u.test(compared[0]);
  return { ...cue, role: bound ? 'amount' : 'base', subject };
}

/** 小于年初预算 150.00 万元 7.70 万元: the difference stands behind, so this is what is compared with. */
function baseOfGap(clause: string, comparand: Comparand | undefined): Role {
  if (comparand !== 'budget') return 'base';
  if (clause.includes('年初')) return 'initial';
  return /全年|调整/u.test(clause) ? 'adjusted' : 'budget';
}

/** Which way a number lies from the one that such words lead to. */
export function directionOfWords(words: string): 1 | -1 | undefined {
  if (HIGHER.test(words)) return 1;
  return LOWER.test(words) ? -1 : undefined;
}

/** 不超过 20 万元, 超过 3 小时: a bound and not a comparison. */
function isBound(clause: string): boolean {
  return /(?:不|未|超过|突破|不足)(?:超过|低于|高于|少于|大于)?$/u.test(clause.trimEnd());
}

/** What the words around a base claim of it: 与上年 7.20 万元持平, 低于预算单价 19.50 万元. */
export function claimBeside({ role, quantity, words, after }: Mention, lead: string): Claim | undefined {
  if (!BASE_ROLES.has(role)) return undefined;
  const comparand = comparandOf(role);
  const place = { from: quantity.from, to: quantity.to };
  const level = LEVEL_BEHIND.exec(after);
  if (level !== null && COMPARED_BEFORE.test(words)) {
    return {
      direction: 0,
      comparand,
      nearly: level[1] !== undefined,
      words: `${words}${quantity.text}${level[0]}`,
      ...place,
    };
  }
  const [higher, lower] = [HIGHER.exec(words), LOWER.exec(words)];
  if ((higher === null && lower === null) || isBound(lead)) return undefined;
  return {
    direction: higher === null ? -1 : 1,
    comparand,
    nearly: false,
    words: `${(higher ?? lower)?.[0] ?? ''}${quantity.text}`,
    ...place,
  };
}

function comparandOf(role: Role): Comparand {
  if (role === 'last' || role === 'initial' || role === 'adjusted' || role === 'budget') return role;
  return 'other';
}

const YEAR = /(\d{4})年/gu;
const PAST = /以前年度|往年|历年|累计|以来|上半年|[一二三四]季度|[前近]三年|五年|计划|目标|预期|拟/u;

/** Whether the words before a number tell of another year than the booklet's, or of a plan. */
export function isOfAnotherYear(clause: string, role: Role, year: number): boolean {
  if (PAST.test(clause)) return true;
  const years = [...clause.matchAll(YEAR)].map(([, digits]) => Number(digits));
  const others = years.filter((one) => one !== year);
  return (
    others.length > 0 && !(others.every((one) => one === year - 1) && role !== 'amount' && role !== 'outturn')
  );
}
