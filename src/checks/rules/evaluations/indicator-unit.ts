import type { LoadedEvaluation } from '../../../accounts/load-evaluations.ts';
import { note, warning, type Diagnostic } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { titleOf } from '../../forms/forms.ts';
import { indicatorsOf, placeOfIndicator, type FormIndicator } from '../../forms/indicators.ts';

/** Target and achievement are told in the same unit. */
export const indicatorUnit: Check = {
  rule: 'indicator-unit',
  numbers: ['P14'],
  source: '绩效自评表：指标值与完成值计量单位一致',
  summary: '完成值的单位应与指标值相同，百分数应有 %',
  run: ({ year }) => year.evaluations.flatMap(checkForm),
};

function checkForm(form: LoadedEvaluation): readonly Diagnostic[] {
  const items = indicatorsOf(form);
  const bare = items.filter(
    ({ target, actual }) => target !== undefined && target.unit !== '' && actual?.unit === '',
  );
  return [
    ...items.flatMap(checkIndicator),
    ...withoutUnit(
      form,
      bare.filter(({ target }) => target?.unit !== '%'),
    ),
  ];
}

function checkIndicator(item: FormIndicator): readonly Diagnostic[] {
  const { target, actual, indicator } = item;
  if (target === undefined || actual === undefined || target.unit === actual.unit) return [];
  const given = `“${indicator.name}”完成值为“${indicator.actual}”`;
  const place = placeOfIndicator(item, '完成值');
  if (actual.unit === '') {
    if (target.unit !== '%') return [];
    const message = `${given}，指标值为“${indicator.target}”，少了百分号；请写“${indicator.actual}%”`;
    return [warning('indicator-unit', message, place)];
  }
  const unit = target.unit === '' ? '没有单位' : `单位是“${target.unit}”`;
  const message = `${given}，指标值“${indicator.target}”${unit}，两者单位不同；请核对完成值`;
  return [warning('indicator-unit', message, place)];
}

/** A form that leaves out the units throughout is one finding. */
function withoutUnit(form: LoadedEvaluation, items: readonly FormIndicator[]): readonly Diagnostic[] {
  const [first, ...others] = items;
  if (first === undefined) return [];
  const count = items.length === 1 ? '' : `等 ${items.length} 个指标的`;
  const message = `${titleOf(form)}“${first.indicator.name}”${count}完成值没有写单位；请照指标值写上单位`;
  const related = others.map((item) => ({
    message: `“${item.indicator.name}”完成值为“${item.indicator.actual}”，指标值为“${item.indicator.target}”`,
    place: placeOfIndicator(item, '完成值'),
  }));
  return [note('indicator-unit', message, placeOfIndicator(first, '完成值'), related)];
}
