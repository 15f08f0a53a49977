import { createHash, X509Certificate } from 'node:crypto';
import { fromBER, OctetString, Sequence } from 'asn1js';
import {
  Certificate,
  CertificateChainValidationEngine,
  ContentInfo,
  SignedData,
  type SignerInfo,
} from 'pkijs';
import { SIGNING_CERTIFICATE } from './cms.ts';

/** Whose signature it is, as the certificate says. */
export interface SignedBy {
  readonly certificate: X509Certificate;
  /** The other certificates that came with the signature. */
  readonly others: readonly Uint8Array[];
}

/** Hashes that two different texts can be made to share. */
const WEAK = new Set(['1.3.14.3.2.26', '1.2.840.113549.2.5', '1.2.840.113549.2.2']);

/** How all object identifiers of Chinese commercial cryptography begin. */
const CHINESE = '1.2.156.10197.';

/**
 * Whether a detached CMS signature is of some bytes.
 *
 * @param signature DER; zeroes behind it are of no matter
 * @returns whose it is, or in words why it does not hold
 */
export async function verifyCms(signature: Uint8Array, bytes: Uint8Array): Promise<SignedBy | string> {
  const signed = readCms(signature);
  if (typeof signed === 'string') return signed;
  const [info, ...others] = signed.signerInfos;
  if (info === undefined || others.length > 0) return '签名里应当正好有一个签名人';
  const digest = info.digestAlgorithm.algorithmId;
  if (digest.startsWith(CHINESE)) return '是国密（SM2/SM3）签名，本程序不能验证；请用国密电子签章软件验证';
  if (WEAK.has(digest)) return '签名用的摘要算法（SHA-1 或 MD5）已不安全';
  const data = Uint8Array.from(bytes).buffer;
  const certificate = await signerIn(signed, data);
  if (certificate === undefined) return '签名与内容对不上：内容在签名以后改动过，或者签名是伪造的';
  const own = derOf(certificate);
  if (!namesItself(info, own)) return '签名里指明的证书不是签名人的证书';
  const all = (signed.certificates ?? []).filter((one) => one instanceof Certificate).map(derOf);
  return {
    certificate: new X509Certificate(own),
    others: all.filter((one) => Buffer.compare(one, own) !== 0),
  };
}

function readCms(signature: Uint8Array): SignedData | string {
  try {
    const { result, offset } = fromBER(Uint8Array.from(signature).buffer);
    if (offset === -1) return '签名读不出来';
    return new SignedData({ schema: new ContentInfo({ schema: result }).content });
  } catch {
    return '签名读不出来';
  }
}

/** The certificate by which the signature holds; undefined if it does not. */
async function signerIn(signed: SignedData, data: ArrayBuffer): Promise<Certificate | undefined> {
  try {
    const verified = await signed.verify({ signer: 0, data, extendedMode: true });
    return verified.signatureVerified === true ? (verified.signerCertificate ?? undefined) : undefined;
  } catch {
    return undefined;
  }
}

/** Where the signature names its certificate, that must be the one (RFC 5035, by SHA-256, which need not be said). */
function namesItself({ signedAttrs }: SignerInfo, certificate: Uint8Array): boolean {
  const attribute = signedAttrs?.attributes.find(({ type }) => type === SIGNING_CERTIFICATE);
  if (attribute === undefined) return true;
  const [certificates] = partsOf(attribute.values[0]);
  const [first] = partsOf(certificates);
  const hash = partsOf(first).find((part) => part instanceof OctetString);
  if (hash === undefined) return false;
  const stated = Buffer.from(hash.valueBlock.valueHexView);
  return ['sha256', 'sha384', 'sha512'].some((name) =>
    createHash(name).update(certificate).digest().equals(stated),
  );
}

function partsOf(sequence: unknown): readonly unknown[] {
  return sequence instanceof Sequence ? sequence.valueBlock.value : [];
}

/**
 * Whether a certificate was given out, at a time, by one of those that the reader trusts.
 *
 * @param trusted DER of the certificates that are trusted
 */
export async function isTrusted(
  { certificate, others }: SignedBy,
  trusted: readonly Uint8Array[],
  at: Date,
): Promise<boolean> {
  const parsed = (der: Uint8Array): Certificate => Certificate.fromBER(Uint8Array.from(der));
  const engine = new CertificateChainValidationEngine({
    trustedCerts: trusted.map(parsed),
    // The one that is asked of stands last.
    certs: [...others.map(parsed), parsed(certificate.raw)],
    checkDate: at,
  });
  return (await engine.verify()).result;
}

function derOf(certificate: Certificate): Uint8Array {
  return new Uint8Array(certificate.toSchema(true).toBER());
}
