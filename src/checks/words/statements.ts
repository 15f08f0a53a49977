import { ADVERBS, DOWN, LEVEL, LOWER, MONEY, OPENINGS, RAISE, REVENUE, UP } from './money-words.ts';

/** What a clause says happened to money. */
export interface Statement {
  readonly direction: 'up' | 'down' | 'level';
  /** What it speaks of; empty where it speaks of the figure itself: 与上年持平. */
  readonly subject: string;
  /** 基本持平: nearly, not exactly. */
  readonly nearly: boolean;
  readonly words: string;
  readonly offset: number;
}

/** What a figure is compared with. */
export type Comparand = 'year' | 'budget';

const CLAUSE = /[^，。；！？,;\n]+/gu;
/** A clause about last year tells why, not what happened. */
const LAST_YEAR = /^(?:上年|去年|上一年|以前年度|往年)(?!.*(?:较|比|相比))/u;
const ABOUT_MONEY = new RegExp(`(?:${MONEY}|${REVENUE})”?$`, 'u');
const ABOUT_REVENUE = new RegExp(`${REVENUE}”?$`, 'u');
const TRAILING_ADVERBS = new RegExp(`${ADVERBS}+$`, 'u');
const NEGATED = /(?:未|没有?|不再?|无|避免|防止)$/u;

const SINCE_LAST_YEAR = /[较比]上年|[较比]去年|同比/u;
const AGAINST_BUDGET = /[较比](?:年初|全年)?预算/u;

/** Characters at the end of a clause that its verb and adverbs can take. */
const REACH = 24;
/** Cheap questions that most clauses answer with no. */
const HAS_COMPARAND = /预算|上年|去年/u;
const HAS_LEVEL = /持平|变化|差异|增减|一致|相等|相同/u;
const HAS_CHANGE = /[增减升降涨]|提高|扩大|压缩|节约|节省|回落|下滑|走[高低]|[上下]调|追加|补发|收回/u;

const AT_END = new RegExp(`(${UP}|${DOWN})(?:了|较多|较大|较为明显|明显|幅度较大|所致|等)?$`, 'u');
const WITH_AMOUNT = new RegExp(`(${UP}|${DOWN})(?:了|到|至|为)?\\s*\\d[\\d.,]*\\s*(?:万元|元|%|％)`, 'u');
const WITH_OBJECT = new RegExp(
  `^${OPENINGS}*(${RAISE}|${LOWER})了?.{0,80}?${MONEY}(?:等|等支出|等费用|等经费)?$`,
  'u',
);
const COMPARED =
  /(大于|高于|超过|多于|超出|小于|低于|少于|未达到?|不足|等于)(?:了)?(?:本年|当年)?(年初|全年|调整后?的?|批复的?)?(预算|上年|去年)/u;
const BASE =
  '(?:与|和|同|较|比)?(?:上年度?|上一年|去年|年初预算|全年预算|预算|预决算)(?:数|决算数)?(?:对比|相比|比较)?的?';
const UNCHANGED = new RegExp(`(${BASE})?(?:均|也|都|总体|大体)?(基本)?(${LEVEL})(?=$|的(?:主要)?原因)`, 'u');
const CAUSE = new RegExp(`(${UP}|${DOWN})的(?:主要)?原因`, 'u');
const ONLY_BASE = new RegExp(`${BASE}$`, 'u');
const IS_UP = new RegExp(`^(?:${UP}|${RAISE})$`, 'u');
const IS_MORE = /^(?:大于|高于|超过|多于|超出)$/u;
/** Words that are about a comparison only beside what is compared with. */
const NEEDS_COMPARAND = /^(?:一致|相等|相同)$/u;

/** The statements about money in a reason, clause by clause. Clauses about persons, prices or rules say nothing here. */
export function statementsOf(text: string, comparand: Comparand): readonly Statement[] {
  let before = '';
  return [...text.matchAll(CLAUSE)].flatMap((match) => {
    const clause = match[0].trim();
    const earlier = before;
    before = clause;
    if (LAST_YEAR.test(clause)) return [];
    const found = comparison(clause, comparand) ?? unchanged(clause, comparand) ?? change(clause, comparand);
    if (found === undefined || (found.subject === '' && !found.whole && isAboutElse(earlier))) return [];
    return [{ ...found, words: clause, offset: match.index }];
  });
}

/** 人员与上年相比，无变化: what did not change stands in the clause before. */
function isAboutElse(earlier: string): boolean {
  return ONLY_BASE.test(earlier) && subjectOf(earlier.replace(ONLY_BASE, '')) === undefined;
}

const CONTRAST = /^(?:但是?|而|不过|然而|同时|另外?|此外|总体|两项|相抵)/u;

/** Whether a clause after a statement turns it round: 疫情防控支出减少，但恢复开展的活动增加较多. It may speak of anything. */
export function isTurned(text: string, { offset }: Statement, wanted: 'up' | 'down'): boolean {
  return [...text.slice(offset).matchAll(CLAUSE)].some(([clause]) => {
    if (!CONTRAST.test(clause)) return false;
    const word = AT_END.exec(clause.slice(-REACH))?.[1];
    return word !== undefined && directionOf(word) === wanted;
  });
}

/** Whether a statement is about money received. */
export function isAboutRevenue({ subject }: Statement): boolean {
  return ABOUT_REVENUE.test(subject);
}

type Found = Omit<Statement, 'words' | 'offset'> & {
  /** The clause needs no subject: 压减各项开支. */
  readonly whole?: true;
};

function subjectOf(before: string): string | undefined {
  const far = before.slice(0, -REACH);
  const subject = far + before.slice(far.length).replace(TRAILING_ADVERBS, '');
  const end = subject.slice(-REACH);
  if (NEGATED.test(end)) return undefined;
  return subject === '' || ABOUT_MONEY.test(end) ? subject : undefined;
}

/** 支出大于年初预算, 接待费低于上年. */
function comparison(clause: string, comparand: Comparand): Found | undefined {
  if (!HAS_COMPARAND.test(clause)) return undefined;
  const match = COMPARED.exec(clause);
  if (match === null) return undefined;
  const [, word = '', , base] = match;
  if ((base === '预算') !== (comparand === 'budget')) return undefined;
  const subject = subjectOf(clause.slice(0, match.index));
  if (subject === undefined) return undefined;
  const direction = word === '等于' ? 'level' : IS_MORE.test(word) ? 'up' : 'down';
  return { direction, subject, nearly: false };
}

/** 与上年持平, 预决算对比无差异. */
function unchanged(clause: string, comparand: Comparand): Found | undefined {
  if (!HAS_LEVEL.test(clause)) return undefined;
  const match = UNCHANGED.exec(clause);
  if (match === null) return undefined;
  const [, base, nearly, word = ''] = match;
  if (base === undefined ? NEEDS_COMPARAND.test(word) : !isBaseOf(base, comparand)) return undefined;
  const subject = subjectOf(clause.slice(0, match.index));
  return subject === undefined ? undefined : { direction: 'level', subject, nearly: nearly !== undefined };
}

function isBaseOf(base: string, comparand: Comparand): boolean {
  return base.includes('预') === (comparand === 'budget');
}

/** 人员经费较上年减少, 支出增加12万元, 追加项目经费. */
function change(clause: string, comparand: Comparand): Found | undefined {
  if (!HAS_CHANGE.test(clause)) return undefined;
  // Beside the budget, what happened since last year is a cause, and the other way about.
  if ((comparand === 'budget' ? SINCE_LAST_YEAR : AGAINST_BUDGET).test(clause)) return undefined;
  const object = WITH_OBJECT.exec(clause)?.[1];
  if (object !== undefined)
    return { direction: directionOf(object), subject: '', nearly: false, whole: true };
  const verb = verbOf(clause);
  const subject = verb && subjectOf(clause.slice(0, verb.at));
  return subject === undefined
    ? undefined
    : { direction: directionOf(verb?.word ?? ''), subject, nearly: false };
}

/** The word that says what happened to what stands before it. */
function verbOf(clause: string): { readonly word: string; readonly at: number } | undefined {
  const cause = CAUSE.exec(clause);
  if (cause !== null) return { word: cause[1] ?? '', at: cause.index };
  const tail = clause.slice(-REACH);
  const ending = AT_END.exec(tail);
  if (ending !== null) return { word: ending[1] ?? '', at: ending.index + clause.length - tail.length };
  const amount = /\d/u.test(clause) ? WITH_AMOUNT.exec(clause) : null;
  return amount === null ? undefined : { word: amount[1] ?? '', at: amount.index };
}

function directionOf(word: string): 'up' | 'down' {
  return IS_UP.test(word) ? 'up' : 'down';
}
