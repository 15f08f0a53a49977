import { accessSync, constants, rmSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { PuppeteerError } from 'puppeteer';
import type { Browser } from 'puppeteer';
import { hasBundledChromium, unpackBundledChromium } from './bundled-chromium.ts';
import { Refusal } from '../../workspace/refusal.ts';
import { occupy, temporaryFolder } from '../../workspace/temporary-folder.ts';
import { browserEnvironment } from './browser-environment.ts';
import { usualBrowsers } from './usual-browsers.ts';
import { usesFontConfiguration, writeFontConfiguration } from './font-configuration.ts';

export type { Browser, ElementHandle, HTTPRequest, Page } from 'puppeteer';

interface Candidate {
  readonly label: string;
  readonly executable: string;
  /** Folder of the system libraries to use instead of the machine's own. */
  readonly libraries?: string;
}

const ADVICE =
  '请安装 Google Chrome 或 Chromium，或者把环境变量 MINGBAI_CHROME 设为浏览器程序的完整路径；只要网页时可加 --no-pdf。';

/** Only the pages we made ourselves are opened, without a network: the sandbox guards nothing here. */
const ARGUMENTS = [
  '--no-sandbox',
  '--no-zygote',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--allow-file-access-from-files',
  // The same glyph positions on every machine: no hinting, no screen's subpixels, no local profile.
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
  '--lang=zh-CN',
];

/** How long one call to the browser may take, in milliseconds: a booklet prints in less than a second. */
export const CALL_LIMIT = 60_000;

/** Whether the browser itself failed: it did not answer in time, or it has gone. What a page's own script throws is no such thing. */
export function isBrowserFailure(error: unknown): boolean {
  return error instanceof PuppeteerError;
}

/**
 * Starts a headless browser; the caller closes it, and with it goes the folder of its profile and its temporary files.
 *
 * Chosen in this order: the environment variable MINGBAI_CHROME (a path, and then nothing else); the
 * Chromium of @sparticuz/chromium on Linux x64; a Chrome or Chromium of the system. Throws a Refusal
 * with a Chinese message, saying what to do, when none of them starts.
 *
 * @param callLimit how long one call to the browser may take, in milliseconds
 */
export async function openBrowser(callLimit = CALL_LIMIT): Promise<Browser> {
  const explicit = process.env['MINGBAI_CHROME'];
  if (explicit !== undefined && explicit !== '') return openExplicit(explicit, callLimit);
  const failures: string[] = [];
  for await (const candidate of candidates(failures)) {
    try {
      return await launch(candidate, callLimit);
    } catch (error) {
      failures.push(`${candidate.label}（${candidate.executable}）：${firstLine(error)}`);
    }
  }
  const tried = failures.length === 0 ? '没有找到任何浏览器。' : `已试过：\n${failures.join('\n')}`;
  throw new Refusal(`没有可用的浏览器，无法生成 PDF。${ADVICE}\n${tried}`);
}

async function openExplicit(executable: string, callLimit: number): Promise<Browser> {
  try {
    return await launch({ label: 'MINGBAI_CHROME', executable }, callLimit);
  } catch (error) {
    throw new Refusal(
      `环境变量 MINGBAI_CHROME 所指的浏览器无法启动：${executable}。请改为浏览器程序的完整路径，或者取消这个变量。\n${firstLine(error)}`,
      { cause: error },
    );
  }
}

async function* candidates(failures: string[]): AsyncGenerator<Candidate> {
  if (hasBundledChromium) {
    const label = '@sparticuz/chromium';
    try {
      const { executable, libraries } = await unpackBundledChromium();
      yield { label, executable, libraries };
      // Its libraries need glibc 2.34; an older system may have fitting ones of its own.
      yield { label, executable };
    } catch (error) {
      failures.push(`${label}：${firstLine(error)}`);
    }
  }
  for (const executable of await systemBrowsers()) yield { label: '系统浏览器', executable };
}

/** Chrome where puppeteer knows it to be installed, then what systems usually have. */
async function systemBrowsers(): Promise<readonly string[]> {
  const installed = await puppeteer.executablePath('chrome').catch(() => '');
  return [installed, ...usualBrowsers(process.platform, process.env)].filter(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function launch({ executable, libraries }: Candidate, callLimit: number): Promise<Browser> {
  const folder = temporaryFolder();
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  const started = puppeteer.launch({
    executablePath: executable,
    headless: true,
    pipe: true,
    args: ARGUMENTS,
    userDataDir: join(folder, 'profile'),
    timeout: callLimit,
    protocolTimeout: callLimit,
    env: browserEnvironment(folder, {
      ...(libraries === undefined ? {} : { LD_LIBRARY_PATH: libraries }),
      ...(usesFontConfiguration ? { FONTCONFIG_FILE: writeFontConfiguration() } : {}),
    }),
  });
  const browser = await started.catch((error: unknown) => {
    remove();
    throw error;
  });
  const running = browser.process();
  if (running?.pid !== undefined) occupy(folder, running.pid);
  running?.once('exit', remove);
  return browser;
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.trim().split('\n', 1)[0] ?? '';
}
