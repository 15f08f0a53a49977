import { Refusal } from '../../workspace/refusal.ts';
import { isBrowserFailure, openBrowser, type Browser } from './browser.ts';
import { BrowserTime } from './browser-time.ts';

/** How many pieces of work a browser does: what it keeps of each must not add up with a site's booklets. */
const MOST_PIECES = 50;

/**
 * A browser for many pieces of work, one after the other, replaced by a fresh one now and then. If it hangs or dies, a fresh
 * one tries the same piece once more; what fails twice is refused.
 */
export class BrowserSession {
  private readonly callLimit: number | undefined;
  private readonly mostPieces: number;
  private readonly time = new BrowserTime();
  private browser: Browser | undefined;
  /** How many pieces the browser has done. */
  private pieces = 0;

  /**
   * @param callLimit how long one call to the browser may take, in milliseconds
   * @param mostPieces how many pieces of work one browser does
   */
  constructor(callLimit?: number, mostPieces = MOST_PIECES) {
    this.callLimit = callLimit;
    this.mostPieces = mostPieces;
  }

  /** Seconds of processor time that all browsers of this session have taken. */
  get seconds(): number {
    return this.time.seconds;
  }

  /**
   * Does a piece of work with the browser.
   *
   * @param name what it is, for the refusal: `changji-sme 2023 年度的 PDF`
   * @throws Refusal if the browser fails twice, or if there is none
   */
  async run<T>(name: string, work: (browser: Browser) => Promise<T>): Promise<T> {
    if (this.pieces >= this.mostPieces) await this.close();
    try {
      return await this.work(work);
    } catch (error) {
      if (!isBrowserFailure(error)) throw error;
    }
    await this.close();
    try {
      return await this.work(work);
    } catch (error) {
      if (!isBrowserFailure(error)) throw error;
      throw new Refusal(
        `浏览器两次都没能生成“${name}”：${error instanceof Error ? error.message : ''}。` +
          '请稍后再试；机器很忙或内存不足时，先关掉别的程序；只要网页时可加 --no-pdf。',
        { cause: error },
      );
    }
  }

  /** Ends the browser: one that hangs does not close when it is asked to. */
  async close(): Promise<void> {
    const { browser } = this;
    this.browser = undefined;
    this.pieces = 0;
    const process = browser?.process();
    if (process == null || process.exitCode !== null || process.signalCode !== null) return;
    const gone = new Promise((resolve) => process.once('exit', resolve));
    process.kill('SIGKILL');
    await gone;
  }

  private async work<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
    const browser = (this.browser ??= await openBrowser(this.callLimit));
    this.pieces += 1;
    const done = await work(browser);
    await this.time.ask(browser);
    return done;
  }
}
