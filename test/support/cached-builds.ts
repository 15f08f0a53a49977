import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runHere, type Outcome } from '../cli/run-here.ts';
import { differences, treeOf } from './folder-tree.ts';
import { ROOT } from './project.ts';

const PROGRAM = join(ROOT, 'scripts/mingbai.js');
const UNITS = 'content/units';
const OWN = `${UNITS}/shili-danwei`;

/** A small project of two units, whose builds take from a cache what has not changed. */
export class CachedBuilds {
  readonly root = mkdtempSync(join(tmpdir(), 'mingbai-cached-'));
  readonly cache = join(this.root, 'kept');

  constructor() {
    cpSync(join(ROOT, 'scripts/starter/content'), join(this.root, 'content'), { recursive: true });
    cpSync(join(ROOT, 'templates/ministry-2024'), join(this.root, 'templates/ministry-2024'), {
      recursive: true,
    });
    cpSync(join(this.root, OWN), join(this.root, UNITS, 'yangban-danwei'), { recursive: true });
    this.edit(`${UNITS}/yangban-danwei/unit.yaml`, '示例市示例局', '示例市样板局');
  }

  /** Builds without PDFs. */
  build(...words: readonly string[]): Promise<Outcome> {
    return this.buildWithPdfs('--no-pdf', ...words);
  }

  buildWithPdfs(...words: readonly string[]): Promise<Outcome> {
    return runHere(this.words(words));
  }

  /**
   * Builds in a process of its own, through a shell.
   *
   * @param before what the shell does before, such as `ulimit -f 100`
   * @param env variables that it has beside those of this process
   */
  async buildAlone(
    words: readonly string[],
    { before = 'true', env = {} }: { readonly before?: string; readonly env?: NodeJS.ProcessEnv } = {},
  ): Promise<Outcome> {
    const child = spawn(
      'bash',
      ['-c', `${before}; exec "$0" "$@"`, process.execPath, PROGRAM, ...this.words(words)],
      { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } },
    );
    const [stdout, stderr, [status]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'exit') as Promise<[number | null]>,
    ]);
    return { status, stdout, stderr };
  }

  private words(words: readonly string[]): readonly string[] {
    return ['build', '--root', this.root, '--cache', this.cache, ...words];
  }

  /** How many units a build took from the cache, by what it says. */
  static cachedIn({ stdout }: Outcome): number {
    return Number(/其中 (\d+) 个单位没有变化/.exec(stdout)?.[1] ?? 0);
  }

  /** The files in which the output of the last build is not what a build without a cache makes now. */
  async otherThanFresh(): Promise<readonly string[]> {
    const fresh = join(this.root, 'fresh');
    const { status, stderr } = await this.build('--no-cache', '--out', fresh);
    if (status !== 0) throw new Error(stderr);
    return differences(treeOf(join(this.root, 'dist')), treeOf(fresh));
  }

  /** Replaces a text that occurs once in a file, or writes the file. */
  edit(path: string, from: string | undefined, to: string): void {
    const file = join(this.root, path);
    mkdirSync(dirname(file), { recursive: true });
    const text = from === undefined ? to : readFileSync(file, 'utf8');
    if (from !== undefined && text.split(from).length !== 2)
      throw new Error(`${from} is not once in ${path}`);
    writeFileSync(file, from === undefined ? to : text.replace(from, () => to));
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** A change of the project, and how many of its units it leaves as they are. */
export interface Edit {
  readonly name: string;
  readonly unchanged: number;
  make(builds: CachedBuilds): void;
}

export const LAST_YEARS_AMOUNT: Edit = {
  name: 'an amount of last year',
  unchanged: 1,
  make: (builds) => builds.edit(`${OWN}/2023/accounts.yaml`, '机关运行经费: 31.00', '机关运行经费: 30.00'),
};

export const SEARCH_WORDS: Edit = {
  name: 'what the public calls things',
  unchanged: 2,
  make: (builds) => builds.edit('content/search/own.yaml', undefined, '同义:\n  花销: [支出]\n'),
};

export const EDITS: readonly Edit[] = [
  {
    name: 'a reason',
    unchanged: 1,
    make: (builds) => builds.edit(`${OWN}/2024/narrative.yaml`, '压减办公用品', '压减会议'),
  },
  LAST_YEARS_AMOUNT,
  {
    name: 'a template',
    unchanged: 0,
    make: (builds) =>
      builds.edit('templates/ministry-2024/parts/4-glossary.md.hbs', '：{{释义}}', '——{{释义}}'),
  },
  {
    name: 'the name of the site',
    unchanged: 0,
    make: (builds) => builds.edit('content/site.yaml', '站名: 部门决算公开', '站名: 示例市决算公开'),
  },
  SEARCH_WORDS,
  {
    name: 'the name of a unit',
    unchanged: 1,
    make: (builds) => builds.edit(`${OWN}/unit.yaml`, '示例市示例局', '示例市范例局'),
  },
  {
    name: 'a unit that is gone',
    unchanged: 1,
    make: (builds) => rmSync(join(builds.root, OWN), { recursive: true }),
  },
];
