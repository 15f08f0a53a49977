import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { madeAuthority, madeKeyFile } from '../support/certificates.ts';
import { runHere } from './run-here.ts';

const PDF = join(import.meta.dirname, '../outputs/pdf/fixtures/booklet-format-1.pdf');
const SIGN_WITH_KEY = join(import.meta.dirname, 'sign-with-key.ts');

let folder: string;
let site: string;
let key: string;
let trust: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-test-sign-'));
  const authority = madeAuthority('示例认证中心');
  key = join(folder, 'key.p12');
  trust = join(folder, 'authority.pem');
  writeFileSync(key, madeKeyFile(authority, { name: '示例市政务服务局' }, 'words'));
  writeFileSync(trust, authority.pem);
  vi.stubEnv('MINGBAI_KEY_PASSPHRASE', 'words');
  vi.stubEnv('SOURCE_DATE_EPOCH', '1772352000');
});

afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** What a build leaves, as far as signing looks at it. */
beforeEach(() => {
  site = mkdtempSync(join(folder, 'site-'));
  const booklet = join(site, 'demo/2023');
  mkdirSync(booklet, { recursive: true });
  cpSync(PDF, join(booklet, 'booklet.pdf'));
  writeFileSync(join(booklet, 'index.html'), '<span class="size" data-file="booklet.pdf">37 KB</span>');
  writeFileSync(join(site, '.mingbai-output'), '');
});

const pdf = () => join(site, 'demo/2023/booklet.pdf');

describe('mingbai sign', () => {
  it('signs the PDFs and the list of files, which has the signed ones', async () => {
    const { status, stdout } = await runHere(['sign', '--key', key, '--out', site]);
    expect(stdout).toBe(`已签名 ${site}：1 个 PDF，和 SHA256SUMS\n`);
    expect(status).toBe(0);
    const list = readFileSync(join(site, 'SHA256SUMS'), 'utf8');
    const sum = createHash('sha256').update(readFileSync(pdf())).digest('hex');
    expect(list.split('\n')).toContain(`${sum}  demo/2023/booklet.pdf`);
    expect(list).not.toContain('.mingbai-output');
    const size = Math.round(readFileSync(pdf()).length / 1024);
    expect(readFileSync(join(dirname(pdf()), 'index.html'), 'utf8')).toContain(`>${size} KB<`);
    const verified = await runHere(['verify', pdf(), '--trust', trust]);
    expect(verified.status).toBe(0);
    expect(verified.stdout).toContain(
      '\n一致\n真实：由“示例市政务服务局”签名，签名时间 2026-03-01T08:00:00Z（签名人自称）\n',
    );
    const whole = await runHere(['verify', site]);
    expect(whole.stdout).toMatch(/核对了 2 个文件\n一致\n真实：由“示例市政务服务局”签名\n.*由读者判断/u);
    expect(whole.status).toBe(0);
  });

  it('signs the PDFs of parts, and no file that only lies in a folder of that name', async () => {
    const parts = join(site, 'demo/2023/parts');
    mkdirSync(parts);
    cpSync(PDF, join(parts, 'overview.pdf'));
    cpSync(PDF, join(site, 'demo/2023/given.pdf'));
    const front = join(dirname(pdf()), 'index.html');
    writeFileSync(front, '<span class="size" data-file="parts/overview.pdf">37 KB</span>');
    const { stdout } = await runHere(['sign', '--key', key, '--out', site]);
    expect(stdout).toContain('2 个 PDF，和 SHA256SUMS');
    const signed = join(parts, 'overview.pdf');
    const { status, stdout: said } = await runHere(['verify', signed, '--trust', trust]);
    expect(said).toContain('真实：由“示例市政务服务局”签名');
    expect(status).toBe(0);
    expect(readFileSync(front, 'utf8')).toContain(`>${Math.round(readFileSync(signed).length / 1024)} KB<`);
    expect((await runHere(['verify', site, '--trust', trust])).status).toBe(0);
    expect(readFileSync(join(site, 'demo/2023/given.pdf')).equals(readFileSync(PDF))).toBe(true);
  });

  it('signs by a command, for keys that are not in files', async () => {
    const command = `"${process.execPath}" "${SIGN_WITH_KEY}" "${key}" words`;
    expect((await runHere(['sign', '--signer', command, '--out', site])).status).toBe(0);
    expect((await runHere(['verify', join(site, 'SHA256SUMS'), '--trust', trust])).status).toBe(0);
    expect((await runHere(['verify', pdf(), '--trust', trust])).status).toBe(0);
  });

  it('leaves what is signed as it is, and signs the list anew', async () => {
    await runHere(['sign', '--key', key, '--out', site]);
    const before = readFileSync(pdf());
    writeFileSync(join(site, 'robots.txt'), 'User-agent: *\n');
    expect((await runHere(['verify', site])).stdout).toContain('robots.txt：SHA256SUMS 里没有');
    const { stdout } = await runHere(['sign', '--key', key, '--out', site]);
    expect(stdout).toContain('0 个 PDF，1 个已有签名，没有动');
    expect(readFileSync(pdf()).equals(before)).toBe(true);
    expect((await runHere(['verify', site])).status).toBe(0);
  });

  it('changes nothing when something goes wrong', async () => {
    const refused = [
      ['--signer', `"${process.execPath}" -e "process.exit(3)"`, '退出码 3'],
      ['--key', join(folder, 'none.p12'), '没有密钥文件'],
      ['--key', PDF, '不是 PKCS#12'],
    ] as const;
    for (const [option, value, words] of refused) {
      const { status, stderr } = await runHere(['sign', option, value, '--out', site]);
      expect(stderr).toContain(words);
      expect(status).toBe(2);
    }
    const bytes = readFileSync(pdf());
    bytes[1000] = (bytes[1000] ?? 0) ^ 1;
    writeFileSync(pdf(), bytes);
    const { status, stderr } = await runHere(['sign', '--key', key, '--out', site]);
    expect(stderr).toContain('demo/2023/booklet.pdf 与生成时不一致，没有签名');
    expect(status).toBe(2);
    expect(existsSync(join(site, 'SHA256SUMS'))).toBe(false);
    expect(readdirSync(folder).filter((name) => name.includes('-build-'))).toEqual([]);
  });

  it('asks for a key or a command, and for a site', async () => {
    expect((await runHere(['sign', '--out', site])).status).toBe(2);
    const { status, stderr } = await runHere(['sign', '--key', key, '--out', join(folder, 'no-site')]);
    expect(status).toBe(2);
    expect(stderr).toContain('不是生成好的网站');
  });
});

describe('mingbai verify of a site', () => {
  it('tells each file that is missing or changed, and a list that was changed', async () => {
    await runHere(['sign', '--key', key, '--out', site]);
    writeFileSync(join(dirname(pdf()), 'index.html'), '');
    rmSync(pdf());
    const { status, stdout } = await runHere(['verify', site]);
    expect(status).toBe(1);
    expect(stdout.split('\n')).toEqual([
      'demo/2023/booklet.pdf：缺这个文件',
      'demo/2023/index.html：与生成时不一样',
      '不一致：2 处',
      '',
    ]);
    writeFileSync(join(site, 'SHA256SUMS'), '');
    expect((await runHere(['verify', site])).stdout).toContain('SHA256SUMS.p7s：签名与内容对不上');
    rmSync(join(site, 'SHA256SUMS.p7s'));
    expect((await runHere(['verify', site, '--trust', trust])).stdout).toContain('没有签名');
  });
});
