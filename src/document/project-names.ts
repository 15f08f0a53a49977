import type { BookletSource } from './booklet-source.ts';

/** What each form of a booklet is about that says so, by the form's name; all forms of a kind have the same title. */
export function projectNames({ year }: BookletSource): ReadonlyMap<string, string> {
  return new Map(
    year.evaluations.flatMap(({ name, value }) =>
      value.name === undefined ? [] : [[name, value.name] as const],
    ),
  );
}
