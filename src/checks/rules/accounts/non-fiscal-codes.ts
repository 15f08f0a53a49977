import { NON_FISCAL_KINDS, REVENUE_KINDS } from '../../../accounts/categories.ts';
import { ZERO } from '../../../accounts/decimal.ts';
import { UNDISCLOSED } from '../../../accounts/disclosed.ts';
import { codesOfFund, hasUnclassified } from '../../../accounts/facts/fund-codes.ts';
import type { Accounts } from '../../../accounts/schema/accounts.ts';
import { cellIds } from '../../../figures/cell-ids.ts';
import type { Registry } from '../../../figures/registry.ts';
import { differenceOf, isZero, known, sumOf, type Value } from '../../../figures/value.ts';
import { warning, type Diagnostic } from '../../../source/diagnostic.ts';
import { amountsIn } from '../../amounts.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { widestCodes } from '../../code-columns.ts';
import { placeOfFirst } from '../../figure-places.ts';
import { isPositive } from '../../relations.ts';

/** Ids of what a code has of non-fiscal money, and of what became of it. */
interface Flow {
  readonly code: string;
  readonly sources: readonly string[];
  readonly spent: string;
  readonly carried: string;
}

/**
 * Non-fiscal money of a code: what is neither spent nor carried over was distributed (结余分配), what is short came from
 * earlier surplus (使用非财政拨款结余). Neither can be more than the body has of it in all.
 */
export const nonFiscalCodes: Check = {
  rule: 'non-fiscal-codes',
  numbers: ['R06'],
  source: '收入支出决算表逐科目：年初结转 + 本年收入 + 使用非财政拨款结余 = 本年支出 + 结余分配 + 年末结转',
  summary: '非财政拨款资金逐科目收支相抵，差额只能来自使用结余或转入结余分配',
  run(subject) {
    const { year, figures } = subject;
    const flows = flowsOf(year.accounts.value);
    const rests = flows.map((flow) => ({ flow, rest: restOf(figures, flow) }));
    const over = excessive(rests, figures.get('支出.结余分配').value, 1);
    const short = excessive(rests, figures.get('收入.使用非财政拨款结余').value, -1);
    const unused = flows.filter((flow) => !over.includes(flow) && isUnused(figures, flow));
    const unfounded = flows.filter((flow) => !short.includes(flow) && isUnfounded(figures, flow));
    return [
      ...[...over, ...unused].flatMap((flow) =>
        describe(subject, flow, '有收入或年初结转，没有相应的支出和年末结转'),
      ),
      ...[...short, ...unfounded].flatMap((flow) =>
        describe(subject, flow, '有支出或年末结转，没有相应的收入和年初结转'),
      ),
    ];
  },
};

const SOURCES = [
  cellIds('年初结转和结余', '非财政拨款'),
  ...NON_FISCAL_KINDS.map((kind) => cellIds('收入', REVENUE_KINDS[kind])),
];
const SPENT = cellIds('支出', '非财政拨款.合计');
const CARRIED = cellIds('年末结转和结余', '非财政拨款');

/** One flow for each code, the widest of a branch; none where anything is not entered by code. */
function flowsOf({ entered }: Accounts): readonly Flow[] {
  const columns = [
    ...NON_FISCAL_KINDS.map((kind) => `收入.${REVENUE_KINDS[kind]}` as const),
    ...(['年初结转和结余.非财政拨款', '年末结转和结余.非财政拨款'] as const),
  ];
  const whole = columns.some((column) => {
    const amount = entered.one(column);
    return amount !== undefined && (amount === UNDISCLOSED || !amount.isZero());
  });
  if (whole || hasUnclassified(entered, 'nonFiscal')) return [];
  const codes = [...new Set([...entered.keysOf(...columns), ...codesOfFund(entered, 'nonFiscal')])].sort();
  return widestCodes(codes).map((code) => ({
    code,
    sources: SOURCES.map((cell) => cell(code)),
    spent: SPENT(code),
    carried: CARRIED(code),
  }));
}

function valueOf(figures: Registry, ids: readonly string[]): Value {
  return sumOf(ids.map((id) => figures.find(id)?.value ?? known(ZERO)));
}

function restOf(figures: Registry, { sources, spent, carried }: Flow): Value {
  return differenceOf(valueOf(figures, sources), valueOf(figures, [spent, carried]));
}

/** The codes whose rests of one sign are together more than there is to explain them. */
function excessive(
  rests: readonly { readonly flow: Flow; readonly rest: Value }[],
  available: Value,
  sign: 1 | -1,
): readonly Flow[] {
  const beyond = rests.filter(
    ({ rest }) => rest.state === 'known' && rest.exact.times(sign).gt(rest.tolerance),
  );
  const sum = sumOf(beyond.map(({ rest }) => rest));
  if (sum.state !== 'known' || available.state !== 'known') return [];
  return sum.exact.times(sign).gt(available.exact.plus(sum.tolerance).plus(available.tolerance))
    ? beyond.map(({ flow }) => flow)
    : [];
}

function isUnused(figures: Registry, { sources, spent, carried }: Flow): boolean {
  return isPositive(valueOf(figures, sources)) && isZero(valueOf(figures, [spent, carried]));
}

function isUnfounded(figures: Registry, { sources, carried }: Flow): boolean {
  return isPositive(valueOf(figures, [carried])) && isZero(valueOf(figures, sources));
}

function describe({ figures, year }: CheckSubject, flow: Flow, what: string): readonly Diagnostic[] {
  const { code, sources, spent, carried } = flow;
  const place = placeOfFirst(figures, ...sources, spent, carried);
  const rest = restOf(figures, flow);
  if (place === undefined || rest.state !== 'known') return [];
  const difference = amountsIn(year.accounts.value.moneyUnit).difference(rest.exact);
  const message = `科目 ${code} 的非财政拨款资金${what}，差 ${difference}，结余分配和使用非财政拨款结余不足以说明；请核对科目和金额`;
  return [warning('non-fiscal-codes', message, place)];
}
