import type { CheckedSite } from '../../compile/check-site.ts';
import { planSite, type SitePlan } from '../../compile/plan-site.ts';
import { buildPlanned, type BuildResult } from '../../outputs/build-site.ts';
import { buildPart } from '../../outputs/shards/build-part.ts';
import { unitsOfShard, type Costs, type Shard } from '../../outputs/shards/shard.ts';
import type { RawFile } from '../../source/source-file.ts';
import { closeCache, openCache, type CacheValues } from '../cache-options.ts';
import { checkPlan } from '../check-plan.ts';
import type { Progress } from '../progress.ts';

/** A site that was checked, and how it is built. */
export interface CheckedBuild {
  readonly site: CheckedSite;
  build(options: { readonly out: string; readonly pdf: boolean }): Promise<BuildResult>;
}

/** What of a site is built. */
export interface WholeBuild extends CacheValues {
  readonly 'verify-cache'?: boolean;
}

/** Which of its units, if not all are, and what each is known to take. */
export interface ShardToBuild {
  readonly shard: Shard;
  readonly costs: Costs;
}

/** Checks all units or a shard of them, those that have not changed from the cache. */
export async function checkWhole(
  files: readonly RawFile[],
  values: WholeBuild,
  part: ShardToBuild | undefined,
  progress: Progress,
): Promise<CheckedBuild> {
  const open = openCache(values);
  const whole = planSite(files);
  const plan = part === undefined ? whole : planOf(whole, part);
  const all = plan.units.length;
  const { site, units, names } = await checkPlan(plan, open?.cache, (done) =>
    progress.show(`核对 ${done}/${all} 个单位`),
  );
  const kept = open && { cache: open.cache, verify: values['verify-cache'] === true };
  const keys = new Map(whole.units.map(({ slug, key }) => [slug, key]));
  return {
    site,
    async build(given) {
      const options = { ...given, onProgress: progress.show };
      const planned = { ...plan, units };
      const result =
        part === undefined
          ? await buildPlanned(planned, options, kept)
          : await buildPart(planned, { shard: part.shard, keys, names }, options, kept);
      const warning = open && (await closeCache(open));
      if (warning !== undefined) process.stderr.write(warning);
      return result;
    },
  };
}

function planOf(plan: SitePlan, { shard, costs }: ShardToBuild): SitePlan {
  const slugs = plan.units.map(({ slug }) => slug);
  const own = new Set(unitsOfShard(slugs, shard, costs));
  return { ...plan, units: plan.units.filter(({ slug }) => own.has(slug)) };
}
