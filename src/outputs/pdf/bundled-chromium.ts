import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { filesBelow } from '../../workspace/files-below.ts';
import { temporaryFolder } from '../../workspace/temporary-folder.ts';
import { isOwnFolder, privateFolderPath } from '../../workspace/private-folder.ts';

/** A Chromium ready to run, and the folder of the system libraries that came with it. */
export interface BundledChromium {
  readonly executable: string;
  readonly libraries: string;
}

const DIGESTS_FILE = 'digests.txt';

let unpacking: Promise<BundledChromium> | undefined;

/** Whether the npm package carries a browser for this machine. */
export const hasBundledChromium = process.platform === 'linux' && process.arch === 'x64';

/**
 * Unpacks the Chromium of @sparticuz/chromium into a temporary folder of this user and version
 * (1.5 s the first time), or finds it there.
 *
 * The folder appears by one rename, so nobody sees it half-written, and it carries the digests of its
 * files, so that a damaged one is noticed and replaced (a tenth of a second). Two builds at once both unpack and the later
 * one takes the earlier one's folder: no lock that a killed build could leave behind.
 */
export function unpackBundledChromium(): Promise<BundledChromium> {
  unpacking ??= findOrUnpack().catch((error: unknown) => {
    unpacking = undefined;
    throw error;
  });
  return unpacking;
}

async function findOrUnpack(): Promise<BundledChromium> {
  const module = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const packageFolder = join(dirname(module), '..');
  const packageJson = await readFile(join(packageFolder, 'package.json'), 'utf8');
  const { version } = JSON.parse(packageJson) as { readonly version: string };
  const folder = privateFolderPath(`chromium-${version}`);
  if (!(await isIntact(folder))) {
    await replaceFolder(await unpackBeside(module, packageFolder), folder);
  }
  return { executable: join(folder, 'chromium'), libraries: join(folder, 'al2023', 'lib') };
}

/**
 * The package unpacks into the temporary folder of its process, hence a process of its own whose
 * temporary folder is ours.
 */
async function unpackBeside(module: string, packageFolder: string): Promise<string> {
  const staging = temporaryFolder();
  const archives = ['chromium.br', 'al2023.tar.br'].map((name) => join(packageFolder, 'bin', name));
  const script = `
    const { inflate } = await import(${JSON.stringify(pathToFileURL(module).href)});
    await Promise.all(${JSON.stringify(archives)}.map((archive) => inflate(archive)));`;
  try {
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
      env: { ...process.env, NODE_OPTIONS: '', TMPDIR: staging },
    });
    await writeFile(join(staging, DIGESTS_FILE), (await fileDigests(staging)).join('\n'));
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    throw error;
  }
  return staging;
}

async function replaceFolder(staging: string, folder: string): Promise<void> {
  try {
    await setAside(folder);
    await rename(staging, folder);
  } catch (error) {
    // Another build was first: a folder that is not empty cannot be renamed onto.
    if (!(await isIntact(folder))) throw error;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** Moves a damaged folder out of the way; a browser that still runs from it keeps its open files. */
async function setAside(folder: string): Promise<void> {
  if ((await isIntact(folder)) || !isOwnFolder(folder)) return;
  const trash = temporaryFolder();
  await rename(folder, join(trash, 'chromium')).catch(() => undefined);
  await rm(trash, { recursive: true, force: true });
}

/** Whether every file is there as it was unpacked; what Chromium itself adds does not matter. */
async function isIntact(folder: string): Promise<boolean> {
  if (!isOwnFolder(folder)) return false;
  const expected = await readFile(join(folder, DIGESTS_FILE), 'utf8').catch(() => undefined);
  if (expected === undefined) return false;
  const found = new Set(await fileDigests(folder));
  return expected.split('\n').every((line) => found.has(line));
}

/** One line `path digest` for each file in the folder. */
async function fileDigests(folder: string): Promise<readonly string[]> {
  const paths = (await filesBelow(folder)).filter((path) => path !== DIGESTS_FILE);
  return Promise.all(paths.map(async (path) => `${path} ${await digestOf(join(folder, path))}`));
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1024 * 1024 }), hash);
  return hash.digest('hex');
}
