import { UnitProgress, type UnitCounts } from '../../outputs/report/unit-progress.ts';

/** Tells the process that has started this one how far it is with its units, if one has. */
export function tellUnits(counts: UnitCounts): void {
  if (process.connected === true) process.send?.(counts, undefined, undefined, () => undefined);
}

/** What several processes tell of their units, put together. */
export class UnitsTold {
  private readonly progress = new UnitProgress();
  private readonly latest = new Map<string, UnitCounts>();
  private readonly units: number;

  /** @param units how many all processes have together */
  constructor(units: number) {
    this.units = units;
  }

  /** How far all of them are, now that one has told how far it is. */
  after(process: string, counts: UnitCounts): string {
    this.latest.set(process, counts);
    const all = [...this.latest.values()];
    const [done, cached] = (['done', 'cached'] as const).map((which) =>
      all.reduce((sum, told) => sum + told[which], 0),
    );
    return this.progress.words({ done: done ?? 0, cached: cached ?? 0, all: this.units });
  }
}
