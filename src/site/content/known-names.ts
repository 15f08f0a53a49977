import type { Booklet } from '../../compile/booklet.ts';
import { projectNames } from '../../document/project-names.ts';
import { remembered } from '../../source/remembered.ts';

/** What a booklet's text may call by a name: codes, figures, bodies and projects. */
export const knownNames = remembered(({ codes, figures, unit, source }: Booklet): readonly string[] => [
  ...[codes.functional, codes.economic].flatMap((table) => [...table.values()].map(({ name }) => name)),
  ...figures.all().map(({ label }) => label),
  ...[unit.name, unit.supervisor, ...unit.subordinates, ...unit.aliases].filter((name) => name !== undefined),
  ...projectNames(source).values(),
]);
