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

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'mingbai-dev-'));
  for (const folder of ['content/codes', 'content/units/changji-sme', 'templates']) {
    cpSync(join(ROOT, folder), join(root, folder), { recursive: true });
  }
  // Astro serves no pages where it believes to be under test itself.
  const { PATH, HOME } = process.env;
  const words = [join(ROOT, 'scripts/mingbai.js'), 'dev', '--root', root, '--port', '4876'];
  preview = spawn(process.execPath, words, { env: { PATH, HOME } });
  let output = '';
  preview.stdout?.on('data', (data: Buffer) => (output += data.toString()));
  preview.stderr?.on('data', (data: Buffer) => (output += data.toString()));
  for (let tries = 0; tries < 300 && !output.includes('http://') && preview.exitCode === null; tries += 1)
    await pause(100);
  address = /http:\S+?\/(?=（)/.exec(output)?.[0] ?? '';
  if (address === '') throw new Error(output);
});

afterAll(async () => {
  if (preview.exitCode === null) {
    preview.kill('SIGINT');
    await once(preview, 'exit');
  }
  rmSync(root, { recursive: true, force: true });
});

function change(from: string, to: string): void {
  const file = join(root, ACCOUNTS);
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
}

async function pageUntil(text: string): Promise<string> {
  let html = '';
  for (let tries = 0; tries < 100; tries += 1) {
    html = await (await fetch(`${address}changji-sme/2023/explanations/`)).text();
    if (html.includes(text)) return html;
    await pause(100);
  }
  return html;
}

it('shows a changed amount, and findings with their places while the last good booklet stays', async () => {
  expect(await pageUntil('5.59</data>')).toContain('5.59</data>');
  change('  货物: 5.59', '  货物: 5.60');
  expect(await pageUntil('5.60</data>')).toContain('5.60</data>');
  change('  货物: 5.60', '  货物: 一点');
  const html = await pageUntil('not-a-number');
  expect(html).toContain('not-a-number');
  expect(html).toMatch(/accounts\.yaml:\d+:7/);
  expect(html).toContain('5.60</data>');
});
