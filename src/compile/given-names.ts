import type { Classifications } from '../accounts/code-table.ts';
import type { LoadedYear } from '../accounts/load-year.ts';
import { ownNames, type OwnName } from '../accounts/own-names.ts';
import type { Place } from '../source/place.ts';
import { placeOfValue } from '../source/yaml.ts';

/** A name that a booklet prints for a code which the year's classification lacks. Plain data, to be handed between threads. */
export interface GivenName extends Pick<OwnName, 'table' | 'code' | 'name'> {
  readonly year: number;
  readonly place: Place;
}

/** The names that a booklet gives, each code once; a name for a code of the classification is held against that. */
export function givenNames(year: LoadedYear, official: Classifications): readonly GivenName[] {
  const first = new Map<string, GivenName>();
  for (const { table, code, name, path } of ownNames(year)) {
    if (official[table].has(code) || first.has(code)) continue;
    const place = placeOfValue(year.accounts.document, path);
    first.set(code, { table, code, name, year: year.year, place });
  }
  return [...first.values()];
}
