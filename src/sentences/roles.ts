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

/** Budgets, whichever of a year's they are. */
export const BUDGETS: ReadonlySet<Role> = new Set(['initial', 'adjusted', 'budget']);

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
