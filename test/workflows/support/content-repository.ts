import { execFile, execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { TemporaryProject } from '../../cli/temporary-project.ts';
import { ROOT } from '../../support/project.ts';

export const ACCOUNTS = 'content/units/changji-sme/2023/accounts.yaml';
export const NARRATIVE = 'content/units/changji-sme/2023/narrative.yaml';

/** What a shell or a forge would obey, wherever a workflow let a word of the content reach it. */
export const HOSTILE = '本单位另有说明"; touch pwned; #$(touch pwned)`touch pwned`\' @someone';

/** What the main branch says since the work left it: no consequence of the work. */
export const ELSEWHERE = '缴存减少';

/** How commands ended, and all that they printed. */
export interface Ran {
  readonly status: number;
  readonly output: string;
}

/**
 * A content repository as an office has it, with what `npm ci` lays there: its program is this one. Its main branch was left by
 * a branch on which an amount changed, and went on by itself.
 */
export class ContentRepository {
  readonly project = new TemporaryProject('changji-sme');
  readonly base: string;
  readonly head: string;
  readonly merged: string;
  private readonly tools = mkdtempSync(join(tmpdir(), 'mingbai-tools-'));

  constructor() {
    this.write(
      'package.json',
      JSON.stringify({ private: true, scripts: { build: 'mingbai build --no-pdf' } }),
    );
    this.write('.gitignore', 'node_modules/\ndist/\n');
    mkdirSync(join(this.root, 'node_modules/.bin'), { recursive: true });
    symlinkSync(join(ROOT, 'scripts/mingbai.js'), join(this.root, 'node_modules/.bin/mingbai'));
    symlinkSync(process.execPath, join(this.tools, 'node'));
    this.tool('npm', `[ "$1" = ci ] || exec ${JSON.stringify(beside('npm'))} "$@"`);
    this.git('init', '--quiet', '--initial-branch', 'main');
    this.base = this.commit('base');
    this.git('checkout', '--quiet', '-b', 'work');
    this.replace(ACCOUNTS, '  货物: 5.59', '  货物: 5.64');
    this.replace(ACCOUNTS, '  政府采购.总额: 145.57', '  政府采购.总额: 145.62');
    this.replace(NARRATIVE, '无其他说明事项。', JSON.stringify(HOSTILE));
    this.head = this.commit(HOSTILE);
    this.git('checkout', '--quiet', 'main');
    this.replace(NARRATIVE, '住房公积金缴费减少', `住房公积金${ELSEWHERE}`);
    this.commit('elsewhere');
    this.git('checkout', '--quiet', '-b', 'merged');
    this.git('merge', '--quiet', '--no-ff', '-m', 'merge', 'work');
    this.merged = this.git('rev-parse', 'HEAD');
    // A repository may be its own origin: what is proposed lies there under the names that forges give it.
    this.git('remote', 'add', 'origin', this.root);
    this.git('update-ref', 'refs/pull/7/head', this.head);
    this.git('update-ref', 'refs/merge-requests/7/head', this.head);
  }

  get root(): string {
    return this.project.root;
  }

  git(...words: readonly string[]): string {
    const own = ['-c', 'user.name=x', '-c', 'user.email=x@example.com', '-c', 'commit.gpgsign=false'];
    return execFileSync('git', [...own, ...words], { cwd: this.root, encoding: 'utf8' }).trim();
  }

  commit(message: string): string {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--message', message);
    return this.git('rev-parse', 'HEAD');
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), text);
  }

  replace(path: string, from: string, to: string): void {
    const text = readFileSync(join(this.root, path), 'utf8');
    if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`);
    this.write(
      path,
      text.replace(from, () => to),
    );
  }

  /** Puts a program before all others of its name, for the commands of workflows. */
  tool(name: string, script: string): void {
    writeFileSync(join(this.tools, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(this.tools, name), 0o755);
  }

  /**
   * Runs commands as the runners of the forges do: by bash, which stops at the first that fails.
   *
   * @param environment what the forge sets; of this process only what it takes to find programs is handed on
   */
  run(commands: string, environment: Readonly<Record<string, string>>): Promise<Ran> {
    const { PATH = '' } = process.env;
    const env = { PATH: this.tools + delimiter + PATH, HOME: this.tools, ...environment };
    const options = { cwd: this.root, env, maxBuffer: 2 ** 26 };
    return new Promise((resolve) => {
      execFile('bash', ['-eo', 'pipefail', '-c', commands], options, (error, stdout, stderr) => {
        resolve({ status: error === null ? 0 : Number(error.code), output: stdout + stderr });
      });
    });
  }

  /** Whether a word of the content, or of a commit, was obeyed by a shell. */
  wasObeyed(): boolean {
    return existsSync(join(this.root, 'pwned'));
  }

  remove(): void {
    this.project.remove();
    rmSync(this.tools, { recursive: true, force: true });
  }
}

/** Where the PATH of this process has a program. */
function beside(name: string): string {
  return execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim();
}
