import { placeOfEntry, type Approval, type Figure } from '../../../figures/figure.ts';
import { error, type Diagnostic, type RelatedPlace } from '../../../source/diagnostic.ts';
import { placeOfKey } from '../../../source/yaml.ts';
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

/** What the control total is compared with, in words that fit how the figure comes about. */
function expectation({ origin }: Figure, value: Figure['value']): { expected: Side; basis: string } {
  if (origin.kind === 'reported') return { expected: { label: '填报数', value }, basis: '本文件填报的数' };
  if (origin.operation === 'prior') return { expected: { label: '上年数', value }, basis: '上年决算的数' };
  if (origin.operation === 'difference') return { expected: { label: '两数相减', value }, basis: '两数之差' };
  return { expected: { label: '由各部分相加', value }, basis: '各部分之和' };
}

function relatedPlaces(figure: Figure, { figures, prior, year }: CheckSubject): readonly RelatedPlace[] {
  const { origin } = figure;
  if (origin.kind === 'reported') return [{ message: '填报的数在这里', place: placeOfEntry(origin.entry) }];
  const [base] = origin.inputs;
  if (origin.operation === 'prior' && base !== undefined) return relatedPrior('上年的数在这里', base, prior);
  return inputPlaces(figure, figures, year.accounts.value.moneyUnit);
}
