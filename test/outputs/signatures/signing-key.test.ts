import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { keySigner } from '../../../src/outputs/signatures/cms.ts';
import { openSigningKey } from '../../../src/outputs/signatures/signing-key.ts';
import { verifyCms } from '../../../src/outputs/signatures/verify-cms.ts';
import { madeAuthority, madeKeyFile, type Authority } from '../../support/certificates.ts';

const fixture = (name: string): Uint8Array => readFileSync(join(import.meta.dirname, 'fixtures', name));
const data = new TextEncoder().encode('决算');

/** Whose signature of some bytes it is, or why it is none. */
async function signedWith(keyFile: Uint8Array, passphrase: string): Promise<string> {
  const signature = await keySigner(openSigningKey(keyFile, passphrase)).sign(data);
  const signed = await verifyCms(signature, data);
  return typeof signed === 'string' ? signed : signed.certificate.subject;
}

let authority: Authority;

beforeAll(() => {
  authority = madeAuthority('示例认证中心');
});

describe('a key file', () => {
  it('signs, in the encryption of older systems and in today’s', async () => {
    for (const encryption of ['3des', 'aes256'] as const) {
      const file = madeKeyFile(authority, { name: '示例市政务服务局', encryption }, 'words');
      expect(await signedWith(file, 'words')).toBe('CN=示例市政务服务局');
    }
  });

  it('signs with a key of an elliptic curve', async () => {
    expect(await signedWith(fixture('ecdsa.p12'), 'test-only')).toContain('CN=示例市财政局');
  });

  it('is refused in words that say why', () => {
    const file = madeKeyFile(authority, { name: '示例市政务服务局' }, 'words');
    expect(() => openSigningKey(file, 'other')).toThrow('口令不对');
    expect(() => openSigningKey(data, '')).toThrow('不是 PKCS#12');
    expect(() => openSigningKey(fixture('sm2.p12'), 'test-only')).toThrow('国密（SM2）');
  });
});

describe('a detached signature', () => {
  it('does not hold for other bytes, nor when a byte of it is another', async () => {
    const signature = await keySigner(openSigningKey(fixture('ecdsa.p12'), 'test-only')).sign(data);
    expect(await verifyCms(signature, new TextEncoder().encode('预算'))).toContain('对不上');
    const broken = Uint8Array.from(signature);
    broken[broken.length - 5] = (broken.at(-5) ?? 0) ^ 1;
    expect(typeof (await verifyCms(broken, data))).toBe('string');
    expect(await verifyCms(data, data)).toBe('签名读不出来');
  });
});
