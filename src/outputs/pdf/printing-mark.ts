import { readdirSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { hasBundledChromium } from './bundled-chromium.ts';
import { usualBrowsers } from './usual-browsers.ts';

/**
 * On what a PDF depends beside the program and the booklet: the browser, and the date that the caller wishes. Nothing is
 * started for it: a browser of the system's is told by its file, which is another when it has been updated.
 */
export function printingMark(): string {
  const { MINGBAI_CHROME = '', SOURCE_DATE_EPOCH = '' } = process.env;
  return JSON.stringify([SOURCE_DATE_EPOCH, ...browsersThatMayPrint(MINGBAI_CHROME)]);
}

function browsersThatMayPrint(explicit: string): readonly string[] {
  if (explicit !== '') return [explicit, ...lookOf(explicit)];
  // It comes with the program, whose digest knows its version.
  if (hasBundledChromium) return [];
  return [...installedByPuppeteer(), ...usualBrowsers(process.platform, process.env).flatMap(lookOf)];
}

/** Puppeteer's own are in folders that name their versions. */
function installedByPuppeteer(): readonly string[] {
  const folder = process.env['PUPPETEER_CACHE_DIR'] ?? join(homedir(), '.cache/puppeteer');
  try {
    return readdirSync(join(folder, 'chrome')).toSorted();
  } catch {
    return [];
  }
}

/** Where a file really lies, its size and date; nothing if there is none. */
function lookOf(path: string): readonly string[] {
  try {
    const file = realpathSync(path);
    const { size, mtimeMs } = statSync(file);
    return [`${file} ${size} ${mtimeMs}`];
  } catch {
    return [];
  }
}
