import { amendTable } from '../accounts/code-table.ts';
import { warning, type Diagnostic } from '../source/diagnostic.ts';
import { comparePlaces } from '../source/place.ts';
import type { GivenName } from './given-names.ts';

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
