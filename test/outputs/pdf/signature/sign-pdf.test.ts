import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { signPdf } from '../../../../src/outputs/pdf/signature/sign-pdf.ts';
import { verifyPdf } from '../../../../src/outputs/pdf/verify/verify-pdf.ts';
import { keySigner } from '../../../../src/outputs/signatures/cms.ts';
import { openSigningKey } from '../../../../src/outputs/signatures/signing-key.ts';
import { madeAuthority, madeKeyFile, type Authority, type Wanted } from '../../../support/certificates.ts';

const plain = readFileSync(join(import.meta.dirname, '../fixtures/booklet-format-1.pdf'));
const at = new Date('2026-03-01T08:00:00Z');

let authority: Authority;
let signed: Uint8Array;

const signedBy = (wanted: Wanted): Promise<Uint8Array> =>
  signPdf(plain, keySigner(openSigningKey(madeKeyFile(authority, wanted, 'words'), 'words')), {
    at,
    room: 8000,
  });

const faultsOf = async (file: Uint8Array, ...trusted: readonly Authority[]): Promise<readonly string[]> => {
  const certificates = trusted.map(({ pem }) => new X509Certificate(pem).raw);
  const { faults } = await verifyPdf(file, certificates.length > 0 ? certificates : undefined);
  return faults.map(({ message }) => message);
};

/** The file with one text in it replaced by another of the same length. */
const replaced = (file: Uint8Array, from: string, to: string): Uint8Array => {
  const text = Buffer.from(file).toString('latin1');
  expect(text.split(from)).toHaveLength(2);
  return Buffer.from(text.replace(from, to), 'latin1');
};

beforeAll(async () => {
  authority = madeAuthority('示例认证中心');
  signed = await signedBy({ name: '示例市政务服务局' });
});

describe('a signed PDF', () => {
  it('has all that it had before, byte by byte, and says who signed it and when', async () => {
    expect(Buffer.from(signed.subarray(0, plain.length)).equals(plain)).toBe(true);
    const { faults, signatures } = await verifyPdf(signed);
    expect(faults).toEqual([]);
    expect(signatures).toMatchObject([
      { name: '示例市政务服务局', issuer: '示例认证中心', at, trusted: undefined },
    ]);
  });

  it('holds by the authority that the reader trusts, and by no other', async () => {
    expect(await faultsOf(signed, authority)).toEqual([]);
    expect(await faultsOf(signed, madeAuthority('另一认证中心'))).toEqual([
      '签名人“示例市政务服务局”的证书由“示例认证中心”颁发，不在 --trust 给出的之列',
    ]);
    // Of the same name, but not the one that gave the certificate out.
    expect(await faultsOf(signed, madeAuthority('示例认证中心'))).toHaveLength(1);
    expect(await faultsOf(plain, authority)).toEqual(['文件没有签名，不能说明是谁公开的']);
  });

  it('does not hold when what was signed is changed', async () => {
    const file = Uint8Array.from(signed);
    file[1000] = (file[1000] ?? 0) ^ 1;
    expect(await faultsOf(file)).toContain('签名与内容对不上：内容在签名以后改动过，或者签名是伪造的');
  });

  it('does not hold when something is added behind', async () => {
    const file = Buffer.concat([signed, Buffer.from('\n% more\n')]);
    expect(await faultsOf(file)).toEqual(['签名以后文件又加了内容：后面的 8 个字节没有签名']);
  });

  it('does not hold when it leaves something in between unsigned', async () => {
    const range = /\/ByteRange \[0 (?<before>\d+) (?<after>\d+) (?<rest>\d+)\]/u.exec(
      Buffer.from(signed).toString('latin1'),
    );
    const { before = '', after = '', rest = '' } = range?.groups ?? {};
    const less = `/ByteRange [0 ${Number(before) - 1} ${after} ${rest}]`.padEnd(range?.[0].length ?? 0);
    expect(await faultsOf(replaced(signed, range?.[0] ?? '', less))).toContain(
      '签名没有盖到全部内容：中间有没签的部分',
    );
    const short = `/ByteRange [0 ${before} ${after} ${Number(rest) - 9}]`;
    expect(
      await faultsOf(replaced(signed, range?.[0] ?? '', short.padEnd(range?.[0].length ?? 0))),
    ).toContain('签名以后文件又加了内容：后面的 9 个字节没有签名');
  });

  it('does not hold with a certificate that was not in force', async () => {
    const file = await signedBy({ name: '示例市政务服务局', to: new Date('2025-12-31') });
    expect(await faultsOf(file)).toEqual([
      '签名时（2026-03-01）证书不在有效期内（2020-01-01 至 2025-12-31）',
    ]);
  });

  it('may be signed once more', async () => {
    const second = madeKeyFile(authority, { name: '示例市财政局' }, 'words');
    const twice = await signPdf(signed, keySigner(openSigningKey(second, 'words')), { at, room: 8000 });
    const { faults, signatures } = await verifyPdf(twice);
    expect(faults).toEqual([]);
    expect(signatures?.map(({ name }) => name)).toEqual(['示例市政务服务局', '示例市财政局']);
  });
});
