import { Refusal } from '../../workspace/refusal.ts';
import { isBrowserFailure, openBrowser, type Browser } from './browser.ts';

/**
 * A browser for many pieces of work, one after the other. If it hangs or dies, a fresh one tries the same piece once
 * more; what fails twice is refused.
 */
export class BrowserSession {
  private readonly callLimit: number | undefined;
  private browser: Browser | undefined;

  /** @param callLimit how long one call to the browser may take, in milliseconds */
  constructor(callLimit?: number) {
    this.callLimit = callLimit;
  }

  /**
   * Does a piece of work with the browser.
   *
   * @param name what it is, for the refusal: `changji-sme 2023 年度的 PDF`
   * @throws Refusal if the browser fails twice, or if there is none
   */
  async run<T>(name: string, work: (browser: Browser) => Promise<T>): Promise<T> {
    try {
      return await work(await this.open());
    } catch (error) {
      if (!isBrowserFailure(error)) throw error;
    }
    await this.close();
    try {
      return await work(await this.open());
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
    const process = browser?.process();
    if (process == null || process.exitCode !== null || process.signalCode !== null) return;
    const gone = new Promise((resolve) => process.once('exit', resolve));
    process.kill('SIGKILL');
    await gone;
  }

  private async open(): Promise<Browser> {
    return (this.browser ??= await openBrowser(this.callLimit));
  }
}
