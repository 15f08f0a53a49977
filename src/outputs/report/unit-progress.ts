/** How many units there are to make, and how far that is. */
export interface UnitCounts {
  readonly done: number;
  /** Those of the done that were taken from what earlier builds made. */
  readonly cached: number;
  readonly all: number;
}

const MINUTE = 60_000;
/** Before so many units are done, there is nothing to go by. */
const FEW = 3;

/** Says how far the making of units is, and how long the rest will take. */
export class UnitProgress {
  private readonly started = performance.now();

  /**
   * @param counts where the unit that is being made may count as done
   * @param ended how many are really done
   */
  words({ done, cached, all }: UnitCounts, ended = done): string {
    const same = cached === 0 ? '' : `，${cached} 个没有变化`;
    const left = ((performance.now() - this.started) / ended) * (all - ended);
    const rest = ended < FEW || left < MINUTE ? '' : `，约剩 ${Math.round(left / MINUTE)} 分钟`;
    return `单位 ${done}/${all}${same}${rest}`;
  }
}
