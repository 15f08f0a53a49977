/** What a build does, as its report calls it. */
export type Stage = 'bundle' | 'cache' | 'compile' | 'pages' | 'data' | 'pdf' | 'over booklets';

/** Adds up the processor time of stages, in seconds: the clock says little where others use the machine. */
export class StageTimes {
  private readonly seconds = new Map<Stage, number>();

  /** Does a piece of work, whose time counts to a stage. One at a time. */
  async time<T>(stage: Stage, work: () => T | Promise<T>): Promise<T> {
    const start = process.cpuUsage();
    try {
      return await work();
    } finally {
      const { user, system } = process.cpuUsage(start);
      this.add(stage, (user + system) / 1e6);
    }
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

  private add(stage: Stage, seconds: number): void {
    this.seconds.set(stage, (this.seconds.get(stage) ?? 0) + seconds);
  }
}
