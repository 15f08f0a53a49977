import { yearsOf } from '../../summary/years.ts';
import { units } from '../model.ts';

/** The years of which some unit has a booklet, newest first. */
export function disclosedYears(): readonly number[] {
  return yearsOf(units().flatMap(({ booklets }) => booklets));
}
