import { directionOfWords } from './beside.ts';
import { cueOf } from './cues.ts';
import type { Quantity } from './quantity.ts';
import type { Comparand, Cue, Role } from './roles.ts';
import type { Mention } from './sentence.ts';
import type { QuantityKind } from './units.ts';

/** Roles of what a number right behind is compared with. */
export type Base = 'last' | 'initial' | 'adjusted' | 'budget' | 'base';

export function isBase(role: Role | undefined): role is Base {
  return role === 'last' || role === 'initial' || role === 'adjusted' || role === 'budget' || role === 'base';
}

/** 比 120 万次的目标还差 6 万次, 距 90% 的目标还有 3 个百分点的差距. */
const MISSING = /^(?:的[\p{Script=Han}]{0,8}?)?(?:还|尚|仍|只|仅|也)*(?:差|缺|欠|相差)了?(?:约|近)?$/u;
const STILL = /^(?:的[\p{Script=Han}]{0,8}?)?(?:还|尚|仍)有(?:约|近)?$/u;
const GAP_BEHIND = /^的?(?:差距|缺口|差额)/u;
/** 小于年初预算 150.00 万元 7.70 万元, 快于 50% 的序时进度 8 个百分点. */
const NOTHING_BETWEEN =
  /^(?:的?[\p{Script=Han}]{0,6}(?:目标|标准|要求|进度|预算|水平|限额|均值|定额|计划|任务|控制)[值数]?)?(?:约|近|了)?$/u;

/** 比上年 2,000 件少 400 件: the number stands right behind what it is compared with. */
export function besideBase(
  clause: string,
  quantity: Quantity,
  base: Mention & { readonly role: Base },
  after: string,
): Cue {
  const comparand: Comparand = base.role === 'base' ? 'other' : base.role;
  // 由 6 个增设到 10 个
  if (/^[\p{Script=Han}]{2,5}[到至为成]了?$/u.test(clause))
    return { ...cueOf(clause, quantity, '上年'), subject: '' };
  const cue = cueOf(`比上年${clause}`, quantity, '上年');
  if (cue.role === 'change' || cue.role === 'changeRate' || cue.role === 'points')
    return { ...cue, words: clause, comparand };
  const ofRates = quantity.kind === 'rate' && base.quantity.kind === 'rate';
  const direction = ofRates ? undefined : distance(clause, base, after);
  if (direction === undefined) return cueOf(clause, quantity, '上年');
  const role = ROLES[quantity.kind] ?? 'change';
  return { role, words: clause, direction, subject: '', comparand };
}

const ROLES: Readonly<Partial<Record<QuantityKind, Role>>> = { points: 'points', rate: 'changeRate' };

/** Which way a number lies from its base, where the words before the base or 还差 behind it tell. */
function distance(clause: string, { words }: Mention, after: string): 1 | -1 | undefined {
  if (MISSING.test(clause) || (STILL.test(clause) && GAP_BEHIND.test(after))) return -1;
  return NOTHING_BETWEEN.test(clause) ? directionOfWords(words) : undefined;
}
