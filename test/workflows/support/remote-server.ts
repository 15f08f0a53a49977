import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContentRepository } from './content-repository.ts';

/** A web server that is reached by SSH, on this machine. */
export interface RemoteServer {
  /** Where the web server looks for its site. */
  readonly www: string;
  /** What rsync is told. */
  readonly target: string;
  /** What `ssh` was called with, once for each call. */
  calls(): readonly string[];
  /** The private key that `ssh` was given, and who may read it. */
  key(): string;
  remove(): void;
}

const HOST = 'deploy@www.example.invalid';

/**
 * Puts a server behind the commands of a repository: its `ssh` runs here what it is told to run there, and remembers how
 * it was called. Where this machine has no rsync, a stand-in copies after the same words.
 */
export function openRemoteServer(repository: ContentRepository): RemoteServer {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-server-'));
  const www = join(folder, 'www');
  mkdirSync(www);
  writeFileSync(join(www, 'gone.html'), 'of an earlier year');
  repository.tool(
    'ssh',
    `echo "$*" >> ${folder}/calls
while [ $# -gt 0 ]; do
  case "$1" in
    -i) { stat -c %a "$2"; cat "$2"; } > ${folder}/key; shift 2;;
    -p|-o|-l) shift 2;;
    *) shift; break;;
  esac
done
exec sh -c "$*"`,
  );
  if (spawnSync('rsync', ['--version']).status !== 0) repository.tool('rsync', STAND_IN);
  return {
    www,
    target: `${HOST}:${www}/`,
    calls: () => readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n'),
    key: () => (existsSync(join(folder, 'key')) ? readFileSync(join(folder, 'key'), 'utf8') : ''),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Does what our commands ask of rsync: makes the folder behind the host the same as the one here, by way of `ssh`. */
const STAND_IN = `case "$*" in *"--recursive "*"--delete-after -- dist/ "*) ;; *) exit 1;; esac
for target; do :; done
tar -cf - -C dist . | $RSYNC_RSH "\${target%%:*}" "find \${target#*:} -mindepth 1 -delete; tar -xf - -C \${target#*:}"`;
