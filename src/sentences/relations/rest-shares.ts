import { Exact } from '../../accounts/decimal.ts';
import { stretchesOf } from '../equations/beside.ts';
import type { Sentence } from '../sentence.ts';
import { areComplements, isPartition } from './partitions.ts';
import type { Placed } from './placed.ts';
import type { Relation } from './relation.ts';

const REST = /^[，；、](?:其余|剩余|余下)/u;
const SHARE = /占|比重|比例/u;
const NO_SHARE = /率|增|降|升|减|超|高|低|完成|上年/u;
/** Kinds into which spending falls, whatever else a sentence tells. */
const DIVISIONS: readonly (readonly RegExp[])[] = [
  [/基本支出/u, /项目支出/u],
  [/货物/u, /工程/u, /服务/u],
];
/** 货物采购授予中小企业的占…: of part of each. */
const NARROWED = /授予|其中[^，。；]*经费|企业|增|经营支出|上缴|附属/u;
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
    const strength = total.gt(HUNDRED) || !mayLeaveOut(last) ? 'said' : 'named';
    return [{ members, result: last.mention.quantity, holds, problem, strength }];
  });
}

function isShare({ mention: { quantity, role, of }, clause, lead }: Placed): boolean {
  const told = role === 'share' && quantity.unit === '%' && SHARE.test(clause + lead);
  return told && of === undefined && quantity.approximation === undefined && !NO_SHARE.test(clause);
}

/** Beside 基本支出 and 项目支出 there may be 经营支出 and more. */
function mayLeaveOut({ lead, item }: Placed): boolean {
  return /项目支出|基本支出/u.test(item.name + lead) && !REST.test(lead);
}

/** What is left is told last, or the names divide one whole. */
function isWhole(shares: readonly Placed[], last: Placed, all: readonly Placed[]): boolean {
  if (all.some((one) => one.mention.quantity.unit === '%' && !shares.includes(one))) return false;
  const wholes = new Set(shares.map(({ mention: { whole = '' } }) => whole).filter((one) => one !== ''));
  if (wholes.size > 1) return false;
  if (REST.test(last.lead)) return true;
  const names = shares.map(({ item, lead }) => (item.name === '' ? lead : item.name));
  const divides = DIVISIONS.some(
    (kinds) =>
      kinds.length === names.length &&
      kinds.every((kind) => names.filter((name) => kind.test(name)).length === 1),
  );
  const told = shares.map(({ lead }) => lead).join('');
  const ofBasic =
    /基本支出(?:中|的)/u.test(told) &&
    [/人员经费/u, /公用经费/u].every((kind, at) => kind.test(names[at] ?? ''));
  return ofBasic || (divides && !NARROWED.test(told)) || isPartition(names) || areComplements(names);
}
