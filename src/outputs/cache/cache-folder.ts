import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { entryFile, entryIn, entryPath } from './entry-file.ts';

/** An entry that is being written, or whose writer was killed. */
const UNFINISHED = '.new~';
/** Nobody writes an entry for so long, in milliseconds. */
const FORGOTTEN = 3_600_000;

/**
 * A folder of entries by key, which any number of builds may use at once: an entry is put in its place whole, and two that
 * write the same key write the same. Nothing that fails here is an error of the build, which goes on without.
 */
export class CacheFolder {
  /** Why entries can no longer be written, as the system calls it: `ENOSPC`. */
  failure: string | undefined;
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** The entry of a key; undefined where there is none that can be read. */
  async read(key: string): Promise<Uint8Array | undefined> {
    const file = this.fileOf(key);
    try {
      const bytes = entryIn(key, await readFile(file));
      // Those that are used stay longest. What the clock says decides of nothing else.
      const now = new Date();
      await utimes(file, now, now).catch(() => undefined);
      return bytes;
    } catch {
      return undefined;
    }
  }

  /** Whether a key has an entry, be it whole or not. */
  has(key: string): boolean {
    return existsSync(this.fileOf(key));
  }

  /** Writes an entry. After a failure nothing more is written. */
  async write(key: string, bytes: Uint8Array): Promise<void> {
    if (this.failure !== undefined) return;
    const file = this.fileOf(key);
    const beside = `${file}.${randomUUID()}${UNFINISHED}`;
    try {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(beside, entryFile(key, bytes));
      await rename(beside, file);
    } catch (error) {
      this.failure = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      await rm(beside, { force: true }).catch(() => undefined);
    }
  }

  /** Removes an entry that is of no use. */
  async remove(key: string): Promise<void> {
    await rm(this.fileOf(key), { force: true }).catch(() => undefined);
  }

  /** Removes what was used longest ago until no more than `most` bytes are left, and what killed builds left behind. */
  async trim(most: number): Promise<void> {
    const entries = await this.entries();
    let size = entries.reduce((sum, entry) => sum + entry.size, 0);
    const old = Date.now() - FORGOTTEN;
    for (const { file, size: own, used } of entries.toSorted((a, b) => a.used - b.used)) {
      const unfinished = file.endsWith(UNFINISHED);
      if (unfinished ? used > old : size <= most) continue;
      await rm(file, { force: true }).catch(() => undefined);
      size -= own;
    }
  }

  private async entries(): Promise<readonly { file: string; size: number; used: number }[]> {
    const names = await readdir(this.folder, { recursive: true, withFileTypes: true }).catch(() => []);
    const found = names
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const file = join(entry.parentPath, entry.name);
        const stats = await stat(file).catch(() => undefined);
        return stats === undefined ? [] : [{ file, size: stats.size, used: stats.mtimeMs }];
      });
    return (await Promise.all(found)).flat();
  }

  private fileOf(key: string): string {
    return join(this.folder, entryPath(key));
  }
}
