/**
 * Loaded before the program (`node --import`): ends the process, as a power cut would, before the call of the file system
 * that a test has chosen. Folders are removed entry by entry, so that there are moments within a removal too.
 *
 * DIE_BESIDE: the folder whose changes count. DIE_AFTER: the call from which on they count; the first one if it is empty.
 * DIE_AT: the number of the call to die before. CALLS_FILE: where the names of all counted calls are written.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';

const { DIE_BESIDE = '', DIE_AFTER = '', DIE_AT = '', CALLS_FILE = '' } = process.env;
const { writeFileSync } = fs;
const calls: string[] = [];

const CHANGES = [
  'chmodSync',
  'mkdirSync',
  'mkdtempSync',
  'renameSync',
  'rmdirSync',
  'unlinkSync',
  'writeFileSync',
] as const;

function count(name: string, path: unknown): void {
  if (typeof path !== 'string' || !path.startsWith(DIE_BESIDE)) return;
  if (calls.length === 0 && DIE_AFTER !== '' && name !== DIE_AFTER) return;
  calls.push(name);
  if (String(calls.length) === DIE_AT) process.kill(process.pid, 'SIGKILL');
}

for (const name of CHANGES) {
  const call = fs[name] as (...args: unknown[]) => unknown;
  Object.assign(fs, {
    [name]: (...args: unknown[]): unknown => {
      count(name, args[0]);
      return call(...args);
    },
  });
}

fs.rmSync = (path, options) => {
  const at = String(path);
  const stats = fs.lstatSync(at, { throwIfNoEntry: false });
  if (stats === undefined && options?.force === true) return;
  if (stats?.isDirectory() !== true) {
    fs.unlinkSync(at);
    return;
  }
  for (const entry of fs.readdirSync(at)) fs.rmSync(join(at, entry), options);
  fs.rmdirSync(at);
};
syncBuiltinESMExports();

if (CALLS_FILE !== '')
  process.once('exit', () => calls.length > 0 && writeFileSync(CALLS_FILE, calls.join('\n')));
