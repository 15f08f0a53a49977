import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compileSite } from '../../src/compile/compile-site.ts';
import { buildAll } from '../support/markup/build-pages.ts';
import { markupOf, markupOfPage } from '../support/markup/inspect.ts';
import { PAYLOADS } from '../support/markup/payloads.ts';
import { Rounds } from '../support/markup/rounds.ts';
import { Visits } from '../support/markup/visits.ts';
import { ROOT } from '../support/project.ts';
import { pagesOf } from '../support/served-site.ts';
import { serveFolder } from '../support/static-server.ts';

/** In as many rounds as there are payloads each kind of field has had each of them; `MINGBAI_ROUNDS=13-25` runs a part. */
const [FIRST = 0, LAST = FIRST] = (process.env['MINGBAI_ROUNDS'] ?? `0-${PAYLOADS.length - 1}`)
  .split('-')
  .map(Number);

let folder: string;
let visits: Visits;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-markup-'));
  visits = await Visits.open();
});

afterAll(async () => {
  await visits.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What readers search for whose results then show the payloads. */
const SEARCHES = ['alert', 'evil.example', 'javascript', 'script'];

it(
  'whatever is written into any field, it stays a text on every page: nothing runs, nothing is loaded from elsewhere',
  async () => {
    const rounds = await Rounds.open();
    const site = join(folder, 'site');
    await buildAll(compileSite(rounds.files), site);
    const harmless = markupOf(site);
    const counted = {
      kinds: rounds.kinds.size,
      textKinds: (await rounds.texts()).size,
      printed: 0,
      refused: 0,
    };
    for (let round = FIRST; round <= LAST; round += 1) {
      const sorted = await rounds.run(round, await rounds.texts());
      counted.printed += sorted.printed.length;
      counted.refused += sorted.refused.length;
      await buildAll(sorted.site, site);
      const more = [...markupOf(site)].filter((one) => !harmless.has(one));
      expect(more, `round ${round}`).toEqual([]);
      const served = await serveFolder(site);
      const pages = [...pagesOf(site), ...SEARCHES.map((words) => `search/index.html?q=${words}`)];
      await visits.see(served.url, pages, round % 2 === 0);
      await served.close();
      const { executed, foreign, refused } = visits;
      expect({ executed, foreign, refused }, `round ${round}`).toEqual({
        executed: [],
        foreign: [],
        refused: [],
      });
      console.log(`round ${round}`, counted, `${visits.pages} pages`);
    }
    console.log(counted, `${visits.pages} pages, ${visits.executed.length} executions`);
  },
  4 * 3_600_000,
);

/** All kinds of pages. */
const PAGES = [
  '',
  'search/',
  'demo-bureau/',
  ...['', 'overview/', 'explanations/', 'glossary/', 'tables/', 'figures/', 'figures/general/'].map(
    (page) => `demo-bureau/2021/${page}`,
  ),
  ...['checks/', 'compare/', 'print/'].map((page) => `demo-bureau/2021/${page}`),
];

/** Where links of the settings lead, and those of the numbers of registration that a site has. */
const TOLD = 'code\\.example|www\\.example|beian\\.miit\\.gov\\.cn|beian\\.mps\\.gov\\.cn';
/** What no page of ours has, and payloads would bring. */
const ALIEN = new RegExp(
  `^(?:img|iframe|frame|object|embed|base|math|video|audio|noscript|foreignobject|animate|use|body on\\w+|\\w+ on[A-Z]\\w*|.* to (?:javascript|data|https?):(?!(?:${TOLD})$).*)$`,
  'iu',
);

it.each([
  ['findings', '核对结果', ['0', '1', '2']],
  ['failure', '程序出错了', []],
  ['page', '', []],
] as const)(
  'the preview shows payloads in %s as texts',
  async (mode, shown, numbers) => {
    const script = join(import.meta.dirname, '../support/markup/preview.ts');
    const { PATH, HOME } = process.env;
    const preview = spawn(process.execPath, [script, mode, ...numbers], { env: { PATH, HOME }, cwd: ROOT });
    let output = '';
    preview.stdout.on('data', (data: Buffer) => (output += data.toString()));
    preview.stderr.on('data', (data: Buffer) => (output += data.toString()));
    const [before, pages] = [visits.executed.length, visits.pages];
    try {
      while (!/http:[^]*(?:compiled|failed)/.test(output) && preview.exitCode === null) await pause(100);
      const url = /http:\S+/.exec(output)?.[0] ?? '';
      if (url === '') throw new Error(output);
      for (const guarded of [true, false]) await visits.see(url, PAGES, guarded);
      for (const path of PAGES) {
        const html = await (await fetch(new URL(path, url))).text();
        // What is printed bears no banner; the page of an exception is Astro's own.
        if (!path.endsWith('print/')) expect(html).toContain(shown);
        expect([...markupOfPage(html)].filter((one) => ALIEN.test(one))).toEqual([]);
      }
      console.log(
        mode,
        /compiled with \d+ findings(?=\s*$)/.exec(output)?.[0],
        visits.pages - pages,
        'pages',
      );
      expect(visits.executed.slice(before)).toEqual([]);
      expect(visits.foreign).toEqual([]);
    } finally {
      preview.kill('SIGTERM');
      if (preview.exitCode === null) await once(preview, 'exit');
    }
  },
  1_800_000,
);
