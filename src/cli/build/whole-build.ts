import { isAccounts, unitOf } from '../../accounts/content-files.ts';
import type { CheckedSite } from '../../compile/checked-site.ts';
import { planSite, type SitePlan } from '../../compile/plan-site.ts';
import { unitKeys } from '../../compile/unit-key.ts';
import type { UnitCache } from '../../outputs/cache/unit-cache.ts';
import { buildPlanned, type BuildOptions, type BuildResult } from '../../outputs/build-site.ts';
import type { KeptOutputs } from '../../outputs/make-units.ts';
import { buildPart } from '../../outputs/shards/build-part.ts';
import { unitsOfShard, type Costs, type Shard } from '../../outputs/shards/shard.ts';
import type { RawFile } from '../../source/source-file.ts';
import { cacheWords, closeCache, openCache, type CacheValues } from '../cache-options.ts';
import { checkInParallel } from '../check-in-parallel.ts';
import { checkPlan } from '../check-plan.ts';
import type { Progress } from '../progress.ts';
import { buildInProcesses, jobsFor, type ToMake } from './in-processes.ts';
import { tellUnits } from './units-told.ts';

/** A site that was checked, and how it is built. */
export interface CheckedBuild {
  readonly site: CheckedSite;
  build(options: Pick<BuildOptions, 'out' | 'pdf' | 'draft'>): Promise<BuildResult>;
}

/** What of a site is built. */
export interface WholeBuild extends CacheValues {
  readonly 'no-pdf'?: boolean;
  readonly draft?: boolean;
  readonly 'verify-cache'?: boolean;
  readonly jobs?: string;
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
  const pdf = values['no-pdf'] !== true;
  const jobs = part === undefined ? jobsFor(values.jobs, toMake(files, pdf, open?.cache)) : 1;
  const kept = open && { cache: open.cache, verify: values['verify-cache'] === true };
  const tell = (done: number, all: number): void => progress.show(`核对 ${done}/${all} 个单位`);
  const { site, make } =
    jobs > 1
      ? await checkForProcesses(files, values, jobs, kept, tell)
      : await checkHere(files, part, kept, tell);
  return {
    site,
    async build(given) {
      const result = await make({ ...given, onProgress: progress.show, onUnit: tellUnits });
      for (const warning of open === undefined ? [] : await closeCache(open))
        result.count.warnings.add(warning);
      return result;
    },
  };
}

/** How many units, and years of them, are not known from earlier builds, by all that can be told without reading much. */
function toMake(files: readonly RawFile[], pdf: boolean, cache: UnitCache | undefined): ToMake {
  const byUnit = Map.groupBy(
    files.filter(({ path }) => isAccounts(path)),
    ({ path }) => unitOf(path) ?? '',
  );
  const keys = cache === undefined ? new Map<string, string>() : unitKeys(files);
  const unknown = [...byUnit].filter(([slug]) => cache?.seemsMade(keys.get(slug) ?? '', pdf) !== true);
  const booklets = unknown.reduce((sum, [, years]) => sum + years.length, 0);
  return { units: unknown.length, booklets, pdf };
}

/** What was found, and what makes the outputs if nothing of it is an error. */
interface Checked {
  readonly site: CheckedSite;
  make(options: Omit<BuildOptions, 'unselected'>): Promise<BuildResult>;
}

async function checkHere(
  files: readonly RawFile[],
  part: ShardToBuild | undefined,
  kept: KeptOutputs | undefined,
  tell: (done: number, all: number) => void,
): Promise<Checked> {
  const whole = planSite(files);
  const plan = part === undefined ? whole : planOf(whole, part);
  const { site, units, names } = await checkPlan(plan, kept?.cache, (done) => tell(done, plan.units.length));
  const keys = new Map(whole.units.map(({ slug, key }) => [slug, key]));
  const planned = { ...plan, units };
  return {
    site,
    make: (options) =>
      part === undefined
        ? buildPlanned(planned, options, kept)
        : buildPart(planned, { shard: part.shard, keys, names }, options, kept),
  };
}

async function checkForProcesses(
  files: readonly RawFile[],
  { root, draft, ...values }: WholeBuild,
  jobs: number,
  kept: KeptOutputs | undefined,
  tell: (done: number, all: number) => void,
): Promise<Checked> {
  const words = [
    ...['--root', root],
    ...(draft === true ? ['--draft'] : []),
    ...(values['verify-cache'] === true ? ['--verify-cache'] : []),
    ...cacheWords(values),
  ];
  const site = await checkInParallel(files, tell, kept?.cache);
  const processes = { jobs, units: site.units.length, words };
  return { site, make: (options) => buildInProcesses(processes, options, kept) };
}

function planOf(plan: SitePlan, { shard, costs }: ShardToBuild): SitePlan {
  const slugs = plan.units.map(({ slug }) => slug);
  const own = new Set(unitsOfShard(slugs, shard, costs));
  return { ...plan, units: plan.units.filter(({ slug }) => own.has(slug)) };
}
