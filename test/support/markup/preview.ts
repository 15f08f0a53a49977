/**
 * A preview in a process of its own: Astro serves no pages where it believes to be under test itself. It shows the
 * project's booklet; after the first change of its input, it shows what the check says of fields that hold payloads, or
 * what happens when the program or a page fails with payloads in the message.
 *
 * `node preview.ts findings|failure|page [ROUND…]`: prints its address, and what can be seen after a change.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileSite, type Site } from '../../../src/compile/compile-site.ts';
import { startPreview } from '../../../src/outputs/preview.ts';
import { PAYLOADS } from './payloads.ts';
import { Rounds } from './rounds.ts';

const [mode = '', ...numbers] = process.argv.slice(2);
const texts = PAYLOADS.map(({ put }) => put('')).join('\n');
const rounds = await Rounds.open();

/** All that is said in the rounds, each message once. */
async function findings(): Promise<Site['diagnostics']> {
  const runs = await Promise.all(numbers.map((round) => rounds.run(Number(round))));
  const found = runs.flatMap((one) => one.findings);
  return [...new Map(found.map((one) => [one.message, one])).values()];
}

const said = mode === 'findings' ? await findings() : [];

/** The site after the change. */
function after(site: Site): Site {
  if (mode === 'failure') throw new Error(texts);
  if (mode === 'findings') return { ...site, diagnostics: said };
  for (const booklet of site.units.flatMap((unit) => unit.booklets))
    booklet.render = () => {
      throw new Error(texts);
    };
  return site;
}

const root = mkdtempSync(join(tmpdir(), 'mingbai-preview-'));
mkdirSync(join(root, 'content'));
let compiled = 0;
const preview = await startPreview({
  root,
  port: 0,
  compile: () => {
    compiled += 1;
    const site = compileSite(rounds.files);
    return compiled === 1 ? site : after(site);
  },
  onCompiled: ({ diagnostics }) => process.stdout.write(`compiled with ${diagnostics.length} findings\n`),
  onFailure: () => process.stdout.write('failed\n'),
});
process.stdout.write(`${preview.url}\n`);
// Whoever listens has read that by now, and looked at nothing yet.
setTimeout(() => writeFileSync(join(root, 'content/changed.yaml'), ''), 1000);
process.once('SIGTERM', () => {
  rmSync(root, { recursive: true });
  process.exit(0);
});
