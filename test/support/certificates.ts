import { generateKeyPairSync } from 'node:crypto';
import forge from 'node-forge';

/** A certification authority that a test made, and who has a certificate of it. */
export interface Authority {
  readonly certificate: forge.pki.Certificate;
  /** As `--trust` reads it. */
  readonly pem: string;
  readonly key: forge.pki.rsa.PrivateKey;
}

/** What a certificate that a test asks for says. */
export interface Wanted {
  readonly name: string;
  readonly from?: Date;
  readonly to?: Date;
  /** The encryption of the key file: that of older systems, or today's. */
  readonly encryption?: '3des' | 'aes256';
}

const NAMES = (name: string) => [
  { name: 'commonName', value: name, valueTagClass: forge.asn1.Type.UTF8 as unknown as forge.asn1.Class },
];

/** A new authority. */
export function madeAuthority(name: string): Authority {
  const { publicKey, key } = madeKeys();
  const certificate = madeCertificate({ name }, publicKey, name);
  certificate.setExtensions([
    { name: 'basicConstraints', cA: true },
    { name: 'keyUsage', keyCertSign: true },
  ]);
  certificate.sign(key, forge.md.sha256.create());
  return { certificate, key, pem: forge.pki.certificateToPem(certificate) };
}

/** A key file (PKCS#12) with a certificate that an authority gave out. */
export function madeKeyFile(authority: Authority, wanted: Wanted, passphrase: string): Uint8Array {
  const { publicKey, key } = madeKeys();
  const certificate = madeCertificate(wanted, publicKey, authority.certificate.subject.getField('CN').value);
  certificate.setExtensions([{ name: 'keyUsage', digitalSignature: true, nonRepudiation: true }]);
  certificate.sign(authority.key, forge.md.sha256.create());
  const chain = [certificate, authority.certificate];
  const options = { algorithm: wanted.encryption ?? 'aes256' };
  const file = forge.pkcs12.toPkcs12Asn1(key, chain, passphrase, options);
  return Uint8Array.from(Buffer.from(forge.asn1.toDer(file).getBytes(), 'binary'));
}

function madeKeys() {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    publicKey: forge.pki.publicKeyFromPem(publicKey.export({ type: 'spki', format: 'pem' }).toString()),
    key: forge.pki.privateKeyFromPem(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()),
  };
}

let serial = 1;

function madeCertificate(
  { name, from = new Date('2020-01-01'), to = new Date('2120-01-01') }: Wanted,
  publicKey: forge.pki.PublicKey,
  issuer: string,
): forge.pki.Certificate {
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = publicKey;
  certificate.serialNumber = (serial++).toString(16).padStart(2, '0');
  certificate.validity.notBefore = from;
  certificate.validity.notAfter = to;
  certificate.setSubject(NAMES(name));
  certificate.setIssuer(NAMES(issuer));
  return certificate;
}
