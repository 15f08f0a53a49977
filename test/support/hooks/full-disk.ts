/**
 * Loaded before the program (`node --import`): the disk below a folder has no more than so many bytes. Of a file that does not
 * fit it takes what does, and then answers as the system would.
 *
 * FULL_FOLDER: the folder. FULL_BYTES: how much it takes.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';

const { FULL_FOLDER = '', FULL_BYTES = '' } = process.env;
const { writeFile } = fs.promises;

function used(): number {
  return fs
    .readdirSync(FULL_FOLDER, { recursive: true, encoding: 'utf8' })
    .map((name) => fs.statSync(join(FULL_FOLDER, name), { throwIfNoEntry: false }))
    .reduce((sum, stats) => sum + (stats?.isFile() === true ? stats.size : 0), 0);
}

fs.promises.writeFile = async (file, data, options) => {
  const room = typeof file === 'string' && file.startsWith(FULL_FOLDER) ? Number(FULL_BYTES) - used() : NaN;
  if (!ArrayBuffer.isView(data) || !(data.byteLength > room)) return writeFile(file, data, options);
  await writeFile(file, Buffer.from(data.buffer, data.byteOffset, Math.max(0, room)), options);
  const refusal = { errno: -28, code: 'ENOSPC', syscall: 'write' };
  throw Object.assign(new Error('ENOSPC: no space left on device, write'), refusal);
};
syncBuiltinESMExports();
