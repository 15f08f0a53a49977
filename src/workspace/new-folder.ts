import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Refusal } from './refusal.ts';

/**
 * Writes a folder that must not exist yet, all of it or nothing.
 *
 * @param files texts by path relative to the folder
 * @throws Refusal if the folder exists or cannot be written
 */
export async function writeNewFolder(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  if (existsSync(folder)) throw new Refusal(`${folder} 已经存在，不会覆盖；确要重新生成，请先移走或删除它`);
  const building = await mkdtemp(join(dirname(folder), '.new-')).catch(refuse(folder));
  try {
    for (const [path, text] of files) {
      const file = join(building, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    await rename(building, folder);
  } catch (error) {
    await rm(building, { recursive: true, force: true });
    refuse(folder)(error);
  }
}

/** What the file system refuses is for the person to mend, not a fault of the program. */
function refuse(folder: string): (error: unknown) => never {
  return (error) => {
    if (error instanceof Error && 'code' in error)
      throw new Refusal(`不能写入 ${folder}（${String(error.code)}）；请检查权限和磁盘空间`);
    throw error;
  };
}
