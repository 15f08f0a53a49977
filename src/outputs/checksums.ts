import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesBelow } from '../workspace/files-below.ts';

/** The list of all published files with their SHA-256, which `sha256sum -c` reads. */
export const CHECKSUMS = 'SHA256SUMS';

/** The list's detached signature: CMS as DER, which `openssl cms -verify` reads. */
export const CHECKSUMS_SIGNATURE = 'SHA256SUMS.p7s';

/** What is the program's own, and is not published by hosts that leave hidden files out. */
const HIDDEN = /(?:^|\/)\./u;

/** A line of the list: ` *` would mean the same. */
const LINE = /^(?<sum>[0-9a-f]{64}) [ *](?<path>.+)$/u;

/**
 * Writes the list of a site in which all else is written.
 *
 * @param known the SHA-256 of files of which it is known, by their paths, also of some that are put there only later
 */
export async function writeChecksums(
  siteRoot: string,
  known: ReadonlyMap<string, string> = new Map(),
): Promise<void> {
  const paths = new Set([...(await listedPaths(siteRoot)), ...known.keys()]);
  const lines = [...paths]
    .sort()
    .map((path) => `${known.get(path) ?? sumOf(join(siteRoot, path))}  ${path}\n`);
  await writeFile(join(siteRoot, CHECKSUMS), lines.join(''));
}

/**
 * Holds the files of a site against its list.
 *
 * @returns in words what differs, file by file; nothing where all is as listed
 */
export async function compareChecksums(siteRoot: string): Promise<readonly string[]> {
  const text = await readFile(join(siteRoot, CHECKSUMS), 'utf8');
  const listed = new Map<string, string>();
  for (const line of text.split('\n').filter((one) => one !== '')) {
    const { sum, path } = LINE.exec(line)?.groups ?? {};
    if (sum === undefined || path === undefined) return [`${CHECKSUMS} 里有一行读不懂：${line.slice(0, 80)}`];
    listed.set(path, sum);
  }
  const faults: string[] = [];
  for (const [path, sum] of listed) {
    const file = join(siteRoot, path);
    if (!existsSync(file)) faults.push(`${path}：缺这个文件`);
    else if (sumOf(file) !== sum) faults.push(`${path}：与生成时不一样`);
  }
  for (const path of await listedPaths(siteRoot))
    if (!listed.has(path)) faults.push(`${path}：${CHECKSUMS} 里没有`);
  return faults;
}

async function listedPaths(siteRoot: string): Promise<readonly string[]> {
  const paths = await filesBelow(siteRoot);
  const isListed = (path: string): boolean =>
    !HIDDEN.test(path) && path !== CHECKSUMS && path !== CHECKSUMS_SIGNATURE;
  return paths.filter(isListed).toSorted((one, other) => (one < other ? -1 : 1));
}

/** At once: for files by the hundred thousand, waiting for each costs more than reading it. */
function sumOf(file: string): string {
  return hash('sha256', readFileSync(file));
}
