import { Exact } from '../../../accounts/decimal.ts';
import { entryOf, placeOfEntry, type Approval, type Entry, type Figure } from '../../../figures/figure.ts';
import type { Value } from '../../../figures/value.ts';
import { error, note, type Diagnostic, type RelatedPlace } from '../../../source/diagnostic.ts';
import { placeOfKey } from '../../../source/yaml.ts';
import { amountsIn } from '../../amounts.ts';
import type { Check, CheckSubject } from '../../check.ts';
import { checkEqual, differ, type Side } from '../../compare-figures.ts';
import { inputPlaces, relatedPrior } from '../../figure-places.ts';

/** A control total entered under 批复数 must equal what its parts make. */
export const approvedTotal: Check = {
  rule: 'approved-total',
  numbers: [
    ...[
      'R01',
      'R02',
      'R03',
      'R04',
      'R06',
      'R08',
      'R11',
      'R12',
      'R14',
      'R20',
      'R21',
      'R24',
      'R25',
      'R26',
      'R27',
      'R28',
    ],
    ...[
      'R29',
      'R40',
      'R43',
      'R44',
      'R47',
      'R48',
      'R49',
      'R50',
      'R51',
      'R57',
      'R64',
      'R70',
      'R71',
      'R72',
      'R73',
      'R74',
    ],
  ],
  source: '合计应等于各部分之和；公布的数可差一个尾差',
  summary: '批复数应等于由明细算出的数；在四舍五入允许范围内的差为尾差',
  run: (subject) =>
    Object.keys(subject.year.accounts.value.approved)
      .filter((id) => subject.year.allForms || !id.startsWith('绩效.'))
      .flatMap((id) => subject.figures.find(id) ?? [])
      .flatMap((figure) =>
        figure.approval === undefined ? [] : checkApproval(figure, figure.approval, subject),
      ),
};

function checkApproval(
  figure: Figure,
  { entry, computed }: Approval,
  subject: CheckSubject,
): readonly Diagnostic[] {
  if (figure.unit === '%') {
    const message = `批复数写了“${figure.label}”；比率由程序计算，公布的比率末位不同的写在“印数”下，这里请删去`;
    return [error('approved-total', message, placeOfKey(entry.document, entry.path))];
  }
  if (!differ(figure.value, computed)) return [];
  const unlisted = unlistedBudgets(figure, computed, entry, subject);
  if (unlisted !== undefined) return [unlisted];
  const { expected, basis } = expectation(figure, computed);
  return checkEqual({
    rule: 'approved-total',
    actual: { label: `批复数“${figure.label}”`, value: figure.value },
    expected,
    basis,
    unit: figure.unit,
    moneyUnit: subject.year.accounts.value.moneyUnit,
    place: placeOfEntry(entry),
    related: relatedPlaces(figure, subject),
  });
}

/** Less than this, in 万元, is a slip and no item that was left out. */
const SMALLEST_ITEM = new Exact('0.1');

/** Items with a budget and no outturn are often not listed, so the listed budgets need not make the total. */
function unlistedBudgets(
  { id, label, value }: Figure,
  computed: Value,
  entry: Entry,
  { year }: CheckSubject,
): Diagnostic | undefined {
  if (!/^年初预算\.(?!财政拨款$)/.test(id) || value.state !== 'known' || computed.state !== 'known')
    return undefined;
  const missing = value.exact.minus(computed.exact);
  if (missing.lt(SMALLEST_ITEM)) return undefined;
  const amounts = amountsIn(year.accounts.value.moneyUnit);
  const message = `批复数“${label}”为 ${amounts.value(value)}，所列科目相加为 ${amounts.value(computed)}，少 ${amounts.difference(missing)}；有年初预算、没有支出的科目没有列出的，属正常，已列全的请核对`;
  return note('approved-total', message, placeOfEntry(entry));
}

/** What the control total is compared with, in words that fit how the figure comes about. */
function expectation({ origin }: Figure, value: Figure['value']): { expected: Side; basis: string } {
  if (origin.kind !== 'derived') return { expected: { label: '填报数', value }, basis: '本文件填报的数' };
  if (origin.operation === 'prior') return { expected: { label: '上年数', value }, basis: '上年决算的数' };
  if (origin.operation === 'difference') return { expected: { label: '两数相减', value }, basis: '两数之差' };
  return { expected: { label: '由各部分相加', value }, basis: '各部分之和' };
}

function relatedPlaces(figure: Figure, { figures, prior, year }: CheckSubject): readonly RelatedPlace[] {
  const { origin } = figure;
  const entry = entryOf(figure);
  if (entry !== undefined) return [{ message: '填报的数在这里', place: placeOfEntry(entry) }];
  if (origin.kind !== 'derived') return [];
  const [base] = origin.inputs;
  if (origin.operation === 'prior' && base !== undefined) return relatedPrior('上年的数在这里', base, prior);
  return inputPlaces(figure, figures, year.accounts.value.moneyUnit);
}
