import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import forge from 'node-forge';
import { Refusal } from '../../workspace/refusal.ts';

/** A private key with its certificate, as certification authorities give them out. */
export interface SigningKey {
  readonly key: KeyObject;
  /** DER: that of the key first, then those of its issuers as far as the file has them. */
  readonly certificates: readonly Uint8Array[];
}

/** How all object identifiers of Chinese commercial cryptography begin (GB/T 33560: 1.2.156.10197), such as that of SM2. */
const CHINESE_CRYPTOGRAPHY = Buffer.from('2a811ccf55', 'hex');

const { oids } = forge.pki;

/**
 * Opens a PKCS#12 file (`.p12`, `.pfx`), of the older encryption that authorities still give out or of today's.
 *
 * @throws Refusal for a wrong passphrase, a file of another kind, and a key that cannot sign here
 */
export function openSigningKey(bytes: Uint8Array, passphrase: string): SigningKey {
  refuseSm2(bytes);
  const container = openContainer(bytes, passphrase);
  const key = keyIn(container);
  const certificates = bagsOf(container, oids['certBag']).map(certificateOf);
  const own = certificates.find((one) => isOf(key, one));
  if (own === undefined)
    throw new Refusal('密钥文件里没有与私钥相配的证书；请向发证机构要一份带证书的 .p12 文件');
  return { key, certificates: [own, ...certificates.filter((one) => one !== own)] };
}

function openContainer(bytes: Uint8Array, passphrase: string): forge.pkcs12.Pkcs12Pfx {
  let tree: forge.asn1.Asn1;
  try {
    tree = forge.asn1.fromDer(forge.util.createBuffer(Buffer.from(bytes).toString('binary')));
  } catch {
    throw new Refusal('密钥文件读不出来：不是 PKCS#12（.p12、.pfx）文件，或者已经损坏');
  }
  try {
    return forge.pkcs12.pkcs12FromAsn1(tree, false, passphrase);
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    throw new Refusal(
      /mac|password|decrypt/iu.test(why)
        ? '密钥文件打不开：口令不对；请检查环境变量 MINGBAI_KEY_PASSPHRASE'
        : `密钥文件的写法本程序读不了（${why}）；请用 openssl pkcs12 另存一份`,
    );
  }
}

function keyIn(container: forge.pkcs12.Pkcs12Pfx): KeyObject {
  const [bag, ...others] = [
    ...bagsOf(container, oids['pkcs8ShroudedKeyBag']),
    ...bagsOf(container, oids['keyBag']),
  ];
  if (bag === undefined) throw new Refusal('密钥文件里没有私钥，只有证书；签名要用带私钥的 .p12 文件');
  if (others.length > 0) throw new Refusal('密钥文件里有几个私钥，不知道用哪一个；请另存一份只有一个的');
  const der = derOf(bag.key ? forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(bag.key)) : bag.asn1);
  refuseSm2(der);
  return supported(opened(der));
}

function refuseSm2(der: Uint8Array): void {
  if (!Buffer.from(der).includes(CHINESE_CRYPTOGRAPHY)) return;
  throw new Refusal(
    '这是国密（SM2）的密钥，本程序不能用它签名，通用的 PDF 阅读器也不认国密签名；请用 RSA 或 ECDSA（P-256、P-384、P-521）的密钥，' +
      '国密签名另用电子签章软件加盖',
  );
}

/** The key; undefined for one of a kind that nobody here knows. */
function opened(der: Uint8Array): KeyObject | undefined {
  try {
    return createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' });
  } catch {
    return undefined;
  }
}

function isOf(key: KeyObject, certificate: Uint8Array): boolean {
  try {
    return new X509Certificate(certificate).checkPrivateKey(key);
  } catch {
    return false;
  }
}

function supported(key: KeyObject | undefined): KeyObject {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key ?? {};
  const known =
    (type === 'rsa' && (details?.modulusLength ?? 0) >= 2048) ||
    (type === 'ec' && ['prime256v1', 'secp384r1', 'secp521r1'].includes(details?.namedCurve ?? ''));
  if (key !== undefined && known) return key;
  throw new Refusal('只能用 2048 位以上的 RSA 或 P-256、P-384、P-521 的 ECDSA 密钥签名；请换一个密钥');
}

function bagsOf(container: forge.pkcs12.Pkcs12Pfx, bagType = ''): readonly forge.pkcs12.Bag[] {
  return container.getBags({ bagType })[bagType] ?? [];
}

/** Of what forge does not know itself, such as keys of curves, it hands on how it is written. */
function certificateOf({ cert, asn1 }: forge.pkcs12.Bag): Uint8Array {
  return derOf(cert ? forge.pki.certificateToAsn1(cert) : asn1);
}

function derOf(tree: forge.asn1.Asn1): Uint8Array {
  return Uint8Array.from(Buffer.from(forge.asn1.toDer(tree).getBytes(), 'binary'));
}
