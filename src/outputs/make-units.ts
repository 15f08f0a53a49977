import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SiteUnit } from '../compile/site-unit.ts';
import { Refusal } from '../workspace/refusal.ts';
import { buildUnit, type KeptOfUnit, type UnitWorkshop } from './build-unit.ts';
import type { PlacedUnits } from './cache/placed-units.ts';
import type { KnownUnit, MadeUnit, UnitCache } from './cache/unit-cache.ts';
import { countFiles } from './published/booklet-record.ts';
import { reportOfBooklet, reportByList, type BuildCount, type UnitReport } from './report/build-report.ts';
import { StageTimes } from './report/stage-times.ts';
import { UnitProgress, type UnitCounts } from './report/unit-progress.ts';

/** A unit without errors whose outputs are to stand in a site. */
export interface UnitToMake {
  readonly slug: string;
  /** Sums up all that it is made of; undefined where its outputs are not kept, nor taken from those that were. */
  readonly key?: string;
  /** Compiles it when it has to be made, and only then. */
  compile(): SiteUnit;
}

/** Where outputs of units are kept from one build to the next. */
export interface KeptOutputs {
  readonly cache: UnitCache;
  /** Whether some of what is taken from there is made anew and compared. */
  readonly verify: boolean;
}

/** Every how manieth of the known units is made anew when the cache is put to the test. */
const SAMPLE = 10;

/** With what units are made, all of them. */
export interface SiteWorkshop extends Omit<UnitWorkshop, 'times'> {
  readonly count: BuildCount;
  /** Where outputs are kept from one build to the next, if they are. */
  readonly kept?: KeptOutputs | undefined;
  /** Which of them stand in the old output as they are, if that is known. */
  readonly placed?: PlacedUnits | undefined;
  /** Told after each unit how far the work is. */
  readonly onUnit?: ((counts: UnitCounts) => void) | undefined;
}

/**
 * Puts the outputs of units into a site, one unit after the other: those that are known as they are, the others made. No
 * more than one unit is held at a time.
 *
 * @throws Refusal if what is known of a unit is not what is made of it
 */
export async function makeUnits(
  units: readonly UnitToMake[],
  { kept, placed, count, onUnit, ...workshop }: SiteWorkshop,
  besideOf: (slug: string) => KeptOfUnit | undefined = () => undefined,
): Promise<readonly MadeUnit[]> {
  const made: MadeUnit[] = [];
  const progress = new UnitProgress();
  let cached = 0;
  for (const [index, unit] of units.entries()) {
    const where = progress.words({ done: index + 1, cached, all: units.length }, index);
    const times = new StageTimes();
    const shop = {
      ...workshop,
      times,
      onProgress: (text: string) => workshop.onProgress(`${where}：${text}`),
    };
    const store = kept && { ...kept, placed };
    const known = await times.time('cache', () => restored(unit, shop, store));
    if (known !== undefined) cached += 1;
    if (known !== undefined && kept?.verify === true && cached % SAMPLE === 1)
      await mustBeSame(unit, shop, kept.cache);
    const own = known ?? (await make(unit, shop, store, besideOf(unit.slug)));
    made.push(own.made);
    count.times.addAll(times);
    count.units.push(await unitReport(own, times, known !== undefined, shop.siteRoot));
    onUnit?.({ done: index + 1, cached, all: units.length });
  }
  return made;
}

/** A unit that was made, perhaps without the cache. */
type OwnUnit = Pick<KnownUnit, 'made'> & Partial<KnownUnit>;

async function unitReport(
  { made: { facts, records, pages }, files }: OwnUnit,
  times: StageTimes,
  cached: boolean,
  siteRoot: string,
): Promise<UnitReport> {
  const { slug } = facts;
  const { data } = countFiles(records);
  const booklets = await Promise.all(
    records.map(({ summary: { year } }) =>
      files === undefined
        ? reportOfBooklet(slug, year, times, siteRoot)
        : reportByList(slug, year, times, files),
    ),
  );
  return { slug, cached, cpu: times.totals(), pages, data, booklets };
}

/** From where outputs are taken, and where they are kept. */
interface Store extends KeptOutputs {
  readonly placed: PlacedUnits | undefined;
}

/** Leaves a known unit where it stands in the old output, or puts it into the new one. */
async function restored(
  { key }: UnitToMake,
  shop: UnitWorkshop,
  store: Store | undefined,
): Promise<KnownUnit | undefined> {
  if (key === undefined || store === undefined) return undefined;
  const { cache, placed, verify } = store;
  const pdf = isWithPdf(shop);
  const known = await cache.known(key, pdf);
  if (known === undefined) return undefined;
  if (!verify && (await placed?.take(key, known)) === true) return known;
  if (!(await cache.restore(key, pdf, shop.siteRoot))) return undefined;
  placed?.put(key, known);
  return known;
}

async function make(
  { key, compile }: UnitToMake,
  shop: UnitWorkshop,
  store: Store | undefined,
  beside: KeptOfUnit | undefined,
): Promise<OwnUnit> {
  const unit = await shop.times.time('compile', compile);
  const made = await buildUnit(unit, shop, beside);
  if (key === undefined || store === undefined) return { made };
  const { cache, placed } = store;
  const known = await shop.times.time('cache', () => cache.keep(key, isWithPdf(shop), made, shop.siteRoot));
  placed?.put(key, known);
  return known;
}

function isWithPdf({ printer }: UnitWorkshop): boolean {
  return printer !== undefined;
}

async function mustBeSame(
  { slug, key = '', compile }: UnitToMake,
  shop: UnitWorkshop,
  cache: UnitCache,
): Promise<void> {
  await rm(join(shop.siteRoot, slug), { recursive: true, force: true });
  const made = await buildUnit(compile(), shop);
  const other = await cache.differs(key, isWithPdf(shop), made, shop.siteRoot);
  if (other === undefined) return;
  throw new Refusal(
    `缓存里的 ${other} 与重新生成的不一样，没有写入；请删除缓存文件夹再生成，并把这个情况告诉程序的作者`,
  );
}
