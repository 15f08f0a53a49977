import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BrowserSession } from '../../../src/outputs/pdf/browser-session.ts';
import type { Browser } from '../../../src/outputs/pdf/browser.ts';

/** Short, so that a browser that hangs is given up soon; long enough to start one on a busy machine. */
const LIMIT = 8_000;

let session: BrowserSession;
let temporary: string;

beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), 'mingbai-session-'));
  session = new BrowserSession(LIMIT);
});

afterEach(async () => {
  await session.close();
  vi.unstubAllEnvs();
  rmSync(temporary, { recursive: true, force: true });
});

const numberOf = (browser: Browser): number | undefined => browser.process()?.pid;

async function title(browser: Browser): Promise<string> {
  const page = await browser.newPage();
  await page.setContent('<title>决算</title>');
  const text = await page.title();
  await page.close();
  return text;
}

describe('a browser session', () => {
  it('works with one browser as long as it lives', async () => {
    const first = await session.run('一', (browser) => Promise.resolve(numberOf(browser)));
    const second = await session.run('二', (browser) => Promise.resolve(numberOf(browser)));
    expect(first).toBe(second);
  });

  it('takes a fresh browser after so many pieces of work, and tells what all of them took', async () => {
    session = new BrowserSession(LIMIT, 2);
    const used: (number | undefined)[] = [];
    const took: number[] = [];
    for (let piece = 1; piece <= 5; piece += 1) {
      await session.run('PDF', (browser) => {
        used.push(numberOf(browser));
        return title(browser);
      });
      took.push(session.seconds);
    }
    expect(used.map((pid) => used.indexOf(pid))).toEqual([0, 0, 2, 2, 4]);
    expect(took[0]).toBeGreaterThan(0);
    expect(took).toEqual(took.toSorted((a, b) => a - b));
  });

  it.each(['SIGKILL', 'SIGSTOP'] as const)(
    'tries once more with a fresh browser after %s',
    async (signal) => {
      const tried: (number | undefined)[] = [];
      const text = await session.run('决算的 PDF', (browser) => {
        tried.push(numberOf(browser));
        if (tried.length === 1) browser.process()?.kill(signal);
        return title(browser);
      });
      expect(text).toBe('决算');
      expect(new Set(tried).size).toBe(2);
    },
  );

  it('refuses in one sentence what fails twice', async () => {
    const work = (browser: Browser): Promise<string> => {
      browser.process()?.kill('SIGKILL');
      return title(browser);
    };
    await expect(session.run('示例局 2023 年度的 PDF', work)).rejects.toThrow(
      /浏览器两次都没能生成“示例局 2023 年度的 PDF”.*--no-pdf/s,
    );
  });

  it('does not try again what is a fault of the program', async () => {
    let tries = 0;
    const work = (): Promise<string> => {
      tries += 1;
      return Promise.reject(new TypeError('a fault'));
    };
    await expect(session.run('PDF', work)).rejects.toThrow('a fault');
    expect(tries).toBe(1);
  });

  it('starts whatever the caller’s environment says, and leaves nothing behind', async () => {
    vi.stubEnv('TMPDIR', temporary);
    for (const name of ['LC_ALL', 'LANGUAGE', 'TZ', 'NODE_OPTIONS', 'HTTPS_PROXY']) vi.stubEnv(name, '');
    vi.stubEnv('LC_ALL', '');
    vi.stubEnv('TZ', 'Asia/Shanghai');
    vi.stubEnv('LANGUAGE', 'ar');
    const seen = await session.run('PDF', async (browser) => {
      const page = await browser.newPage();
      return page.evaluate(() => [
        Intl.DateTimeFormat().resolvedOptions().timeZone,
        navigator.language,
        new Intl.NumberFormat().format(1),
      ]);
    });
    expect(seen).toEqual(['UTC', 'zh-CN', '1']);
    await session.close();
    const left = readdirSync(temporary).filter((name) => name.startsWith('mingbai-run'));
    expect(left.filter((name) => existsSync(join(temporary, name)))).toEqual([]);
  });
});
