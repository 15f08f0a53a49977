import { createHash, type KeyObject } from 'node:crypto';
import { ObjectIdentifier, OctetString, Sequence } from 'asn1js';
import {
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';
import type { Signer } from './signer.ts';
import type { SigningKey } from './signing-key.ts';

const DATA = '1.2.840.113549.1.7.1';
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
/** Names the certificate within what is signed, so that no other one of the same key can take its place (RFC 5035). */
export const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.47';

const DIGEST = 'SHA-256';

/** Signs with a key that the program itself holds, as CAdES baseline and PAdES baseline ask (ETSI EN 319 122-1 and 319 142-1, B-B). */
export function keySigner(signingKey: SigningKey): Signer {
  return { sign: (bytes) => signedBy(signingKey, bytes) };
}

async function signedBy({ key, certificates }: SigningKey, bytes: Uint8Array): Promise<Uint8Array> {
  const parsed = certificates.map((one) => Certificate.fromBER(Uint8Array.from(one)));
  const [own] = parsed;
  const [der] = certificates;
  if (own === undefined || der === undefined) throw new Error('A key to sign with has a certificate.');
  const sid = new IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber });
  const signerInfo = new SignerInfo({ version: 1, sid, signedAttrs: signedAttributes(bytes, der) });
  const signed = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: DATA }),
    signerInfos: [signerInfo],
    certificates: parsed,
  });
  await signed.sign(await imported(key), 0, DIGEST, Uint8Array.from(bytes).buffer);
  const content = new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content: signed.toSchema(true) });
  return new Uint8Array(content.toSchema().toBER());
}

/** In the order that DER lays down for a set. The time is not among them: a PDF says it itself. */
function signedAttributes(bytes: Uint8Array, certificate: Uint8Array): SignedAndUnsignedAttributes {
  const named = new Sequence({
    value: [new Sequence({ value: [new Sequence({ value: [octets(hashOf(certificate))] })] })],
  });
  const attributes = [
    new Attribute({ type: CONTENT_TYPE, values: [new ObjectIdentifier({ value: DATA })] }),
    new Attribute({ type: MESSAGE_DIGEST, values: [octets(hashOf(bytes))] }),
    new Attribute({ type: SIGNING_CERTIFICATE, values: [named] }),
  ];
  const written = (one: Attribute): Buffer => Buffer.from(one.toSchema().toBER());
  const sorted = attributes.toSorted((one, other) => Buffer.compare(written(one), written(other)));
  return new SignedAndUnsignedAttributes({ type: 0, attributes: sorted });
}

/** The key as the library takes it. */
function imported(key: KeyObject): Promise<CryptoKey> {
  const der = key.export({ format: 'der', type: 'pkcs8' });
  const curve = CURVES[key.asymmetricKeyDetails?.namedCurve ?? ''];
  const algorithm =
    curve === undefined ? { name: 'RSASSA-PKCS1-v1_5', hash: DIGEST } : { name: 'ECDSA', namedCurve: curve };
  return crypto.subtle.importKey('pkcs8', Uint8Array.from(der), algorithm, false, ['sign']);
}

const CURVES: Readonly<Record<string, string>> = {
  prime256v1: 'P-256',
  secp384r1: 'P-384',
  secp521r1: 'P-521',
};

function hashOf(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest();
}

function octets(bytes: Uint8Array): OctetString {
  return new OctetString({ valueHex: Uint8Array.from(bytes).buffer });
}
