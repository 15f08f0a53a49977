import type { YamlDocument } from '../source/yaml.ts';
import type { LoadedYear } from './load-year.ts';
import { countUnfilled } from './unfilled.ts';

/** The files that a year's booklet is made from, its unit's file among them. */
export function documentsOf({
  unitDocument,
  accounts,
  narrative,
  evaluations,
}: LoadedYear): readonly YamlDocument[] {
  return [
    unitDocument,
    accounts.document,
    narrative.document,
    ...evaluations.map(({ document }) => document),
  ];
}

/** Whether a year is still being filled in (待填): then little can be said about its words and forms. */
export function isUnfinished(year: LoadedYear): boolean {
  return documentsOf(year).some((document) => countUnfilled(document) > 0);
}
