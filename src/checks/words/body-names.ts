import { UNDISCLOSED } from '../../accounts/disclosed.ts';
import { NO_SUPERVISOR, valuesOfOtherYears } from '../../accounts/unit-in-year.ts';
import type { CheckSubject } from '../check.ts';

/** The region that a body's name begins with: 昌吉回族自治州, 昌吉州, 示例市. */
const REGION =
  /^[\p{Script=Han}]{1,12}?(?:自治区|自治州|自治县|省|地区|州|市|县|区|旗)(?=[\p{Script=Han}]{4})/u;

/** The names of the bodies that a booklet speaks of: the unit, its other names, its supervisor, its subordinates. */
export function bodyNames({ year }: CheckSubject): readonly string[] {
  const { name, aliases, supervisor, subordinates } = year.unit;
  return [name, ...aliases, ...(supervisor === undefined ? [] : [supervisor]), ...subordinates];
}

/**
 * Names that the unit, its supervisor and its subordinates have in other years and none of them in this one: left over
 * where a text of this year uses them. What is listed as another name of the unit may be used.
 */
export function namesOfOtherYears(subject: CheckSubject): readonly string[] {
  const { unit, year } = subject;
  const { name, supervisor = [], subordinates } = unit.unit.value;
  const others = [
    ...valuesOfOtherYears(name, year.year),
    ...valuesOfOtherYears(supervisor, year.year),
    ...valuesOfOtherYears(subordinates, year.year).flat(),
  ];
  const current = bodyNames(subject);
  // A name that could not be read says nothing of the others.
  if (current.includes(UNDISCLOSED)) return [];
  return [...new Set(others)].filter((one) => one !== NO_SUPERVISOR && !current.includes(one));
}

/** A body's name without its region: what a text may call it for short. */
export function shortName(name: string): string {
  return name.replace(REGION, '');
}
