import { byUnit, foundIn } from '../compile/check-site.ts';
import { mergeChecked, partOf, type CheckedPart, type CheckedSite } from '../compile/checked-site.ts';
import type { GivenName } from '../compile/given-names.ts';
import type { PlannedUnit, SitePlan } from '../compile/plan-site.ts';
import type { SiteUnit } from '../compile/site-unit.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import type { UnitCache } from '../outputs/cache/unit-cache.ts';
import type { UnitToMake } from '../outputs/make-units.ts';

/** A plan whose units have been checked: what was found, and the units as they can be built if nothing of it is an error. */
export interface CheckedPlan {
  readonly site: CheckedSite;
  readonly units: readonly UnitToMake[];
  /** Names that are still to be held against those of units that are not in the plan. */
  readonly names: readonly GivenName[];
}

/** So many compiled booklets may wait until they are built; more would fill the memory, and are compiled once more. */
const MOST_HELD = 60;

/**
 * Finds everything that is wrong with a site. What was found in a unit without errors is taken from the cache, and kept
 * there; an error is found anew each time.
 *
 * @param onUnit told how many units are done
 */
export async function checkPlan(
  plan: SitePlan,
  cache: UnitCache | undefined,
  onUnit: (done: number) => void,
): Promise<CheckedPlan> {
  const parts: CheckedPart[] = [{ units: [], diagnostics: plan.diagnostics, names: [] }];
  const units: UnitToMake[] = [];
  const before = byUnit(plan.diagnostics);
  let held = 0;
  for (const planned of plan.units) {
    const { part, unit } = await checkUnit(planned, before.get(planned.slug) ?? [], cache);
    const isHeld = unit !== undefined && held < MOST_HELD;
    if (isHeld) held += unit.booklets.length;
    parts.push(part);
    units.push(toMake(planned, isHeld ? unit : undefined));
    onUnit(units.length);
  }
  return { site: mergeChecked(parts), units, names: parts.flatMap(({ names }) => names) };
}

/** What was found in a unit, and the unit itself if it had to be compiled for that. */
async function checkUnit(
  { slug, key, compile }: PlannedUnit,
  before: readonly Diagnostic[],
  cache: UnitCache | undefined,
): Promise<{ readonly part: CheckedPart; readonly unit?: SiteUnit | undefined }> {
  const known = await cache?.found(key);
  if (known !== undefined) return { part: partOf(known) };
  const compiled = compile();
  const { unit } = compiled;
  const found = foundIn(slug, compiled, before);
  await cache?.keepFound(key, found);
  const part = partOf(found);
  return unit === undefined ? { part: { ...part, units: [] } } : { part, unit };
}

function toMake({ slug, key, compile }: PlannedUnit, held: SiteUnit | undefined): UnitToMake {
  return {
    slug,
    key,
    compile() {
      const unit = held ?? compile().unit;
      if (unit === undefined) throw new Error(`${slug} was checked and cannot be compiled`);
      return unit;
    },
  };
}
