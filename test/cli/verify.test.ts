import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runHere } from './run-here.ts';

/** A small booklet in the first form of its list, printed by 0.1.0: what it says must be read for good. */
const FIRST_FORM = join(import.meta.dirname, '../outputs/pdf/fixtures/booklet-format-1.pdf');

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-test-verify-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('mingbai verify', () => {
  it('says that a file of the first form fits, without any project around', async () => {
    const { status, stdout } = await runHere(['verify', FIRST_FORM]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/：Mingbai 0\.1\.0 生成；核对了 \d+ 页、\d+ 个字、2 处数字、2 个附件\n一致\n$/u);
    expect(stdout).not.toContain('真实');
  });

  it('says what does not fit, and ends with 1', async () => {
    const file = join(folder, 'changed.pdf');
    const bytes = readFileSync(FIRST_FORM);
    bytes[1000] = (bytes[1000] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    const { status, stdout } = await runHere(['verify', file]);
    expect(status).toBe(1);
    expect(stdout).toContain(`${file}：`);
    expect(stdout).toMatch(/不一致：\d+ 处\n$/u);
  });

  it('says of another file that there is nothing to hold it against', async () => {
    const file = join(folder, 'text.pdf');
    writeFileSync(file, '决算');
    const { status, stdout } = await runHere(['verify', file]);
    expect(status).toBe(1);
    expect(stdout).toContain('文件读不出来');
  });

  it('ends with 2 without a file', async () => {
    expect((await runHere(['verify'])).status).toBe(2);
    expect((await runHere(['verify', join(folder, 'none.pdf')])).status).toBe(2);
  });
});
