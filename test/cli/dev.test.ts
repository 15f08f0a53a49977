import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT } from '../support/project.ts';

const ACCOUNTS = 'content/units/changji-sme/2023/accounts.yaml';
let root: string;
let preview: ChildProcess;
let address: string;

/** Starts a preview on a free port, given by the system, and waits for its address. */
async function start(
  command: string,
  program: string,
  ...targets: readonly string[]
): Promise<[ChildProcess, string]> {
  // Astro serves no pages where it believes to be under test itself.
  const { PATH, HOME } = process.env;
  const child = spawn(command, [program, 'dev', ...targets, '--root', root, '--port', '0'], {
    env: { PATH, HOME },
    cwd: ROOT,
  });
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (output += data.toString()));
  for (let tries = 0; tries < 600 && !output.includes('http://') && child.exitCode === null; tries += 1)
    await pause(100);
  const found = /http:\S+?(?=（)/.exec(output)?.[0] ?? '';
  if (found === '') throw new Error(output);
  return [child, found];
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'mingbai-dev-'));
  for (const folder of ['content/codes', 'content/units', 'templates']) {
    cpSync(join(ROOT, folder), join(root, folder), { recursive: true });
  }
  const program = join(ROOT, 'scripts/mingbai.js');
  [preview, address] = await start(process.execPath, program, 'changji-sme/2023');
});

afterAll(async () => {
  if (preview.exitCode === null) {
    preview.kill('SIGINT');
    await once(preview, 'exit');
  }
  rmSync(root, { recursive: true, force: true });
});

function change(file: string, from: string, to: string): void {
  const path = join(root, file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  writeFileSync(path, text.replace(from, to));
}

async function pageUntil(text: string): Promise<string> {
  let html = '';
  for (let tries = 0; tries < 200; tries += 1) {
    html = await (await fetch(`${address}explanations/`)).text();
    if (html.includes(text)) return html;
    await pause(100);
  }
  return html;
}

it('previews the booklet that was asked for and nothing else', async () => {
  expect(address).toMatch(/changji-sme\/2023\/$/);
  expect((await fetch(address)).status).toBe(200);
  expect((await fetch(new URL('/demo-bureau/2023/', address))).status).toBe(404);
});

it('shows a changed amount, and findings with their places while the last good booklet stays and says so', async () => {
  expect(await pageUntil('5.59</data>')).toContain('5.59</data>');
  change(ACCOUNTS, '  货物: 5.59', '  货物: 5.60');
  const changed = await pageUntil('5.60</data>');
  expect(changed).toContain('5.60</data>');
  change(ACCOUNTS, '  货物: 5.60', '  货物: 一点');
  const html = await pageUntil('not-a-number');
  expect(html).toMatch(/accounts\.yaml:\d+:7/);
  expect(html).toContain('5.60</data>');
  expect(html).toContain('这一页是改动以前的样子');
  change(ACCOUNTS, '  货物: 一点', '  货物: 5.59');
  const mended = await pageUntil('5.59</data>');
  expect(mended).toContain('5.59</data>');
  expect(mended).not.toContain('这一页是改动以前的样子');
});

it('shows the findings of the page’s own booklet before all others', async () => {
  change('templates/demo-2023/pack.yaml', '名称: 示例市', '名称: XX市');
  const html = await pageUntil('templates/demo-2023/pack.yaml');
  const findings = html.matchAll(/<li class="(?:error|warning|note)"[^>]*>[^]*?<code>([^<:]*):/g);
  const places = [...findings].map((match) => match[1] ?? '');
  const firstOfOthers = places.findIndex((path) => !path.startsWith('content/units/changji-sme/2023/'));
  expect(firstOfOthers).toBeGreaterThan(0);
  expect(places.slice(firstOfOthers).some((path) => path.startsWith('content/units/changji-sme/2023/'))).toBe(
    false,
  );
  change('templates/demo-2023/pack.yaml', '名称: XX市', '名称: 示例市');
  await pageUntil('5.59</data>');
});

it('ends, with all its processes, when npx is told to', async () => {
  const [npx] = await start('npx', 'mingbai');
  const ended = once(npx, 'exit');
  npx.kill('SIGTERM');
  // The pipes close when the last process that holds them has gone.
  await Promise.all([ended, once(npx.stdout ?? npx, 'close'), once(npx.stderr ?? npx, 'close')]);
});
