import type { UnitSummary } from '../../summary/unit-summary.ts';
import type { Volume } from './build-index.ts';

/** Booklets with all names by which their units have been called and are called now. */
export function withOtherNames(volumes: readonly Volume[], units: readonly UnitSummary[]): readonly Volume[] {
  const names = new Map(
    units.map(({ slug, unit, formerNames }) => [
      slug,
      [unit.name, ...unit.aliases, ...formerNames.map(({ name }) => name)],
    ]),
  );
  return volumes.map((volume) => {
    const otherNames = (names.get(volume.slug) ?? []).filter((name) => name !== volume.name);
    return { ...volume, otherNames };
  });
}
