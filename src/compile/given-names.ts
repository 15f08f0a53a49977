import { amendTable, type Classifications } from '../accounts/code-table.ts';
import type { LoadedYear } from '../accounts/load.ts';
import { ownNames, type OwnName } from '../accounts/own-names.ts';
import { warning, type Diagnostic } from '../source/diagnostic.ts';
import { comparePlaces, type Place } from '../source/place.ts';
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

/** One code of one year has one name: a finding for each code that booklets of several units name differently. */
export function differentNames(names: readonly GivenName[]): readonly Diagnostic[] {
  const inOrder = names.toSorted((a, b) => comparePlaces(a.place, b.place));
  return [...Map.groupBy(inOrder, ({ year, code }) => `${year} ${code}`).values()].flatMap((given) => {
    const [first, ...others] = [...Map.groupBy(given, ({ name }) => name).values()].flatMap(
      ([one]) => one ?? [],
    );
    if (first === undefined || others.length === 0) return [];
    return others.map((other) => report(first, other));
  });
}

function report(first: GivenName, { year, table, code, name, place }: GivenName): Diagnostic {
  const message = `科目 ${code} 的名称为“${name}”，另一单位 ${year} 年写的是“${first.name}”；请按批复表核对，确定的名称${amendTable(year, table)}`;
  return warning('different-names', message, place, [{ message: '另一单位写在这里', place: first.place }]);
}
