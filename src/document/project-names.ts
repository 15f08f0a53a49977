import type { BookletSource } from './booklet-source.ts';

/** The project that each form of a booklet is about, by the form's name; all such forms have the same title. */
export function projectNames({ year }: BookletSource): ReadonlyMap<string, string> {
  return new Map(
    year.evaluations.flatMap(({ name, value }) =>
      value.kind === '项目' ? [[name, value.name] as const] : [],
    ),
  );
}
