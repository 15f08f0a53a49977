import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { filesBelow } from '../../workspace/files-below.ts';
import type { Stage, StageTimes } from './stage-times.ts';

/** What a unit took to make. */
export interface UnitReport {
  readonly slug: string;
  /** Whether its outputs were known from earlier builds. */
  readonly cached: boolean;
  /** Seconds of processor time by stage. */
  readonly cpu: Readonly<Partial<Record<Stage, number>>>;
  /** How many pages its booklets have. */
  readonly pages: number;
  /** How many files of open data. */
  readonly data: number;
  readonly booklets: readonly BookletReport[];
}

/** What a booklet took, and how much of a site it is. */
export interface BookletReport extends BookletSize {
  /** Seconds of processor time by stage; of what is done for all years of a unit at once, nothing. */
  readonly cpu: UnitReport['cpu'];
}

/** How much of a site a booklet is. */
export interface BookletSize {
  readonly year: number;
  readonly files: number;
  readonly bytes: number;
}

/** What a build did, in the form in which it is written down (`--report`) and read again (`--costs`). */
export interface BuildReport {
  readonly format: 1;
  readonly version: string;
  /** Seconds of processor time by stage, the dearest first. */
  readonly cpu: Readonly<Partial<Record<Stage, number>>>;
  /** The most memory that the process had, in bytes. */
  readonly memory: number;
  readonly units: readonly UnitReport[];
  /** What a person should know though it did no harm, in words. */
  readonly warnings: readonly string[];
}

/** What is counted while a site is built. */
export interface BuildCount {
  readonly times: StageTimes;
  readonly units: UnitReport[];
  readonly warnings: Set<string>;
}

/** Puts together what was counted. */
export function reportOf({ times, units, warnings }: BuildCount, version: string): BuildReport {
  const memory = process.resourceUsage().maxRSS * 1024;
  return { format: 1, version, cpu: times.totals(), memory, units, warnings: [...warnings] };
}

/** How many files and bytes a booklet has in a site. */
export async function bookletSize(slug: string, year: number, siteRoot: string): Promise<BookletSize> {
  const folder = join(siteRoot, slug, String(year));
  const names = await filesBelow(folder);
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
  return { year, files: names.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}
