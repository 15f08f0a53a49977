import type { CheckSubject } from '../check.ts';

/** The region that a body's name begins with: 昌吉回族自治州, 昌吉州, 示例市. */
const REGION =
  /^[\p{Script=Han}]{1,12}?(?:自治区|自治州|自治县|省|地区|州|市|县|区|旗)(?=[\p{Script=Han}]{4})/u;

/** The names of the bodies that a booklet speaks of: the unit, its other names, its supervisor, its subordinates. */
export function bodyNames({ unit }: CheckSubject): readonly string[] {
  const { name, aliases, supervisor, subordinates } = unit.unit.value;
  return [name, ...aliases, ...(supervisor === undefined ? [] : [supervisor]), ...subordinates];
}

/** A body's name without its region: what a text may call it for short. */
export function shortName(name: string): string {
  return name.replace(REGION, '');
}
