import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { inject } from 'vitest';
import { ROOT } from './project.ts';
import { serveFolder, type ServedFolder } from './static-server.ts';

/**
 * The repository's own site without PDFs, built by the real command once in a test run, by whichever test file asks
 * for it first.
 *
 * @returns absolute path of the site's folder
 */
export async function builtSite(): Promise<string> {
  const shared = inject('sharedFolder');
  const [site, failure] = [join(shared, 'site'), join(shared, 'site-failure')];
  if (isFirst(join(shared, 'site-building'))) await build(site, join(shared, 'site-new'), failure);
  while (!existsSync(site) && !existsSync(failure)) await pause(100);
  if (existsSync(failure)) throw new Error('the site could not be built; another test file shows why');
  return site;
}

/**
 * Serves the repository's own site on this machine, as any static host would.
 *
 * @param prefix path below which the site lies, with a slash at both ends
 */
export async function serveSite(prefix = '/'): Promise<ServedFolder> {
  return serveFolder(await builtSite(), prefix);
}

/** The paths of all pages below a folder of a built site. */
export function pagesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
}

/** Making a folder succeeds for one caller only. */
function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

async function build(site: string, unfinished: string, failure: string): Promise<void> {
  // In a folder where nothing of the program lies, as its users call it.
  const root = join(dirname(site), 'project');
  for (const folder of ['content', 'templates'])
    cpSync(join(ROOT, folder), join(root, folder), { recursive: true });
  const words = [join(ROOT, 'scripts/mingbai.js'), 'build', '--no-pdf', '--root', root, '--out', unfinished];
  const child = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
  const [status] = (await once(child, 'close')) as [number | null];
  if (status !== 0) {
    writeFileSync(failure, '');
    throw new Error(errors);
  }
  renameSync(unfinished, site);
}
