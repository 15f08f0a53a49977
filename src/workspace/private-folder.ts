import { mkdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The user's number on systems that have one; part of the names of our temporary folders. */
const userId = process.getuid?.() ?? 0;

/** The path of our temporary folder of this name: one a user, under the system's temporary folder. */
export function privateFolderPath(name: string): string {
  return join(tmpdir(), `mingbai-${name}-${userId}`);
}

/**
 * Whether the folder is this user's own. The temporary folder is open to everybody: without this,
 * another user could lay a program there for us to run.
 */
export function isOwnFolder(path: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined || !stats.isDirectory()) return false;
  return process.getuid === undefined || stats.uid === userId;
}

/** Makes the folder, closed to other users, if it is not there; throws when it is somebody else's. */
export function ensurePrivateFolder(name: string): string {
  const path = privateFolderPath(name);
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (!isOwnFolder(path)) throw new Error(`临时文件夹属于别的用户：${path}`);
  return path;
}
