import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { hasBundledChromium } from '../../src/outputs/pdf/bundled-chromium.ts';

describe.runIf(hasBundledChromium)('the bundled Chromium', () => {
  const module = JSON.stringify(join(import.meta.dirname, '../../src/outputs/pdf/bundled-chromium.ts'));
  const script = `console.log((await (await import(${module})).unpackBundledChromium()).executable)`;

  async function unpack(folder: string): Promise<string> {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '--eval', script],
      { env: { TMPDIR: folder } },
    );
    return stdout.trim();
  }

  it('is unpacked whole by two builds at once, and again when it was damaged', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mingbai-test-unpack-'));
    try {
      const [first, second] = await Promise.all([unpack(folder), unpack(folder)]);
      expect(first).toBe(second);
      const { size } = await stat(first);
      await truncate(first, 1000);
      await unpack(folder);
      expect((await stat(first)).size).toBe(size);
      expect(await readdir(folder)).toHaveLength(1);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
