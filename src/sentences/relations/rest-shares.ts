import { Exact } from '../../accounts/decimal.ts';
import { stretchesOf } from '../equations/beside.ts';
import type { Sentence } from '../sentence.ts';
import { areComplements, isPartition } from './partitions.ts';
import { FAMILIES } from './families.ts';
import type { Placed } from './placed.ts';
import type { Relation } from './relation.ts';

const REST = /^[，；、](?:其余|剩余|余下)/u;
const SHARE = /占|比重|比例/u;
const NO_SHARE = /率|增|降|升|减|超|高|低|完成|上年/u;
const HUNDRED = new Exact(100);
const STEP = new Exact('0.01');

/** 人员经费占 61.30%，其余占 38.70%; 基本支出占 71.80%，项目支出占 28.20%: shares that nothing is left out of make a hundred. */
export function restShareRelations(sentence: Sentence): readonly Relation[] {
  return stretchesOf(sentence).flatMap((all) => {
    const shares = all.filter(isShare);
    const last = shares.at(-1);
    if (last === undefined || shares.length < 2 || !isWhole(shares, last, all)) return [];
    const members = shares.map(({ mention }) => mention.quantity);
    const total = members.reduce((sum, { value }) => sum.plus(value), new Exact(0));
    const open = members.reduce((sum, { half }) => sum.plus(half), STEP);
    const problem = `${members.map(({ text }) => text).join(' ＋ ')} ＝ ${total.toFixed()}%，各项占比之和应为 100%`;
    const holds = total.minus(HUNDRED).abs().lte(open);
    return [{ members, result: last.mention.quantity, holds, problem }];
  });
}

function isShare({ mention: { quantity, role, of }, clause, lead }: Placed): boolean {
  const told = role === 'share' && quantity.unit === '%' && SHARE.test(clause + lead);
  return told && of === undefined && quantity.approximation === undefined && !NO_SHARE.test(clause);
}

/** What is left is told last, or the names divide the whole. */
function isWhole(shares: readonly Placed[], last: Placed, all: readonly Placed[]): boolean {
  const names = shares.map(({ item, lead }) => (item.name === '' ? lead : item.name));
  const only = all.every((one) => shares.includes(one) || one.mention.quantity.unit !== '%');
  if (!only) return false;
  if (REST.test(last.lead)) return true;
  const family = FAMILIES.some(
    ({ required, optional, of }) =>
      of === undefined &&
      required.length === names.length &&
      optional.length === 0 &&
      required.every((word) => names.filter((name) => word.test(name)).length === 1),
  );
  const ofSpending = /^[^]*基本支出/u.test(names[0] ?? '') && /项目支出/u.test(names[1] ?? '') && names.length === 2;
  return family || ofSpending || isPartition(names) || areComplements(names);
}
