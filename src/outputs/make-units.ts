import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SiteUnit } from '../compile/site-unit.ts';
import { Refusal } from '../workspace/refusal.ts';
import { buildUnit, type KeptOfUnit, type UnitWorkshop } from './build-unit.ts';
import type { MadeUnit, UnitCache } from './cache/unit-cache.ts';
import { countFiles } from './published/booklet-record.ts';
import { bookletSize, type BuildCount, type UnitReport } from './report/build-report.ts';
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
  { kept, count, onUnit, ...workshop }: SiteWorkshop,
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
    const known = await times.time('cache', () => restored(unit, shop, kept));
    if (known !== undefined) cached += 1;
    if (known !== undefined && kept?.verify === true && cached % SAMPLE === 1)
      await mustBeSame(unit, known, shop, kept.cache);
    const own = known ?? (await make(unit, shop, kept, besideOf(unit.slug)));
    made.push(own);
    count.times.addAll(times);
    count.units.push(await unitReport(own, times, known !== undefined, shop.siteRoot));
    onUnit?.({ done: index + 1, cached, all: units.length });
  }
  return made;
}

async function unitReport(
  { facts: { slug }, records, pages }: MadeUnit,
  times: StageTimes,
  cached: boolean,
  siteRoot: string,
): Promise<UnitReport> {
  const { data } = countFiles(records);
  const sizes = records.map(({ summary }) => bookletSize(slug, summary.year, siteRoot));
  const booklets = (await Promise.all(sizes)).map((size) => ({
    ...size,
    cpu: times.part(String(size.year)).totals(),
  }));
  return { slug, cached, cpu: times.totals(), pages, data, booklets };
}

async function restored(
  { key }: UnitToMake,
  shop: UnitWorkshop,
  kept: KeptOutputs | undefined,
): Promise<MadeUnit | undefined> {
  return key === undefined ? undefined : kept?.cache.restore(key, isWithPdf(shop), shop.siteRoot);
}

async function make(
  { key, compile }: UnitToMake,
  shop: UnitWorkshop,
  kept: KeptOutputs | undefined,
  beside: KeptOfUnit | undefined,
): Promise<MadeUnit> {
  const unit = await shop.times.time('compile', compile);
  const made = await buildUnit(unit, shop, beside);
  if (key !== undefined)
    await shop.times.time('cache', () => kept?.cache.keep(key, isWithPdf(shop), made, shop.siteRoot));
  return made;
}

function isWithPdf({ printer }: UnitWorkshop): boolean {
  return printer !== undefined;
}

async function mustBeSame(
  { slug, key = '', compile }: UnitToMake,
  known: MadeUnit,
  shop: UnitWorkshop,
  cache: UnitCache,
): Promise<void> {
  await rm(join(shop.siteRoot, slug), { recursive: true, force: true });
  const made = await buildUnit(compile(), shop);
  const other = await cache.differs(key, isWithPdf(shop), made, shop.siteRoot);
  if (other !== undefined || JSON.stringify(made) !== JSON.stringify(known))
    throw new Refusal(
      `缓存里的 ${other ?? slug} 与重新生成的不一样，没有写入；请删除缓存文件夹再生成，并把这个情况告诉程序的作者`,
    );
}
