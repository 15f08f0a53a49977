import { formatExact, formatFixed, type Exact } from '../../../accounts/decimal.ts';
import type { LoadedEvaluation } from '../../../accounts/load-evaluations.ts';
import { parseMeasurement } from '../../../accounts/measurement.ts';
import type { Registry } from '../../../figures/registry.ts';
import { percentageOf } from '../../../figures/value.ts';
import { note, warning, type Diagnostic } from '../../../source/diagnostic.ts';
import type { Place } from '../../../source/place.ts';
import type { Check } from '../../check.ts';
import { moneyOf, placeInForm, totalRow } from '../../forms/forms.ts';

/** Decimals of an execution rate in project forms, where the program prints it. */
const RATE_DECIMALS = 2;

/** An execution rate beside a source is entered as text: it must follow from its row or from the total. */
export const executionRate: Check = {
  rule: 'execution-rate',
  numbers: ['P01'],
  source: '绩效自评：执行率 = 全年执行数 ÷ 全年预算数，两位小数',
  summary: '整体自评表的执行率应与预算数、执行数相符，写两位小数',
  run: ({ year, figures }) => year.evaluations.flatMap((form) => checkForm(form, figures)),
};

function checkForm(form: LoadedEvaluation, figures: Registry): readonly Diagnostic[] {
  return form.value.money.flatMap(({ name, executionRate: printed, score, path }) => {
    if (printed === undefined) return [];
    const place = placeInForm(form, [...path, '执行率']);
    const read = parseMeasurement(printed);
    if (read?.unit !== '%' || read.comparison !== undefined) {
      const message = `“${name}”执行率为“${printed}”，应写成百分数，例如 97.16%；没有执行率的请删去这一项`;
      return [warning('execution-rate', message, place)];
    }
    const decimals = read.number.decimalPlaces();
    const rates = [name, totalRow(form)].map((row) =>
      percentageOf(moneyOf(figures, form, row, '全年执行数'), moneyOf(figures, form, row, '全年预算数')),
    );
    const [own] = rates;
    const expected = rates.flatMap((rate) =>
      rate.state === 'known' ? [formatFixed(rate.exact, decimals)] : [],
    );
    if (own?.state === 'known' && !expected.includes(read.number.toFixed(decimals))) {
      const message = `“${name}”执行率为 ${printed}，应为 ${formatFixed(own.exact, RATE_DECIMALS)}%（全年执行数 ÷ 全年预算数）；请核对`;
      return [warning('execution-rate', message, place)];
    }
    return printed === `${read.number.toFixed(RATE_DECIMALS)}%`
      ? []
      : [decimalsNote(name, printed, score, place)];
  });
}

/** The project forms print rates and scores with two decimals. */
function decimalsNote(name: string, printed: string, score: Exact | undefined, place: Place): Diagnostic {
  const differs = score !== undefined && formatExact(score) !== formatFixed(score, RATE_DECIMALS);
  const scores = differs ? `，得分 ${formatExact(score)} 旁边是 ${formatFixed(score, RATE_DECIMALS)}` : '';
  const message = `“${name}”执行率写作 ${printed}，项目自评表印两位小数${scores}；如需一致请写两位小数`;
  return note('execution-rate', message, place);
}
