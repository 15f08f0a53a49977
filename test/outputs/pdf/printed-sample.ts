import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Browser } from '../../../src/outputs/pdf/browser.ts';
import { printBooklet } from '../../../src/outputs/pdf/print-booklet.ts';
import { sharedBrowser } from '../../support/site-browser.ts';
import { sampleBooklet, sampleDetails } from './sample-booklet.ts';
import { namedPages } from './varied-sample.ts';

const styles = join(import.meta.dirname, '../../../src/site/styles');

/** A folder with the stylesheets that the sample asks for, for as long as the tests of a file run. */
export async function sampleSite(): Promise<string> {
  const siteRoot = await mkdtemp(join(tmpdir(), 'mingbai-test-site-'));
  afterAll(() => rm(siteRoot, { recursive: true }));
  await cp(styles, siteRoot, { recursive: true });
  await writeFile(join(siteRoot, 'pages.css'), namedPages());
  return siteRoot;
}

/** The PDF of the sample booklet, or of another page. */
export async function printSample(
  siteRoot: string,
  html = sampleBooklet(),
  browser?: Browser,
): Promise<Uint8Array> {
  return printBooklet(browser ?? (await sharedBrowser()), { ...sampleDetails, siteRoot, html });
}
