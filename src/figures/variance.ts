/** Ends the id of how far an outturn lies from its initial budget (R66): `财政拨款.支出总计.预决算差异率`. */
const RATE = '.预决算差异率';

/** Whether a figure is the variance of an outturn from its budget. */
export function isVariance(id: string): boolean {
  return id.endsWith(RATE);
}

/** Id of the variance of an outturn. */
export function varianceOf(id: string): string {
  return `${id}${RATE}`;
}

/** Id of the outturn that a variance belongs to; any other id stays as it is. */
export function outturnOf(id: string): string {
  return isVariance(id) ? id.slice(0, -RATE.length) : id;
}
