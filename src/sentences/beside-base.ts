import { cueOf } from './cues.ts';
import type { Quantity } from './quantity.ts';
import type { Cue, Role } from './roles.ts';

/** Roles of what a number right behind is compared with. */
export type Base = 'last' | 'initial' | 'adjusted' | 'budget' | 'base';

export function isBase(role: Role | undefined): role is Base {
  return role === 'last' || role === 'initial' || role === 'adjusted' || role === 'budget' || role === 'base';
}

/** 比上年 2,000 件少 400 件: the number stands right behind what it is compared with. */
export function besideBase(clause: string, quantity: Quantity, base: Base): Cue {
  // 由 6 个增设到 10 个
  if (/^[\p{Script=Han}]{2,5}[到至为成]了?$/u.test(clause))
    return { ...cueOf(clause, quantity, '上年'), subject: '' };
  const cue = cueOf(`比上年${clause}`, quantity, '上年');
  if (cue.role !== 'change' && cue.role !== 'changeRate' && cue.role !== 'points')
    return cueOf(clause, quantity, '上年');
  return { ...cue, words: clause, comparand: base === 'base' ? 'other' : base };
}
