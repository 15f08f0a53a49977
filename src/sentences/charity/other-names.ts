import type { Item } from '../sentence.ts';

const SCOPES = ['一般公共预算', '政府性基金预算', '国有资本经营预算', '非财政拨款'] as const;
const KINDS = ['基本支出', '项目支出', '年初结转和结余', '年末结转和结余', '收入', '支出'] as const;
const OF_FISCAL = '财政拨款';
/** 一般公共预算, 政府性基金: a fund and nothing of it. */
const FUND = /^(一般公共预算|政府性基金|国有资本经营|非财政拨款)(?:预算)?(?:财政拨款|拨款|资金)?$/u;
/** A name that says itself whose money is meant, or which total. */
const IS_FULL = /财政拨款|一般公共预算|政府性基金|国有资本|非财政|合计|总计|^总/u;
const THIS_YEAR = /^(?:本年度?|当年|全年)/u;
const MONEY = /收入|支出|结转|结余|经费/u;

/** The fund that a name means when it names nothing else. */
export function fundNamed(name: string): string | undefined {
  const [, stem] = FUND.exec(name) ?? [];
  return stem === undefined ? undefined : SCOPES.find((scope) => scope.startsWith(stem));
}

/**
 * Names that an item may have as well, by what the sentence speaks of before it: 一般公共预算财政拨款收入总计…，本年收入… is the
 * fund's own, 项目支出…，一般公共预算… that fund's projects. A name that is whole means what it says, and nothing else.
 */
export function namesAsWell({ name }: Item, before: string): readonly string[] {
  const fund = fundNamed(name);
  if (name === OF_FISCAL) return [`${OF_FISCAL}收入`, `${OF_FISCAL}支出`];
  if (fund !== undefined)
    return KINDS.filter((kind) => before.includes(kind)).flatMap((kind) => namesOf(fund, kind));
  if (IS_FULL.test(name) || !MONEY.test(name)) return [];
  const bare = name.replace(THIS_YEAR, '');
  const scopes = SCOPES.filter((scope) => before.includes(scope.replace(/预算$/u, '')));
  const ofAllFunds = scopes.length === 0 && before.includes(OF_FISCAL) ? [`${OF_FISCAL}${bare}`] : [];
  return [...scopes.flatMap((scope) => namesOf(scope, bare)), ...ofAllFunds];
}

function namesOf(scope: string, kind: string): readonly string[] {
  return scope.endsWith(OF_FISCAL) ? [`${scope}${kind}`] : [`${scope}${OF_FISCAL}${kind}`, `${scope}${kind}`];
}
