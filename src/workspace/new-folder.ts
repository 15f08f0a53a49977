import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Refusal } from './refusal.ts';

/** Refuses to write over a folder. */
export function mustNotExist(folder: string): void {
  if (existsSync(folder)) throw new Refusal(`${folder} 已经存在，不会覆盖；确要重新生成，请先移走或删除它`);
}

/**
 * Writes a folder that must not exist yet, all of it or nothing.
 *
 * @param files texts or bytes by path relative to the folder
 * @throws Refusal if the folder exists; the system's error if it cannot be written
 */
export async function writeNewFolder(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<void> {
  mustNotExist(folder);
  await mkdir(dirname(folder), { recursive: true });
  const building = await mkdtemp(join(dirname(folder), '.new-'));
  try {
    for (const [path, text] of files) {
      const file = join(building, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    await rename(building, folder);
  } catch (error) {
    await rm(building, { recursive: true, force: true });
    throw error;
  }
}
