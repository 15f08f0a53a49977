/** What a build does, as its report calls it. */
export type Stage =
  'check' | 'bundle' | 'cache' | 'compile' | 'pages' | 'data' | 'pdf' | 'browser' | 'over booklets';

/**
 * Adds up the processor time of stages, in seconds: the clock says little where others use the machine. What is counted for
 * a part of something counts for the whole, too.
 */
export class StageTimes {
  private readonly seconds = new Map<Stage, number>();
  private readonly parts = new Map<string, StageTimes>();
  private readonly whole: StageTimes | undefined;

  /** @param whole of what this is a part */
  constructor(whole?: StageTimes) {
    this.whole = whole;
  }

  /** The times of a part, such as a booklet of a unit. */
  part(name: string): StageTimes {
    const part = this.parts.get(name) ?? new StageTimes(this);
    this.parts.set(name, part);
    return part;
  }

  /** Does a piece of work, whose time counts to a stage. One at a time. */
  async time<T>(stage: Stage, work: () => T | Promise<T>): Promise<T> {
    const lap = this.laps(stage);
    try {
      return await work();
    } finally {
      lap(this);
    }
  }

  /** Work at a stage that goes from part to part: told whose times what was done since the last time counts to. */
  laps(stage: Stage): (times: StageTimes) => void {
    let since = process.cpuUsage();
    return (times) => {
      const { user, system } = process.cpuUsage(since);
      since = process.cpuUsage();
      times.add(stage, (user + system) / 1e6);
    };
  }

  /** Adds what was counted elsewhere, in seconds. */
  add(stage: Stage, seconds: number): void {
    this.seconds.set(stage, (this.seconds.get(stage) ?? 0) + seconds);
    this.whole?.add(stage, seconds);
  }

  /** Adds what another process has counted. */
  addTotals(totals: ReturnType<StageTimes['totals']>): void {
    for (const [stage, seconds] of Object.entries(totals)) this.add(stage as Stage, seconds);
  }

  /** Adds what other times have counted. */
  addAll(other: StageTimes): void {
    for (const [stage, seconds] of other.seconds) this.add(stage, seconds);
  }

  /** Seconds by stage, the dearest first, to a thousandth. */
  totals(): Readonly<Partial<Record<Stage, number>>> {
    const sorted = [...this.seconds].sort(([, a], [, b]) => b - a);
    return Object.fromEntries(sorted.map(([stage, seconds]) => [stage, Math.round(seconds * 1000) / 1000]));
  }
}
