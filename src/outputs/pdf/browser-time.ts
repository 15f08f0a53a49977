import type { Browser } from './browser.ts';

/** Adds up the processor time that browsers take, all their processes: `process.cpuUsage` knows nothing of it. */
export class BrowserTime {
  /** Seconds. What a process took after it was last asked for is not among them. */
  seconds = 0;
  private readonly known = new Map<number, number>();

  /** Asks a browser what it has taken since it was last asked. One that cannot tell, or has gone, adds nothing. */
  async ask(browser: Browser): Promise<void> {
    try {
      const session = await browser.target().createCDPSession();
      const { processInfo } = await session.send('SystemInfo.getProcessInfo');
      await session.detach();
      for (const { id, cpuTime } of processInfo) {
        this.seconds += Math.max(0, cpuTime - (this.known.get(id) ?? 0));
        this.known.set(id, cpuTime);
      }
    } catch {
      // It is for a report alone.
    }
  }
}
