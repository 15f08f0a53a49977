import type { Measurement } from '../../../accounts/measurement.ts';
import { warning, type Diagnostic } from '../../../source/diagnostic.ts';
import type { Check } from '../../check.ts';
import { indicatorsOf, placeOfIndicator, type FormIndicator } from '../../forms/indicators.ts';

/** A number of persons or things that a name begins with: 30名企业家培训. */
const COUNTED = /^(\d{1,6})(名|人次|人|家|户|个|场|次|期|台|套|项|件|处|条)/u;
/** A unit that a name gives in brackets: 培训人数（人）, 平台数量（个/套）. */
const BRACKETED = /[（(]([^（()）\d]{1,6})[)）]$/u;

const UNIT = /^(?:万|亿)?(?:元|名|人次|人|家|户|个|场|次|期|台|套|项|件|处|条|份|辆|平方米|%|％)$/u;

/** 名 and 人 count the same. */
const PERSONS: readonly string[] = ['名', '人', '位', '人次'];

/** An indicator's name and target speak of the same number and unit. */
export const indicatorName: Check = {
  rule: 'indicator-name',
  numbers: ['P14'],
  source: '绩效自评表：三级指标名称与指标值一致',
  summary: '三级指标名称里的数和单位应与指标值相同',
  run: ({ year }) => year.evaluations.flatMap((form) => indicatorsOf(form).flatMap(checkName)),
};

function checkName(item: FormIndicator): readonly Diagnostic[] {
  const { target } = item;
  // A share of a number of things has a unit of its own.
  if (target === undefined || target.unit === '' || target.unit === '%') return [];
  const problem = countProblem(item, target) ?? unitProblem(item, target);
  if (problem === undefined) return [];
  const { name, target: written } = item.indicator;
  const message = `“${name}”指标值为“${written}”，${problem}`;
  return [warning('indicator-name', message, placeOfIndicator(item, '指标值'))];
}

function countProblem({ indicator }: FormIndicator, target: Measurement): string | undefined {
  const counted = COUNTED.exec(indicator.name);
  if (counted === null) return undefined;
  const [written, number = '', unit = ''] = counted;
  if (target.number.eq(number) && sameUnit(unit, target.unit)) return undefined;
  return `名称中为“${written}”，两者不同；请核对指标值和单位`;
}

function unitProblem({ indicator }: FormIndicator, target: Measurement): string | undefined {
  const units = BRACKETED.exec(indicator.name)?.[1]?.split(/[/／、]/u) ?? [];
  // Only what counts something is a unit; other brackets qualify the name.
  if (units.length === 0 || !units.every((unit) => UNIT.test(unit))) return undefined;
  if (units.some((unit) => sameUnit(unit, target.unit))) return undefined;
  return `单位应为“${units.join('/')}”（三级指标名称）；请核对`;
}

function sameUnit(a: string, b: string): boolean {
  return a === b || (PERSONS.includes(a) && PERSONS.includes(b)) || (a === '％' && b === '%');
}
