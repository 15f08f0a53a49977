import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PlacedUnits } from '../../../src/outputs/cache/placed-units.ts';
import { UnitCache, type KnownUnit, type MadeUnit } from '../../../src/outputs/cache/unit-cache.ts';
import { inNewOutput } from '../../../src/outputs/new-output.ts';
import { openOutput } from '../../../src/workspace/output-folder.ts';

const PAGE = 'shili/2023/figures/index.html';
const FILES = {
  [PAGE]: '12.00',
  'shili/2023/index.html': '决算',
  '.mingbai-booklets/shili/unit.json': '{}',
  '.mingbai-booklets/shili/2023.json': '{}',
};

const MADE = { facts: { slug: 'shili' }, records: [{ summary: { slug: 'shili', year: 2023 } }] };

let folder: string;
let out: string;
let cache: UnitCache;
let pdf: boolean;

beforeEach(async () => {
  pdf = false;
  folder = mkdtempSync(join(tmpdir(), 'mingbai-placed-'));
  out = join(folder, 'dist');
  cache = new UnitCache(join(folder, 'cache'));
  expect(await build('key')).toBe(false);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A build whose only unit is taken from the output that is there, if it can be; whether it was. */
async function build(key: string, meanwhile: () => void = () => undefined): Promise<boolean> {
  let placed: PlacedUnits | undefined;
  let remember = (): Promise<void> => Promise.resolve();
  const taken = await inNewOutput(
    out,
    false,
    async (output) => {
      placed = new PlacedUnits(cache, output, pdf);
      const known = await cache.known(key, pdf);
      const isTaken = known !== undefined && (await placed.take(key, known));
      if (!isTaken) placed.put(key, await make(key, output.path));
      output.finish();
      remember = placed.look();
      meanwhile();
      return isTaken;
    },
    () => placed,
  );
  await remember();
  return taken;
}

async function make(key: string, root: string): Promise<KnownUnit> {
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return cache.keep(key, pdf, MADE as unknown as MadeUnit, root);
}

const page = (): string => join(out, PAGE);

describe('a unit that stands in the output', () => {
  it('is left there by all builds to come, and is still the very same file', async () => {
    const before = statSync(page()).ino;
    expect([await build('key'), await build('key')]).toEqual([true, true]);
    expect([statSync(page()).ino, readFileSync(page(), 'utf8')]).toEqual([before, '12.00']);
    expect(existsSync(join(out, '.mingbai-booklets/shili/2023.json'))).toBe(true);
  });

  it('is made anew if it is made of something else', async () => {
    expect(await build('another key')).toBe(false);
  });

  it('is made anew if another browser has printed it', async () => {
    pdf = true;
    try {
      for (const browser of ['one', 'another', 'one']) {
        vi.stubEnv('MINGBAI_CHROME', browser);
        expect(await build('key')).toBe(false);
      }
      expect(await build('key')).toBe(true);
    } finally {
      vi.unstubAllEnvs();
    }
  });

  it.each<readonly [string, () => void]>([
    [
      'has another content of the same length, and says that it is as old as before',
      () => {
        const { atime, mtime } = statSync(page());
        writeFileSync(page(), '13.00');
        utimesSync(page(), atime, mtime);
      },
    ],
    ['is gone', () => rmSync(page())],
    [
      'was replaced',
      () => (renameSync(page(), `${page()}~`), writeFileSync(page(), '12.00'), rmSync(`${page()}~`)),
    ],
    ['cannot be read by everybody', () => chmodSync(page(), 0o600)],
    ['stands beside one that is not of it', () => writeFileSync(join(dirname(page()), 'letter.txt'), '')],
    ['stands beside a folder that is not of it', () => mkdirSync(join(out, 'shili/2023/notes'))],
  ])('is made anew if a file of it %s', async (_, change) => {
    change();
    expect(await build('key')).toBe(false);
    expect(readFileSync(page(), 'utf8')).toBe('12.00');
  });

  it('comes from the cache if another build has replaced the output meanwhile', async () => {
    const another = (): void => {
      const output = openOutput(out);
      writeFileSync(join(output.path, 'index.html'), 'another');
      output.commit();
    };
    expect(await build('key', another)).toBe(true);
    expect(readFileSync(page(), 'utf8')).toBe('12.00');
    expect(existsSync(join(out, '.mingbai-booklets/shili/2023.json'))).toBe(true);
    expect(existsSync(join(out, 'index.html'))).toBe(false);
  });
});
