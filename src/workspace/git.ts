import { spawn } from 'node:child_process';
import { resolve as resolvePath } from 'node:path';
import { Refusal } from './refusal.ts';

/**
 * Nothing that the repository's own settings name is run: no hook, no monitor of files, no pager, no fetch from elsewhere,
 * no other objects in the place of those that are asked for.
 */
const QUIET = [
  ...['--no-pager', '--no-optional-locks', '--no-replace-objects', '--literal-pathspecs'],
  ...['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'],
];
const ENVIRONMENT = { GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1', LC_ALL: 'C' };

/**
 * Asks git something about a repository, and gives its answer; undefined where git says no.
 *
 * @param folder a folder of the repository
 * @param input what git reads
 */
export function git(folder: string, words: readonly string[], input = ''): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['-C', folder, ...QUIET, ...words], {
      env: { ...process.env, ...ENVIRONMENT },
      stdio: ['pipe', 'pipe', 'ignore'],
      windowsHide: true,
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'ENOENT' ? new Refusal(NO_GIT) : error);
    });
    child.once('close', (code) => resolve(code === 0 ? Buffer.concat(chunks) : undefined));
    // A git that has said no reads no further.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

/** The topmost folder of the repository that holds a folder; undefined where there is none, or no git. */
export async function repositoryRoot(folder: string): Promise<string | undefined> {
  const told = await git(folder, ['rev-parse', '--show-toplevel']).catch((error: unknown) => {
    if (error instanceof Refusal) return undefined;
    throw error;
  });
  return told && resolvePath(told.toString().replace(/\n$/, ''));
}

const NO_GIT = '没有找到 git 程序；请先安装 git，或者给出两个文件夹来比较';
