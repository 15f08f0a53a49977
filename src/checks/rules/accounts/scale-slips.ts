import { APPROPRIATIONS, keysOf, REVENUE_KINDS, type Appropriation } from '../../../accounts/categories.ts';
import { approximate, Exact } from '../../../accounts/decimal.ts';
import { placeOfEntry, type Figure } from '../../../figures/figure.ts';
import type { Registry } from '../../../figures/registry.ts';
import type { Value } from '../../../figures/value.ts';
import { warning, type Diagnostic } from '../../../source/diagnostic.ts';
import { amountsIn } from '../../amounts.ts';
import type { Check, CheckSubject } from '../../check.ts';

/** Slips of the point, by how many times too small the amount is: 万元 among 元, thousands and hundreds. */
const SCALES = [10_000, 1000, 100] as const;

/** How far peers may lie from the amount that was meant: where only the unit can explain it, else. */
const NEAR_UNIT = 3;
const NEAR = 1.5;

/** An amount of the same thing elsewhere. */
interface Peer {
  readonly name: string;
  readonly value: Exact;
}

/**
 * An amount that is a round power of ten away from all that is known of the same thing: last year, the budget, what came
 * in and what was spent. A single peer speaks only for the unit that the file is written in, or if its digits are the same.
 */
export const scaleSlips: Check = {
  rule: 'scale-slip',
  numbers: [],
  source: '同一科目的上年数、年初预算、收入和支出一般在同一数量级',
  summary: '元当成万元、万元当成元填的金额，小数点错位的金额',
  run: (subject) =>
    subject.figures.all('万元').flatMap((figure) => {
      const { origin, value } = figure;
      if (origin.kind !== 'reported' || origin.entry.document !== subject.year.accounts.document) return [];
      const amount = positive(value);
      return amount === undefined ? [] : checkAmount(subject, figure, amount);
    }),
};

function checkAmount(subject: CheckSubject, figure: Figure, amount: Exact): readonly Diagnostic[] {
  const { origin } = figure;
  const peers = peersOf(subject, figure.id);
  const [first] = peers;
  if (first === undefined || origin.kind !== 'reported') return [];
  // Nearly all amounts end here: no slip leaves an amount so near to what it should be.
  if (peers.some(({ value }) => isOrdinary(value, amount))) return [];
  const { moneyUnit } = subject.year.accounts.value;
  for (const scale of SCALES) {
    for (const factor of [new Exact(scale), new Exact(1).div(scale)]) {
      if (!isSlip(amount, factor, peers, moneyUnit)) continue;
      const amounts = amountsIn(moneyUnit);
      const shown = (exact: Exact): string =>
        amounts.value({ state: 'known', exact, tolerance: new Exact(0) });
      const [times, unit] = factor.gt(1) ? [`1/${scale}`, '万元'] : [`${scale} 倍`, '元'];
      const cause = scale === 10_000 && unit !== moneyUnit ? `像是按${unit}填的` : '像是小数点错了位';
      const message = `“${figure.label}”为 ${shown(amount)}，${first.name}为 ${shown(first.value)}，约为它的 ${times}，${cause}（本文件金额单位为${moneyUnit}）；请核对，确实如此的写进“核对说明”`;
      return [warning('scale-slip', message, placeOfEntry(origin.entry))];
    }
  }
  return [];
}

/** Whether two amounts are less than half the smallest scale apart. */
function isOrdinary(a: Exact, b: Exact): boolean {
  const ratio = approximate(a) / approximate(b);
  const limit = SCALES[2] / 2;
  return ratio < limit && ratio * limit > 1;
}

function isSlip(amount: Exact, factor: Exact, peers: readonly Peer[], moneyUnit: '元' | '万元'): boolean {
  const meant = amount.times(factor);
  const limit = isUnit(factor) ? NEAR_UNIT : NEAR;
  if (!peers.every(({ value }) => isWithin(value.div(meant), limit))) return false;
  if (peers.length > 1) return true;
  // Of two that differ, the one that does not suit the unit of the file is the slip.
  const suspect = moneyUnit === '元' ? factor.gt(1) : factor.lt(1);
  return suspect && (isUnit(factor) || peers.some(({ value }) => sameDigits(amount, value)));
}

function isUnit(factor: Exact): boolean {
  return factor.eq(SCALES[0]) || factor.eq(new Exact(1).div(SCALES[0]));
}

function isWithin(ratio: Exact, limit: number): boolean {
  return ratio.lte(limit) && ratio.times(limit).gte(1);
}

/** Three digits at least, so that round amounts are no proof. */
function sameDigits(a: Exact, b: Exact): boolean {
  const [short = '', long = ''] = [a, b]
    .map((one) =>
      one
        .toFixed()
        .replace('.', '')
        .replace(/^0+|0+$/g, ''),
    )
    .sort((x, y) => x.length - y.length);
  return short.length >= 3 && long.startsWith(short);
}

/** What else is known of the same money, zeros and undisclosed amounts left out. */
function peersOf({ figures, prior }: CheckSubject, id: string): readonly Peer[] {
  const last = prior({ id, unit: '万元' })?.value;
  const others = [
    ...(isWhole(figures, id) ? sameCode(id) : []).map(
      (other) => [other, figures.find(other)?.value] as const,
    ),
    ...sameItem(id).map((other) => [other, figures.find(other)?.value] as const),
  ];
  const peers = [
    ['上年', last] as const,
    ...others.map(([other, value]) => [`“${figures.find(other)?.label ?? other}”`, value] as const),
  ];
  return peers.flatMap(([name, value]) => {
    const exact = value && positive(value);
    return exact === undefined ? [] : [{ name, value: exact }];
  });
}

/** Whether an amount is all that there is of a code's appropriation; not where it is one of two kinds of expenditure. */
function isWhole(figures: Registry, id: string): boolean {
  const [section, code, fund, kind] = id.split('.');
  if (section !== '支出' || kind === undefined) return true;
  const [own, whole] = [id, `支出.${code}.${fund}.合计`].map((one) => figures.find(one)?.value);
  return own?.state === 'known' && whole?.state === 'known' && own.exact.eq(whole.exact);
}

/** Revenue, expenditure and budget of one code and one appropriation. */
function sameCode(id: string): readonly string[] {
  const [section = '', code = '', column = ''] = id.split('.');
  const fund = keysOf(APPROPRIATIONS).find((one) =>
    [APPROPRIATIONS[one], REVENUE_KINDS[one]].includes(column as never),
  );
  if (fund === undefined || !/^\d+$/.test(code)) return [];
  return idsOf(fund, code).filter((other) => other.split('.')[0] !== section);
}

function idsOf(fund: Appropriation, code: string): readonly string[] {
  const name = APPROPRIATIONS[fund];
  return [`收入.${code}.${REVENUE_KINDS[fund]}`, `支出.${code}.${name}.合计`, `年初预算.${code}.${name}`];
}

/** Budgets and outturn of one item of “三公”经费. */
function sameItem(id: string): readonly string[] {
  const [section, block = '', item = ''] = id.split('.');
  if (section !== '三公经费') return [];
  return ['年初预算数', '全年预算数', '决算数']
    .filter((other) => other !== block)
    .map((other) => `三公经费.${other}.${item}`);
}

function positive(value: Value): Exact | undefined {
  return value.state === 'known' && value.exact.gt(0) ? value.exact : undefined;
}
